import type { LoadedSettings } from '../../load-settings.ts';
import { movedInWords } from '../../migrate/step.ts';
import { defaultSettings } from '../../terminal-settings.ts';
import { bad, type Check, doubt, good, type Observation } from '../check.ts';

/** Is what the technician wrote in force? */
export const configuration: Check = {
  number: 1,
  id: 'configuration',
  title: 'Configuration',
  well: 'Every setting that was written is in force.',
  look: async ({ loaded }) => {
    const { settings, files, problems, origins, moved } = loaded;
    const count = problems.length;
    const read = files.length === 0 ? 'no settings file' : files.join(', ');
    const amiss = problems.map(({ sentence }) =>
      bad(
        sentence,
        'A part of the settings is not used: the terminal runs on what lies below it, in the end on the default.',
        'Put it right; "openfloor config" shows every value with the place it is from.',
      ),
    );
    if (count === 0 && origins.size === 0)
      return [
        doubt(
          `Read: ${read}. Nothing is set.`,
          'The terminal runs on the defaults: it has no name, no server and a screen of unknown size.',
          'Set it up: sudo openfloor provision.',
        ),
      ];
    const unnamed =
      settings.terminal.id === defaultSettings.terminal.id
        ? [
            doubt(
              `It is called "${settings.terminal.id}", as every terminal without a name.`,
              'Two such terminals cannot be told apart in logs and figures.',
              'Give it a name: sudo openfloor provision --terminal.id NAME.',
            ),
          ]
        : [];
    return [
      good(`Read: ${read}; ${origins.size} settings, ${count} not in force.`),
      ...amiss,
      ...unnamed,
      ...moved.map((each) => good(movedInWords(each))),
      ...chosenByStaff(loaded),
    ];
  },
};

/** What staff have chosen on their page in place of what the technician wrote. */
function chosenByStaff({ settings, technicians, origins }: LoadedSettings): readonly Observation[] {
  const { channel } = settings.server;
  if (channel !== technicians.server.channel)
    return [
      doubt(
        `Staff have chosen the channel ${channel}; the settings say ${technicians.server.channel} (${origins.get('server.channel')}).`,
        'Visitors see what is published there. It stays so until staff take it back.',
        'Take it back on the staff page ("Guide"), or forbid it: staff.maySetChannel: false.',
      ),
    ];
  return [];
}
