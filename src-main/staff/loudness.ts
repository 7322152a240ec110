import type { StaffVolume } from '../contract/staff.ts';
import type { Log } from '../platform/log.ts';
import type { Volume } from '../platform/volume.ts';
import type { TerminalSettings } from '../provisioning/terminal-settings.ts';
import type { StaffChoices } from './choices.ts';

/** How loud the terminal is, as the settings want it and staff change it. */
export type LoudnessDesk = {
  readonly get: () => Promise<StaffVolume>;
  /** Makes it so loud, within the settings' bounds, or as the settings say (null). Never rejects. */
  readonly set: (percent: number | null) => Promise<StaffVolume & { readonly isKept: boolean }>;
};

/** What the desk of the volume needs. */
export type LoudnessParts = {
  readonly settings: Pick<TerminalSettings, 'sound' | 'staff'>;
  /** What the technician's settings alone say; null: nothing. */
  readonly inSettings: number | null;
  readonly volume: Volume;
  readonly choices: StaffChoices;
  readonly log: Log;
};

/** Sets the volume that the settings want, and lets staff change it. The volume is set in the background: nobody waits for it. */
export function openLoudness({ settings, inSettings, volume, choices, log }: LoudnessParts): LoudnessDesk {
  const mayChoose = settings.staff.maySetVolume;
  const loudest = settings.sound.loudestPercent;
  const quietest = Math.min(settings.sound.quietestPercent, loudest);

  const apply = async (percent: number): Promise<void> => {
    if ((await volume.set(percent)) === 'done')
      log.note('volume-set', `The volume is at ${percent} %.`, { percent });
    else
      log.trouble(
        'volume-not-set',
        `The volume cannot be set to ${percent} %: no tool of the sound system (wpctl, pactl, amixer) answers. It stays as it is.`,
        { percent },
      );
  };
  const get = async (): Promise<StaffVolume> => {
    const found = await volume.read();
    const percent = found === null ? null : found.isMuted ? 0 : Math.min(100, found.percent);
    return { percent, inSettings, mayChoose, quietest, loudest };
  };

  const wanted = settings.sound.volumePercent;
  if (wanted !== null) void apply(wanted);
  return {
    get,
    set: async (percent) => {
      if (!mayChoose) return { ...(await get()), isKept: false };
      const chosen = percent === null ? null : Math.max(quietest, Math.min(loudest, percent));
      const isKept = await choices.choose('sound.volumePercent', chosen === inSettings ? null : chosen);
      const next = chosen ?? inSettings;
      if (next !== null) await apply(next);
      return { ...(await get()), isKept };
    },
  };
}
