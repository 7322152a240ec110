import { z } from 'zod';
import { readText } from '../../../platform/machine.ts';
import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';
import type { Patient } from '../patient.ts';

/** Will the disk last? */
export const diskHealth: Check = {
  number: 6,
  id: 'disk-health',
  title: 'Disk health',
  well: 'The disk can be written, and says of itself that it is well.',
  look: async (patient) => {
    if (patient.machine.platform !== 'linux')
      return [
        untold(
          'The health of the disk is not looked at on this system.',
          'Look at it with the system’s own tools.',
        ),
      ];
    const mounts = await readText(patient.machine.files, '/proc/self/mounts').catch(() => '');
    const mount = mountOf(mounts, patient.data);
    if (mount === null)
      return [
        untold(`It cannot be told on which disk ${patient.data} lies.`, 'Look at "findmnt" and at the disk.'),
      ];
    return [writable(mount), ...(await faults(patient, mount)), await ownWord(patient, mount)];
  },
};

type Mount = {
  readonly device: string;
  readonly at: string;
  readonly kind: string;
  readonly options: readonly string[];
};

/** The mount that holds a path: the longest one it begins with. */
function mountOf(text: string, path: string): Mount | null {
  const mounts = text.split('\n').flatMap((line) => {
    const [device, at, kind, options] = line.split(' ').map((word) => word.replaceAll('\\040', ' '));
    return device && at && kind && options ? [{ device, at, kind, options: options.split(',') }] : [];
  });
  const holding = mounts.filter(({ at }) => at === '/' || path === at || path.startsWith(`${at}/`));
  // Of several at one place the last one counts.
  return holding.reduce<Mount | null>(
    (best, next) => (best && best.at.length > next.at.length ? best : next),
    null,
  );
}

function writable({ device, at, options }: Mount): Observation {
  if (!options.includes('ro')) return good(`${device} at ${at} can be written.`);
  return bad(
    `${device} at ${at} can only be read.`,
    'No new edition can be kept. Linux does that by itself when a disk makes errors.',
    'Look at "sudo dmesg | grep -iE \'error|remount\'". If the disk made errors, change it and set the terminal up anew.',
  );
}

/** What the file system has counted. */
async function faults({ machine }: Patient, { device, kind }: Mount): Promise<readonly Observation[]> {
  const name = device.replace(/^\/dev\//, '');
  if (kind !== 'ext4' || name.includes('/')) return [];
  const text = await readText(machine.files, `/sys/fs/ext4/${name}/errors_count`).catch(() => '');
  const count = Number(text.trim());
  if (text.trim() === '' || count === 0) return [];
  return [
    bad(
      `The file system on ${device} has counted ${count} errors.`,
      'Editions and settings may be damaged; the terminal notices damaged editions and fetches them again as long as it can.',
      'Check it at the next start (add fsck.mode=force to the kernel’s line), and change the disk if errors come back.',
    ),
  ];
}

const smartAnswer = z.object({
  model_name: z.string().optional(),
  smart_status: z.object({ passed: z.boolean() }).optional(),
  nvme_smart_health_information_log: z.object({ percentage_used: z.number() }).optional(),
});

/** Wear from which a disk should be changed at the next visit, in percent of the life its maker promises. */
const WORN_PERCENT = 90;

/** What the disk says of itself. */
async function ownWord(patient: Patient, mount: Mount): Promise<Observation> {
  const disk = diskOf(mount.device);
  if (disk === null)
    return untold(
      `What the disk says of its own health cannot be told: ${mount.device} (${mount.kind}) is no disk of its own.`,
      'Look at the disk below it, from the machine that carries it.',
    );
  if (disk.startsWith('/dev/mmcblk')) return cardLife(patient, disk);
  const ran = await patient.machine.run('smartctl', ['-H', '-A', '-i', '-j', disk], 10_000);
  if (ran.kind === 'not-there')
    return untold(
      `What ${disk} says of its own health cannot be told: smartctl is not there.`,
      'Install it: sudo apt-get install smartmontools. Then run the doctor again as root.',
    );
  const parsed = smartAnswer.safeParse(ran.kind === 'ended' ? jsonOf(ran.out) : null);
  const passed = parsed.data?.smart_status?.passed;
  if (passed === undefined)
    return untold(
      `What ${disk} says of its own health cannot be told: smartctl got no answer.`,
      'Run the doctor as root. Some disks, and all disks of virtual machines, do not tell.',
    );
  const model = parsed.data?.model_name ?? disk;
  const used = parsed.data?.nvme_smart_health_information_log?.percentage_used;
  const wear = used === undefined ? '' : ` It has used ${used} % of its life.`;
  if (!passed)
    return bad(
      `${model} says of itself that it is failing.${wear}`,
      'It may stop working within days.',
      'Change the disk now, and set the terminal up anew.',
    );
  if (used !== undefined && used >= WORN_PERCENT)
    return doubt(
      `${model} says that it is well.${wear}`,
      'It is nearly worn out.',
      'Change the disk at the next visit.',
    );
  return good(`${model} says that it is well.${wear}`);
}

/** `/dev/sda2` → `/dev/sda`, `/dev/nvme0n1p2` → `/dev/nvme0n1`; null for what is no plain disk. */
function diskOf(device: string): string | null {
  return (
    /^(\/dev\/(?:nvme\d+n\d+|mmcblk\d+))(?:p\d+)?$/.exec(device)?.[1] ??
    /^(\/dev\/(?:sd|vd|hd|xvd)[a-z]+)\d*$/.exec(device)?.[1] ??
    null
  );
}

/** Soldered flash says in tenths how much of its life is over (JEDEC eMMC 5.0, EXT_CSD 268 and 269). */
async function cardLife({ machine }: Patient, disk: string): Promise<Observation> {
  const name = disk.slice('/dev/'.length);
  const text = await readText(machine.files, `/sys/block/${name}/device/life_time`).catch(() => '');
  const tenths = [...text.matchAll(/0x([0-9a-f]{2})/gi)].map(([, hex]) => Number.parseInt(hex ?? '0', 16));
  const worst = Math.max(0, ...tenths);
  if (worst === 0)
    return untold(
      `${disk} does not say how worn it is.`,
      'Cards wear out within years: note when this one was put in.',
    );
  const found = `${disk} has used up to ${Math.min(worst * 10, 100)} % of its life.`;
  const todo = 'Change it, and set the terminal up anew.';
  if (worst >= 11)
    return bad(`${found} Its maker promises no more.`, 'It may stop working at any time.', todo);
  return worst >= 10 ? doubt(found, 'It is nearly worn out.', todo) : good(found);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
