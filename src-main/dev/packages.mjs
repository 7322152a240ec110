// The packages of this project: are they installed as the lock file says, and if not, install them.
// Plain JavaScript without dependencies: this is what runs on a fresh clone, on Node 20.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

/** The folder that holds package.json. */
export const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const STAMP = '.openfloor-packages';
const OLDEST_NODE = [20, 0];
/** Oldest Node that can do the real work when node_modules brings none (require of ES modules). */
const OLDEST_NODE_FOR_WORK = [22, 12];

/** A failure whose message is meant for a person; `exitCode` is what the process ends with. */
export class SetupProblem extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'SetupProblem';
    this.exitCode = exitCode;
  }
}

/** Throws a SetupProblem when the Node that runs this is too old even to install the packages. */
export function assertNodeCanInstall(version = process.versions.node) {
  if (!atLeast(version, OLDEST_NODE)) {
    throw new SetupProblem(
      `This is Node ${version}, and Openfloor needs Node ${OLDEST_NODE[0]} or newer.\n` +
        'Install a current Node (nodejs.org, your package manager, or nvm) and run the same command again.',
    );
  }
}

/** Are the packages as the lock file says? Returns `fresh`, `missing` or `stale`. */
export function packagesState(dir) {
  if (!existsSync(path.join(dir, 'node_modules'))) return 'missing';
  if (readOrNull(stampFile(dir)) === lockHash(dir)) return 'fresh';
  return agreesWithNpmRecord(dir) ? 'fresh' : 'stale';
}

/** Makes node_modules match the lock file; does nothing when it already does. `install(dir)` resolves to {code, output}. */
export async function ensurePackages({ dir = projectDir, install = npmCi, say = console.log } = {}) {
  if (settled(dir)) return;
  await withLock(
    path.join(dir, '.cache', 'packages.lock'),
    async () => {
      if (settled(dir)) return; // Another run did it while we waited.
      const why =
        packagesState(dir) === 'missing'
          ? 'The packages are not installed yet'
          : 'The installed packages do not match package-lock.json (changed, or an earlier install was cut short)';
      say(`${why}: running npm ci. This takes a minute or two.`);
      // Whatever happens from here on, a half-done folder must not look finished.
      for (const proof of [stampFile(dir), npmRecord(dir)]) rmSync(proof, { force: true });
      const { code, output } = await install(dir);
      if (code !== 0) throw new SetupProblem(explainFailedInstall(output));
      writeFileSync(stampFile(dir), lockHash(dir));
    },
    { onWait: (pid) => say(`Another run (process ${pid}) is installing the packages: waiting for it.`) },
  );
}

/** Fresh, and stamped so that the next look is one comparison. */
function settled(dir) {
  if (packagesState(dir) !== 'fresh') return false;
  if (readOrNull(stampFile(dir)) !== lockHash(dir)) writeFileSync(stampFile(dir), lockHash(dir));
  return true;
}

