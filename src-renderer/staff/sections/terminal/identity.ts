import type { StaffBriefing } from '../../../../src-main/contract/staff.ts';

/** What an inventory reads from the code: JSON with `openfloor` (version of this form), `id`, `place`, `zone`, `version`. No secret is in it. */
export function identityText({ terminal, version }: Pick<StaffBriefing, 'terminal' | 'version'>): string {
  return JSON.stringify({ openfloor: 1, ...terminal, version });
}
