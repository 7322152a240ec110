import { isNotThere } from '../../../platform/files.ts';
import { type Machine, readText } from '../../../platform/machine.ts';
import { volumeOf } from '../../../platform/volume.ts';
import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';
import type { Patient } from '../patient.ts';

/** The languages of the guide, as speech programs name them. */
const LANGUAGES = ['fr', 'nl'] as const;

/** How far the volume may be from what is set, in percent: cards have steps, and tools count them differently. */
const TOLERATED_PERCENT = 10;

/** Can visitors hear films and the two notes before a visit ends? */
export const sound: Check = {
  number: 10,
  id: 'sound',
  title: 'Sound and voices',
  well: 'Visitors can hear films, and the notes that warn before a visit ends.',
  look: async (patient) => {
    const { machine } = patient;
    if (machine.platform !== 'linux')
      return [untold('The sound is not looked at on this system.', 'Play a film of the guide and listen.')];
    return [...(await cards(machine)), ...(await volume(patient)), await voices(machine)];
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

const TOOLS = 'Install alsa-utils (sudo apt-get install alsa-utils), and look at "amixer scontrols".';

async function volume({ machine, loaded }: Patient): Promise<readonly Observation[]> {
  const wanted = loaded.settings.sound.volumePercent;
  const found = await volumeOf(machine).read();
  if (found === null) {
    if (wanted === null) return [];
    return [
      doubt(
        `sound.volumePercent is ${wanted}, and nothing here can set it: neither wpctl, nor pactl, nor amixer answers.`,
        'The volume stays as the system has it, and staff cannot change it on their page.',
        TOOLS,
      ),
    ];
  }
  const { percent, isMuted, tool } = found;
  if (isMuted || percent === 0)
    return [
      doubt(
        isMuted ? 'The sound is switched off.' : 'The volume is at 0 %.',
        'Visitors hear nothing.',
        'Set sound.volumePercent in the settings and start the terminal again, or by hand: amixer sset Master 60% unmute, then sudo alsactl store.',
      ),
    ];
  if (wanted !== null && Math.abs(percent - wanted) > TOLERATED_PERCENT)
    return [
      doubt(
        `The volume is at ${percent} % (${tool}), and ${wanted} % is set (${loaded.origins.get('sound.volumePercent') ?? 'default'}).`,
        'Films and warnings are louder or quieter than was wanted: something else changed it since the terminal started.',
        'Start the terminal again, which sets it, and find out what else on this machine changes the volume.',
      ),
    ];
  return [good(`The volume is at ${percent} %.`)];
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
