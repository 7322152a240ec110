import { reasonOf } from '../../../platform/log.ts';
import { troubleOf } from '../../../takeaway/printer-reasons.ts';
import { bad, type Check, good, type Observation, untold } from '../check.ts';

const MEANS = 'Visitors are offered to print, and cannot; the codes on the screen go on working.';

/** Can visitors print? */
export const printer: Check = {
  number: 9,
  id: 'printer',
  title: 'Printer',
  well: 'What visitors are offered to print can be printed.',
  look: async ({ machine, loaded, printer: ask }) => {
    const { name, layout } = loaded.settings.printer;
    if (name === null) return [good('No printer is set: nothing on the screen offers to print.')];
    if (machine.platform === 'win32')
      return [onWindows(name, await machine.run('powershell', getPrinter(name), 15_000))];
    try {
      const facts = await ask(name);
      const reasons = facts.reasons.join(', ');
      const found = `The queue ${name} (${layout}) is ${facts.state}${facts.acceptsJobs ? '' : ' and takes no jobs'}; it says: ${reasons === '' ? 'nothing' : reasons}.`;
      const trouble = troubleOf(facts);
      if (trouble === null) return [good(found)];
      return [bad(found, MEANS, WHAT_TO_DO[trouble])];
    } catch (error) {
      return [
        bad(
          `The queue ${name} cannot be asked how it is: ${reasonOf(error)}.`,
          MEANS,
          `Look whether CUPS runs and knows it: "lpstat -p ${name}". The name in the settings is the name of the queue.`,
        ),
      ];
    }
  },
};

const WHAT_TO_DO = {
  'out-of-paper': 'Put paper in. Then see whether it prints: the staff page has a test.',
  offline: 'Switch the printer on, and look at its cable or network.',
  failed:
    'Look at the printer: cover, jam, ink. A queue that was stopped goes on with "sudo cupsenable QUEUE" and "sudo cupsaccept QUEUE".',
} as const;

/** The name holds no sign that PowerShell would read (see the settings). */
const getPrinter = (name: string) => [
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  `(Get-Printer -Name '${name}').PrinterStatus`,
];

function onWindows(
  name: string,
  ran: { readonly kind: string; readonly out?: string; readonly code?: number },
): Observation {
  if (ran.kind !== 'ended')
    return untold(
      `Windows does not tell how the printer ${name} is.`,
      'Look at it under Printers & scanners.',
    );
  const state = ran.out?.trim() ?? '';
  if (ran.code !== 0 || state === '')
    return bad(
      `Windows knows no printer ${name}.`,
      MEANS,
      'Add it under Printers & scanners; the name in the settings is the name it has there.',
    );
  return state === 'Normal' || state === 'Printing' || state === 'Idle'
    ? good(`The printer ${name} is ${state}.`)
    : bad(`The printer ${name} is ${state}.`, MEANS, 'Look at the printer.');
}
