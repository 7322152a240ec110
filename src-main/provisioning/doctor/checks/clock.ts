import { join } from 'node:path';
import type { Files } from '../../../platform/files.ts';
import { timeZoneOf } from '../../../store/centre-calendar.ts';
import { editionOf } from '../../../store/edition.ts';
import { POINTER_FILE, readManifest, readPointer } from '../../../store/read-edition.ts';
import { SURELY_OVER } from '../../../sync/limits.ts';
import { judgeClock } from '../../../sync/trust/clock.ts';
import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';
import type { Patient } from '../patient.ts';
import { newestRecord } from '../trusted.ts';

/** Is it the right time, in the right zone, and does it stay so? */
export const clock: Check = {
  number: 4,
  id: 'clock',
  title: 'Clock and time zone',
  well: 'Opening hours, notices and events are shown at the right time, and signatures end when they should.',
  look: async (patient) => [await plausible(patient), await zone(patient), await synchronised(patient)],
};

const SET =
  'Set it ("sudo timedatectl set-ntp true", or by hand in the machine’s own set-up), and start the terminal again.';

async function plausible(patient: Patient): Promise<Observation> {
  const now = patient.machine.now();
  const known = (await newestRecord(patient))?.known ?? { signedAt: SURELY_OVER, ranMs: 0 };
  const found = `The clock says ${now.toISOString()}`;
  switch (judgeClock(now.getTime(), known).suspicion) {
    case null:
      return good(`${found}.`);
    case 'behind':
      return bad(
        `${found}, and it is surely later than ${new Date(known.signedAt + known.ranMs).toISOString()}.`,
        'Visitors see yesterday’s events, and certificates of servers may not count yet: no new edition arrives.',
        SET,
      );
    case 'ahead':
      return bad(
        `${found}, more than a year after the newest signed time that was seen here.`,
        'Visitors see nothing of today, and certificates of servers count as ended: no new edition arrives.',
        SET,
      );
  }
}

async function zone(patient: Patient): Promise<Observation> {
  const here = patient.machine.timeZone();
  const wanted = await zoneOfTheCentre(patient);
  if (wanted === null)
    return untold(
      `The machine is in the zone ${here}; which one the centre is in cannot be read from the guide.`,
      'See that it is the zone of the centre: timedatectl.',
    );
  const now = patient.machine.now();
  if (here === wanted) return good(`The zone is ${here}.`);
  const found = `The machine is in the zone ${here}, the centre in ${wanted}`;
  if (sameTimes(here, wanted, now)) return good(`${found}, which has the same time all year.`);
  return doubt(
    `${found}.`,
    'What visitors read follows the centre. The quiet hours of the night and the times in logs follow the machine.',
    `Set the zone: sudo timedatectl set-timezone ${wanted}.`,
  );
}

/** The zone that the guide on show names; of the guide inside the application, where none was shown yet. Null when neither can be read. */
async function zoneOfTheCentre({
  machine: { files },
  factory,
  data,
  reading,
}: Patient): Promise<string | null> {
  const store = join(data, 'store');
  const shown = 'status' in reading ? (reading.status.edition?.seq ?? null) : null;
  const onShow = shown === null ? null : await zoneAt(store, join('editions', `${shown}.json`), files);
  return onShow ?? zoneAt(factory, POINTER_FILE, files);
}

async function zoneAt(directory: string, name: string, files: Files): Promise<string | null> {
  const pointer = await readPointer(directory, name, files);
  if (!pointer.ok) return null;
  const manifest = await readManifest(directory, files, pointer.value);
  return manifest.ok ? timeZoneOf(editionOf(directory, manifest.value, pointer.value.manifest), files) : null;
}

/** True when two zones show the same time in every month of this year. */
function sameTimes(one: string, other: string, now: Date): boolean {
  return Array.from(
    { length: 12 },
    (_each, month) => new Date(Date.UTC(now.getUTCFullYear(), month, 15)),
  ).every((day) => wallOf(day, one) === wallOf(day, other));
}

function wallOf(moment: Date, timeZone: string): string {
  try {
    return moment.toLocaleString('en', { timeZone });
  } catch {
    return '';
  }
}

async function synchronised({ machine }: Patient): Promise<Observation> {
  const byHand = 'See by hand that the clock is set by itself, from a time server.';
  if (machine.platform === 'win32')
    return windowsTime(await machine.run('w32tm', ['/query', '/status']), byHand);
  const ran = await machine.run('timedatectl', ['show']);
  const answer =
    ran.kind === 'ended' && ran.code === 0 ? /^NTPSynchronized=(yes|no)$/m.exec(ran.out)?.[1] : undefined;
  if (answer === undefined)
    return untold(
      'Whether a time server sets the clock cannot be told: timedatectl does not answer.',
      byHand,
    );
  if (answer === 'yes') return good('A time server sets it.');
  return doubt(
    'No time server sets it.',
    'It will drift by seconds a day, and be wrong after a flat battery.',
    'Switch it on: sudo timedatectl set-ntp true. If it stays so, let this machine reach a time server (NTP, UDP port 123).',
  );
}

function windowsTime(ran: Awaited<ReturnType<Patient['machine']['run']>>, byHand: string): Observation {
  if (ran.kind !== 'ended' || ran.code !== 0)
    return untold(
      'Whether a time server sets the clock cannot be told: the Windows Time service does not answer.',
      byHand,
    );
  return good('The Windows Time service sets it.');
}
