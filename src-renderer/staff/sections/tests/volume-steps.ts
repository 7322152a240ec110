import type { StaffVolume } from '../../../../src-main/contract/staff.ts';

/** How much one touch changes the volume, in percent. */
const STEP_PERCENT = 10;

type Now = Pick<StaffVolume, 'quietest' | 'loudest'> & { readonly percent: number };

/** The volume one touch quieter, on a whole step; null when it is as quiet as staff may make it. */
export function quieter({ percent, quietest }: Now): number | null {
  const next = Math.max(quietest, STEP_PERCENT * (Math.ceil(percent / STEP_PERCENT) - 1));
  return next < percent ? next : null;
}

/** The volume one touch louder, on a whole step; null when it is as loud as staff may make it. */
export function louder({ percent, loudest }: Now): number | null {
  const next = Math.min(loudest, STEP_PERCENT * (Math.floor(percent / STEP_PERCENT) + 1));
  return next > percent ? next : null;
}
