import { type Machine, readText } from '../../../platform/machine.ts';
import { accountNamed } from '../accounts.ts';
import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';
import type { Patient } from '../patient.ts';

/** Groups whose members can become root, or read everything. */
const POWERFUL = ['sudo', 'wheel', 'admin', 'root', 'adm', 'disk', 'docker', 'lxd', 'shadow'];

/** Programs that show one application and nothing else. */
const KIOSK_SESSIONS = ['cage', 'xinit', 'matchbox-window'];

/** Desktops: with gestures, menus and messages of their own. Names as the kernel cuts them, to 15 characters. */
const DESKTOPS = [
  'gnome-shell',
  'plasmashell',
  'xfce4-session',
  'xfce4-panel',
  'cinnamon',
  'mate-session',
  'lxqt-session',
  'lxsession',
  'sway',
];

/** Programs that put messages over the picture. */
const MESSENGERS = [
  'dunst',
  'mako',
  'xfce4-notifyd',
  'notify-osd',
  'notification-da',
  'update-notifier',
  'swaync',
];

/** Can visitors get out of the kiosk into the system? */
export const session: Check = {
  number: 14,
  id: 'session',
  title: 'Session and lock-down',
  well: 'The kiosk is alone on its screen, as a user who can do nothing else.',
  look: async (patient) => {
    const { machine } = patient;
    if (machine.platform === 'win32') return [await assignedAccess(machine)];
    if (machine.platform !== 'linux')
      return [untold('The lock-down is not looked at on this system.', 'Try by hand to leave the kiosk.')];
    const running = await namesOfProcesses(machine);
    return [...(await account(patient)), ...around(running), await consoles(machine)];
  },
};

async function account({ machine, user }: Patient): Promise<readonly Observation[]> {
  const found = await accountNamed(machine, user);
  if (found === null)
    return [
      doubt(
        `There is no user ${user}.`,
        'The kiosk would run as somebody who can do more than show a guide.',
        'Install the package: it makes the user and the session.',
      ),
    ];
  const powers = found.groups.filter((group) => POWERFUL.includes(group));
  if (powers.length > 0)
    return [
      bad(
        `The user ${user} belongs to ${powers.join(', ')}.`,
        'Whoever gets out of the kiosk can do everything on this machine.',
        powers.map((group) => `sudo gpasswd -d ${user} ${group}`).join('; '),
      ),
    ];
  const isClosed = /(?:nologin|false)$/.test(found.shell);
  if (!isClosed)
    return [
      doubt(
        `The user ${user} may log in (${found.shell}).`,
        'The kiosk needs no shell; somebody else might use it.',
        `sudo usermod --shell /usr/sbin/nologin ${user}`,
      ),
    ];
  return [good(`The user ${user} has no powers and no shell.`)];
}

function around(running: ReadonlySet<string>): readonly Observation[] {
  if (running.size === 0)
    return [untold('The running programs cannot be listed (/proc).', 'Run the doctor as root.')];
  const of = (names: readonly string[]) => names.filter((name) => running.has(name));
  const desktops = of(DESKTOPS);
  const messengers = of(MESSENGERS);
  const kiosks = of(KIOSK_SESSIONS);
  if (desktops.length > 0)
    return [
      bad(
        `A desktop runs: ${desktops.join(', ')}.`,
        'Its gestures, menus and messages let visitors out of the kiosk.',
        'Start the machine into the kiosk only: sudo systemctl enable openfloor.service, and remove the desktop or its display manager.',
      ),
    ];
  if (messengers.length > 0)
    return [
      bad(
        `Programs that show messages run: ${messengers.join(', ')}.`,
        'Messages of the system cover the guide and can be touched.',
        'Remove them, or end them in the session of the kiosk.',
      ),
    ];
  if (kiosks.length > 0)
    return [good(`The session is ${kiosks.join(', ')}; no desktop and no messages beside it.`)];
  return [
    doubt(
      'Neither cage nor another session of the kiosk runs.',
      'Visitors see nothing, or see the kiosk in a way that nobody locked.',
      'Start it: sudo systemctl start openfloor.service; then "journalctl -u openfloor".',
    ),
  ];
}

/** Names of the running programs, as the kernel has them: at most 15 characters. */
async function namesOfProcesses({ files }: Machine): Promise<ReadonlySet<string>> {
  const numbers = (await files.list('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const names = await Promise.all(
    numbers.map((number) => readText(files, `/proc/${number}/comm`).catch(() => '')),
  );
  return new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
}

/** Magic keys of the kernel: a keyboard plugged into the machine could end the kiosk. */
async function consoles({ files }: Machine): Promise<Observation> {
  const text = (await readText(files, '/proc/sys/kernel/sysrq').catch(() => '')).trim();
  if (text === '' || text === '0') return good('The kernel’s magic keys are off.');
  return good(
    `The kernel’s magic keys are on (sysrq ${text}): somebody with a keyboard at the machine could end the kiosk. Ports should be out of reach.`,
  );
}

async function assignedAccess({ run }: Machine): Promise<Observation> {
  const byHand =
    'See assets/windows of the package; "Get-AssignedAccess" in PowerShell as administrator shows what is set.';
  const ran = await run(
    'powershell',
    ['-NoProfile', '-NonInteractive', '-Command', 'Get-AssignedAccess | ConvertTo-Json'],
    15_000,
  );
  if (ran.kind !== 'ended' || ran.code !== 0)
    return untold('Windows does not tell whether assigned access is set.', byHand);
  if (ran.out.trim() === '')
    return bad('Assigned access is not set.', 'Visitors can leave the kiosk with a gesture.', byHand);
  return good('Assigned access is set.');
}
