import { isNotThere } from '../../../platform/files.ts';
import { type Machine, readText } from '../../../platform/machine.ts';
import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';

/** The languages of the guide, as speech programs name them. */
const LANGUAGES = ['fr', 'nl'] as const;

/** Can visitors hear films and the two notes before a visit ends? */
export const sound: Check = {
  number: 10,
  id: 'sound',
  title: 'Sound and voices',
  well: 'Visitors can hear films, and the notes that warn before a visit ends.',
  look: async ({ machine }) => {
    if (machine.platform !== 'linux')
      return [untold('The sound is not looked at on this system.', 'Play a film of the guide and listen.')];
    return [...(await cards(machine)), ...(await volume(machine)), await voices(machine)];
  },
};

async function cards({ files }: Machine): Promise<readonly Observation[]> {
  try {
    const listed = await readText(files, '/proc/asound/cards');
    const names = [...listed.matchAll(/^ *\d+ \[.*?\]: (.+)$/gm)].map(([, name = '']) => name.trim());
    const outputs =
      (await readText(files, '/proc/asound/pcm').catch(() => '')).match(/playback \d+/g)?.length ?? 0;
    if (names.length === 0 || outputs === 0)
      return [
        bad(
          names.length === 0 ? 'The system knows no sound card.' : `${names.join(', ')} has no output.`,
          'Films are silent, and nobody hears the warning before a visit ends; it is still to be seen.',
          'Look whether sound is switched on in the firmware (BIOS) of the machine, and at "aplay -l".',
        ),
      ];
    return [good(`Sound: ${names.join(', ')}; ${outputs} outputs.`)];
  } catch (error) {
    if (!isNotThere(error)) throw error;
    return [
      untold(
        'This system does not list its sound cards (/proc/asound).',
        'Play a film of the guide and listen.',
      ),
    ];
  }
}

async function volume({ run }: Machine): Promise<readonly Observation[]> {
  const ran = await run('amixer', ['sget', 'Master']);
  if (ran.kind !== 'ended' || ran.code !== 0) return [];
  const levels = [...ran.out.matchAll(/\[(\d+)%\]/g)].map(([, percent]) => Number(percent));
  const loudest = Math.max(0, ...levels);
  const isOff = /\[off\]/.test(ran.out) && !/\[on\]/.test(ran.out);
  if (!isOff && (loudest > 0 || levels.length === 0)) return [good(`The volume is at ${loudest} %.`)];
  return [
    doubt(
      isOff ? 'The sound is switched off.' : 'The volume is at 0 %.',
      'Visitors hear nothing.',
      'Switch it on: amixer sset Master 60% unmute, then sudo alsactl store.',
    ),
  ];
}

async function voices({ run }: Machine): Promise<Observation> {
  const found = await Promise.all(
    LANGUAGES.map(async (language) => {
      const ran = await run('espeak-ng', [`--voices=${language}`]);
      const lines = ran.kind === 'ended' && ran.code === 0 ? ran.out.trim().split('\n').length - 1 : 0;
      return lines > 0 ? language : null;
    }),
  );
  const spoken = found.filter((language) => language !== null);
  // Said, and no reason for a warning: nothing of this version would be different.
  return good(
    `Voices of the system: ${spoken.length === 0 ? 'none' : spoken.join(', ')}. This version of Openfloor does not use them.`,
  );
}