/** Someone may run `npm ci` by hand. npm writes its own record last, so an interrupted install has none. */
function agreesWithNpmRecord(dir) {
  try {
    const wanted = JSON.parse(readFileSync(path.join(dir, 'package-lock.json'), 'utf8')).packages;
    const found = JSON.parse(readFileSync(npmRecord(dir), 'utf8')).packages;
    return Object.entries(wanted).every(([where, entry]) => {
      if (where === '') return true;
      const installed = found[where];
      if (!installed) return entry.optional === true;
      return installed.version === entry.version && installed.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

/** Which Node does the real work: the one in node_modules, else the running one if new enough. Returns {path, flags}. */
export function chooseNode(dir, running = { version: process.versions.node, path: process.execPath }) {
  for (const name of ['node', 'node.exe']) {
    const own = path.join(dir, 'node_modules/node/bin', name);
    if (existsSync(own)) return { path: own, flags: [] };
  }
  if (!atLeast(running.version, OLDEST_NODE_FOR_WORK)) {
    throw new SetupProblem(
      `node_modules holds no Node of its own (its install script did not run), and Node ${running.version} is too old ` +
        `to do the work: ${OLDEST_NODE_FOR_WORK.join('.')} or newer is needed.\n` +
        'Allow install scripts (npm config set ignore-scripts false) and run npm ci, or install a newer Node.',
    );
  }
  // From 22.18 and 23.6 on, Node reads .ts files without being asked.
  const readsTypes =
    atLeast(running.version, [23, 6]) ||
    (atLeast(running.version, [22, 18]) && major(running.version) === 22);
  return { path: running.path, flags: readsTypes ? [] : ['--experimental-strip-types'] };
}

/** Installs what is missing, then runs one script of the project with the right Node. Resolves to its exit code. */
export async function runWithPackages(script, args) {
  assertNodeCanInstall();
  await ensurePackages();
  const node = chooseNode(projectDir);
  return (await run(node.path, [...node.flags, path.resolve(projectDir, script), ...args], {})).code;
}

/** Runs `main` and ends the process with its exit code; a SetupProblem is printed without a stack. */
export async function exitWith(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(
      `\n${error instanceof SetupProblem ? error.message : `The set-up failed: ${error.message}`}`,
    );
    process.exitCode = error instanceof SetupProblem ? error.exitCode : 1;
  }
}

async function npmCi(dir) {
  const result = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: dir,
    env: { ...process.env, PATH: pathOutside(dir) },
    stderr: 'pipe',
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  });
  return result;
}

/** npm ci removes node_modules, so it must not itself run on the Node inside. */
function pathOutside(dir) {
  const inside = path.join(dir, 'node_modules') + path.sep;
  const parts = (process.env.PATH ?? process.env.Path ?? '').split(path.delimiter);
  return parts.filter((part) => !(real(part) + path.sep).startsWith(inside)).join(path.delimiter);
}

/** Starts a child that shares our terminal, passes signals on, resolves to {code, output of stderr if piped}. */
function run(file, args, { stderr = 'inherit', ...options }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['inherit', 'inherit', stderr] });
    let output = '';
    child.stderr?.on('data', (chunk) => {
      process.stderr.write(chunk);
      output = (output + chunk).slice(-20_000);
    });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    const watch = watchParent(() => child.kill('SIGTERM'));
    const done = (code) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** npm runs us through a shell that does not pass signals on: when that shell is gone, somebody ended npm. */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, 500);
  watch.unref();
  return watch;
}

/** What to tell a person when npm ci failed, from what it printed. */
export function explainFailedInstall(output) {
  const again = 'Then run the same command again: it starts afresh.';
  if (/ENOSPC|no space left/i.test(output)) {
    return `npm ci failed: the disk is full. Free about 1 GB. ${again}`;
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(
      output,
    )
  ) {
    return (
      'npm ci failed: the package registry could not be reached. Check the network, and behind a company proxy ' +
      `the npm settings "registry", "proxy" and "https-proxy" (npm config list). ${again}`
    );
  }
  if (/EINTEGRITY/.test(output)) {
    return `npm ci failed: a package is not the one package-lock.json names (see above). Run npm cache verify. ${again}`;
  }
  if (/can only install packages when your package\.json and package-lock\.json/i.test(output)) {
    return 'npm ci failed: package.json and package-lock.json disagree. Run npm install and commit the lock file.';
  }
  if (/EACCES|EPERM|EBUSY/.test(output)) {
    return (
      'npm ci failed: it may not write to node_modules, or a file there is in use. ' +
      `Close what uses it, check who owns the folder, or run npm ci yourself in a new terminal. ${again}`
    );
  }
  if (/spawn npm ENOENT/.test(output)) {
    return `npm is not on the PATH. Install Node with npm (nodejs.org). ${again}`;
  }
  return `npm ci failed; its own words are above. ${again}`;
}

function stampFile(dir) {
  return path.join(dir, 'node_modules', STAMP);
}

function npmRecord(dir) {
  return path.join(dir, 'node_modules', '.package-lock.json');
}

function lockHash(dir) {
  return createHash('sha256')
    .update(readFileSync(path.join(dir, 'package-lock.json')))
    .digest('hex');
}

function readOrNull(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function real(file) {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function major(version) {
  return Number(version.split('.')[0]);
}

function atLeast(version, [wantMajor, wantMinor]) {
  const [haveMajor, haveMinor] = version.split('.').map(Number);
  return haveMajor > wantMajor || (haveMajor === wantMajor && haveMinor >= wantMinor);
}
