import { readText } from '../../../platform/machine.ts';
import { bad, type Check, doubt, good, type Observation } from '../check.ts';
import type { Patient } from '../patient.ts';

/** Two processes of pages, the browser's own ones and the system; in MB. */
const ENOUGH_MB = 1_900;

/** Below this the kiosk does not run well whatever else is switched off; in MB. */
const TOO_LITTLE_MB = 900;

/** What must be left when the terminal runs; in MB. */
const LEFT_MB = 300;
const HARDLY_LEFT_MB = 100;

const MEGABYTE = 1_000_000;

/** Does the machine have the memory for two seats? */
export const memory: Check = {
  number: 17,
  id: 'memory',
  title: 'Memory',
  well: 'There is memory for the visit on show and for the one behind it.',
  look: async (patient) => {
    const { totalMb, freeMb } = await memoryOf(patient);
    const own =
      patient.status === null
        ? ''
        : `; the terminal takes ${Math.round(patient.status.memoryBytes / MEGABYTE)} MB`;
    return [size(totalMb), left(freeMb, `${freeMb} MB can be had now${own}.`), ...(await killed(patient))];
  },
};

function size(totalMb: number): Observation {
  const found = `The machine has ${totalMb} MB.`;
  if (totalMb >= ENOUGH_MB) return good(found);
  const todo = `Give it more memory: 2 GB at least, better 4 GB.`;
  return totalMb < TOO_LITTLE_MB
    ? bad(found, 'Too little for a kiosk: pages will be ended by the system in the middle of a visit.', todo)
    : doubt(found, 'Tight: long films and large editions may be slow.', todo);
}

function left(freeMb: number, found: string): Observation {
  if (freeMb >= LEFT_MB) return good(found);
  const todo =
    'Look what takes it ("ps aux --sort=-rss | head"), end what does not belong here, and start the terminal again.';
  return freeMb < HARDLY_LEFT_MB
    ? bad(found, 'The system is about to end processes; a visitor may lose a page.', todo)
    : doubt(found, 'Little is left for a peak.', todo);
}

async function killed({ machine }: Patient): Promise<readonly Observation[]> {
  if (machine.platform !== 'linux') return [];
  const text = await readText(machine.files, '/proc/vmstat').catch(() => '');
  const times = Number(/^oom_kill (\d+)$/m.exec(text)?.[1] ?? 0);
  if (times === 0) return [];
  return [
    doubt(
      `Since the machine started the system ended a process ${times} times for want of memory.`,
      'If it was a page of the terminal, a visitor lost it.',
      'Look at "journalctl -k | grep -i oom" for which it was, and give the machine more memory.',
    ),
  ];
}

/** `/proc/meminfo` knows what can be had (caches count); other systems say what is free. */
async function memoryOf({
  machine,
}: Patient): Promise<{ readonly totalMb: number; readonly freeMb: number }> {
  if (machine.platform === 'linux') {
    const text = await readText(machine.files, '/proc/meminfo').catch(() => '');
    const total = Number(/^MemTotal: +(\d+) kB$/m.exec(text)?.[1]);
    const available = Number(/^MemAvailable: +(\d+) kB$/m.exec(text)?.[1]);
    if (total > 0 && Number.isFinite(available))
      return { totalMb: inMegabytes(total * 1_024), freeMb: inMegabytes(available * 1_024) };
  }
  const { totalBytes, freeBytes } = machine.memory();
  return { totalMb: inMegabytes(totalBytes), freeMb: inMegabytes(freeBytes) };
}

const inMegabytes = (bytes: number) => Math.floor(bytes / MEGABYTE);
