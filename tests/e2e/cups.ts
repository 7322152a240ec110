import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { findOnPath } from '../../src-main/dev/commands.ts';
import { stopProcess } from '../../src-main/dev/display.ts';
import { installPackages, isDebian, realSystemPorts } from '../../src-main/dev/system.ts';
import { freePort } from '../builders/free-port.ts';

const run = promisify(execFile);

/** Debian packages of the print system, of a printer that prints PDF files, and of tools that read those. */
const PACKAGES = ['cups', 'cups-client', 'printer-driver-cups-pdf', 'poppler-utils'];
const SYSTEM_SERVER = '/usr/lib/cups';
const PDF_DRIVER = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';

/** A whole print system of this test's own, on a port of this machine, beside the one the machine may have. */
export type Cups = {
  /** What a terminal must have in its environment to print here. */
  readonly env: { readonly CUPS_SERVER: string };
  /** Adds a printer that prints PDF files. */
  readonly addPdfPrinter: (name: string) => Promise<void>;
  /** Adds a printer whose device says what `nextReason` told it to, for instance `media-empty-error`, until told otherwise. */
  readonly addMoodyPrinter: (name: string) => Promise<void>;
  readonly setMood: (reason: string | null) => Promise<void>;
  /** Runs one of the print system's own commands, for instance `lpadmin`. */
  readonly command: (name: string, ...args: readonly string[]) => Promise<string>;
  /** The PDF files that came out of the printers, oldest first. */
  readonly printed: () => Promise<readonly string[]>;
  /** What lies in the spool: documents (`d…`) and descriptions (`c…`) of jobs. */
  readonly spool: () => Promise<readonly string[]>;
  readonly spoolDirectory: string;
  /** Every job a queue still knows, also those that are over. */
  readonly jobs: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Why these tests cannot run here; null when they can. Installs what is missing where it may. */
export async function whyNoCups(): Promise<string | null> {
  const system = realSystemPorts();
  const isThere = () =>
    ['cupsd', 'lpadmin', 'pdftotext'].every((name) => findOnPath(name, withSbin(process.env)) !== null);
  if (system.platform !== 'linux') return 'CUPS with a PDF printer is set up on Linux only.';
  // The PDF printer's program runs as the administrator or not at all.
  if (system.uid !== 0) return 'Only an administrator can start a print system with a PDF printer.';
  if (isThere() && (await readFile(PDF_DRIVER).catch(() => null)) !== null) return null;
  if (!isDebian(system.osRelease)) return `This system lacks CUPS; on Debian: ${PACKAGES.join(' ')}.`;
  try {
    await installPackages(system, PACKAGES);
  } catch (error) {
    return `CUPS could not be installed: ${String(error)}`;
  }
  return isThere() ? null : 'CUPS was installed, but its programs are not where they should be.';
}

/** Starts a print system in a directory; its rules are Debian's own. */
export async function startCups(directory: string): Promise<Cups> {
  const place = (name: string) => path.join(directory, name);
  for (const name of ['root/ppd', 'root/ssl', 'run', 'spool/tmp', 'cache', 'log', 'bin/backend'])
    await mkdir(place(name), { recursive: true });
  await borrowPrograms(place('bin'));
  await writeMoodyDevice(place('bin/backend/moody'), place('mood'));
  const port = await freePort();
  await writeFile(place('root/cupsd.conf'), await settingsFor(port));
  await writeFile(place('root/cups-files.conf'), filesFor(directory));
  const server = `127.0.0.1:${port}`;
  const env = { ...withSbin(process.env), CUPS_SERVER: server, LC_ALL: 'C' };
  const child = spawn('cupsd', ['-f', '-c', place('root/cupsd.conf'), '-s', place('root/cups-files.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const command = async (name: string, ...args: readonly string[]) =>
    (await run(name, [...args], { env })).stdout;
  await untilItListens(command);

  const added: string[] = [];
  const settings = (name: string) => `/etc/cups/cups-pdf-${name}.conf`;
  return {
    env: { CUPS_SERVER: server },
    command,
    addPdfPrinter: async (name) => {
      // The PDF printer looks for its settings in one place only, under the name of the queue.
      const id = `openfloor-${process.pid}-${name}`;
      added.push(settings(id));
      const lines = [
        `Out ${place('printed')}`,
        `AnonDirName ${place('printed')}`,
        `Spool ${place('pdf-spool')}`,
      ];
      await writeFile(settings(id), `${lines.join('\n')}\nLog ${place('log')}\nLabel 1\n`);
      await command('lpadmin', '-p', name, '-E', '-v', `cups-pdf:/${id}`, '-P', PDF_DRIVER);
    },
    addMoodyPrinter: async (name) => {
      await command('lpadmin', '-p', name, '-E', '-v', 'moody:/', '-P', PDF_DRIVER);
    },
    setMood: (reason) =>
      reason === null ? rm(place('mood'), { force: true }) : writeFile(place('mood'), reason),
    printed: async () => {
      const names = await readdir(place('printed'), { recursive: true }).catch(() => []);
      return names
        .filter((name) => name.endsWith('.pdf'))
        .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
        .map((name) => path.join(place('printed'), name));
    },
    spool: async () => (await readdir(place('spool'))).filter((name) => /^[cd]\d/.test(name)),
    spoolDirectory: place('spool'),
    jobs: () => command('lpstat', '-W', 'all', '-o'),
    stop: async () => {
      await stopProcess(child);
      for (const file of added) await rm(file, { force: true });
    },
  };
}

function withSbin(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PATH: `${env['PATH'] ?? ''}:/usr/sbin:/sbin` };
}

/** The system's own filters and devices by link, so that one more device can stand beside them. */
async function borrowPrograms(bin: string): Promise<void> {
  for (const name of ['cgi-bin', 'daemon', 'filter', 'notifier'])
    await symlink(path.join(SYSTEM_SERVER, name), path.join(bin, name)).catch(() => {});
  await symlink(path.join(SYSTEM_SERVER, 'backend/cups-pdf'), path.join(bin, 'backend/cups-pdf'));
}

/** A device that says it lacks what the file `mood` names, as long as there is that file; then it has printed. */
async function writeMoodyDevice(file: string, mood: string): Promise<void> {
  const script = `#!/bin/sh
[ $# = 0 ] && exit 0
cat > /dev/null
while [ -f '${mood}' ]; do echo "STATE: +$(cat '${mood}')" >&2; sleep 0.2; done
echo 'STATE: -media-empty-error,offline-report,cover-open' >&2
exit 0
`;
  await writeFile(file, script);
  await chmod(file, 0o755);
}

/** The rules of Debian's own settings, so that a terminal may here what it may there; only where it listens is ours. */
async function settingsFor(port: number): Promise<string> {
  const debian = await readFile('/etc/cups/cupsd.conf', 'utf8');
  const policies = debian.match(/<Policy [^>]*>[\s\S]*?<\/Policy>/g) ?? [];
  return [
    `Listen 127.0.0.1:${port}`,
    'Browsing No',
    'WebInterface No',
    'DefaultAuthType None',
    'PreserveJobHistory Yes',
    'PreserveJobFiles Yes',
    '<Location />\nOrder allow,deny\nAllow from 127.0.0.1\n</Location>',
    // Without a password the test could set up no printer; what a terminal does is not touched by this.
    ...policies.map((policy) =>
      policy.replace(/^\s*AuthType .*$/gm, '').replace(/Require user @SYSTEM/g, ''),
    ),
    '',
  ].join('\n');
}

function filesFor(directory: string): string {
  return `ServerRoot ${directory}/root
ServerBin ${directory}/bin
DataDir /usr/share/cups
CacheDir ${directory}/cache
StateDir ${directory}/run
RequestRoot ${directory}/spool
TempDir ${directory}/spool/tmp
ServerKeychain ${directory}/root/ssl
AccessLog ${directory}/log/access
ErrorLog ${directory}/log/error
PageLog ${directory}/log/page
Sandboxing relaxed
SystemGroup root
`;
}

async function untilItListens(command: Cups['command']): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const answer = await command('lpstat', '-r').catch(() => '');
    if (answer.includes('is running')) return;
    if (Date.now() > until) throw new Error('The print system of this test did not start.');
  }
}
