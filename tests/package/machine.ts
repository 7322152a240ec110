import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** How a command ended, and what it printed. */
export type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command to its end; a command that cannot be started has code 127. */
export function run(
  file: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(file, [...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ code, out, err });
    });
  });
}

/** Where a package may leave something. Not here: the project, caches of the person who runs the tests, temporary folders. */
const PLACES = ['/etc', '/usr', '/var', '/opt', '/run', '/srv', '/home', '/root/.config', '/root/.local'];

/** Everything on the machine that bears the terminal's name: files, and lines of the lists of users and groups. */
export async function tracesOfOpenfloor(): Promise<readonly string[]> {
  const { out } = await run('find', [...PLACES, '-xdev', '-iname', '*openfloor*']);
  const files = out.split('\n').filter((line) => line !== '');
  const accounts: string[] = [];
  for (const list of ['/etc/passwd', '/etc/group', '/etc/shadow', '/etc/gshadow']) {
    const text = await readFile(list, 'utf8').catch(() => '');
    accounts.push(
      ...text
        .split('\n')
        .filter((line) => line.startsWith('openfloor'))
        .map((line) => `${list}: ${line}`),
    );
  }
  // A link to one of our units under another name, too: that of the display manager.
  const links = await run('find', ['/etc/systemd', '-xdev', '-lname', '*openfloor*']);
  return [...new Set([...files, ...accounts, ...links.out.split('\n').filter((line) => line !== '')])].sort();
}

/** One JSON object for each line that a terminal has logged. */
export type LogLine = { readonly code: string } & Readonly<Record<string, unknown>>;

/** A kiosk that runs from the installed package. */
export type Kiosk = {
  readonly child: ChildProcess;
  readonly log: () => readonly LogLine[];
  /** Everything it has printed on standard error. */
  readonly printed: () => string;
  readonly exited: Promise<number | null>;
};

/** True when the terminal's user may build Chromium's sandbox here; some containers forbid it to everybody. */
export async function mayHaveSandbox(): Promise<boolean> {
  const { code } = await run('setpriv', [...asOpenfloor(), 'unshare', '--user', '--pid', '--fork', 'true']);
  return code === 0;
}

/** As openfloor.service starts it: the dedicated user, no new privileges, no capabilities. */
function asOpenfloor(): readonly string[] {
  return ['--reuid=openfloor', '--regid=openfloor', '--init-groups', '--no-new-privs', '--bounding-set=-all'];
}

/** Starts the installed kiosk on a screen, as the service would, with nothing of this environment but that screen. */
export function startInstalled(
  display: string,
  { sandbox, env = {} }: { readonly sandbox: boolean; readonly env?: Readonly<Record<string, string>> },
): Kiosk {
  const environment = { PATH: '/usr/bin:/bin', HOME: '/var/lib/openfloor', DISPLAY: display, ...env };
  const child = spawn(
    'setpriv',
    [
      ...asOpenfloor(),
      '/usr/bin/openfloor',
      'start',
      '--ozone-platform=x11',
      '--user-data-dir=/var/lib/openfloor',
      ...(sandbox ? [] : ['--no-sandbox']),
    ],
    { env: environment, cwd: '/var/lib/openfloor', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return {
    child,
    printed: () => printed,
    log: () => printed.split('\n').flatMap(logLine),
    exited: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
  };
}

function logLine(line: string): LogLine[] {
  if (!line.startsWith('{')) return [];
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'code' in value ? [value as LogLine] : [];
  } catch {
    return [];
  }
}

/** A process of the installed application. */
export type KioskProcess = {
  readonly pid: number;
  /** As Chromium names it: `renderer`, `gpu-process`; `browser` for the main one. */
  readonly type: string;
  readonly user: number;
  /** Fields of `/proc/<pid>/status`. */
  readonly status: Readonly<Record<string, string>>;
};

/** Every running process of the installed application. */
export async function kioskProcesses(): Promise<readonly KioskProcess[]> {
  const found: KioskProcess[] = [];
  for (const name of (await readdir('/proc')).filter((each) => /^\d+$/.test(each))) {
    try {
      // Chromium's children write their command line anew, with spaces.
      const words = readFileSync(path.join('/proc', name, 'cmdline'), 'utf8').split(/[\0 ]/);
      if (words[0] !== '/usr/lib/openfloor/openfloor-kiosk') continue;
      const status = Object.fromEntries(
        readFileSync(path.join('/proc', name, 'status'), 'utf8')
          .split('\n')
          .map((line) => line.split(/:\s+/, 2) as [string, string]),
      );
      const type = words.find((word) => word.startsWith('--type='))?.slice('--type='.length) ?? 'browser';
      found.push({ pid: Number(name), type, user: Number(status['Uid']?.split('\t')[0]), status });
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}

/** Files under a directory, seen from it; none when it is not there. */
export const filesUnder = (directory: string): readonly string[] =>
  existsSync(directory) ? (readdirSync(directory, { recursive: true }) as string[]).sort() : [];
