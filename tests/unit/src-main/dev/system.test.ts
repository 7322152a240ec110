import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunCommand } from '../../../../src-main/dev/commands.ts';
import { ensureSystem, type SystemPorts, sandboxArguments } from '../../../../src-main/dev/system.ts';

const DEBIAN = 'ID=debian\nVERSION_ID="12"\n';
const UBUNTU = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n';

let dir: string;
let said: string[];
let commands: string[];
let lacking: string[];
/** Names the fake package list offers; null means every one. */
let offered: readonly string[] | null;
let aptWorks: boolean;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  writeFileSync(path.join(dir, 'Xvfb'), '');
  chmodSync(path.join(dir, 'Xvfb'), 0o755);
  said = [];
  commands = [];
  lacking = ['libgtk-3.so.0'];
  offered = null;
  aptWorks = true;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run: RunCommand = async (file, args) => {
  const answer = (output: string, code = 0) => ({ code, output, silent: false });
  if (file === 'ldd') {
    return answer(
      ['\tlibc.so.6 => /lib/libc.so.6 (0x1)', ...lacking.map((name) => `\t${name} => not found`)].join('\n'),
    );
  }
  if (file === 'apt-cache') {
    const name = args[1] ?? '';
    return answer(
      `${name}:\n  Candidate: ${offered === null || offered.includes(name) ? '1.0' : '(none)'}\n`,
    );
  }
  commands.push([file, ...args].join(' '));
  const installs = args.includes('install');
  if (installs && aptWorks) lacking = [];
  return answer('apt said this', installs && !aptWorks ? 100 : 0);
};

function ports(changes: Partial<SystemPorts> = {}): SystemPorts {
  return {
    platform: 'linux',
    env: { PATH: dir },
    uid: 0,
    osRelease: DEBIAN,
    sandboxRestricted: false,
    run,
    say: (line) => said.push(line),
    ...changes,
  };
}

describe('a machine that lacks libraries', () => {
  it('gets them by itself when root runs us, after a fresh list', async () => {
    await ensureSystem(ports(), '/e', true);
    expect(commands[0]).toBe('apt-get update');
    expect(commands[1]).toMatch(/^apt-get .*install -y --no-install-recommends xvfb .*libgtk-3-0 /);
    expect(said.join()).toContain('lacks libgtk-3.so.0');
  });

  it('gets them under the names newer Ubuntu gave them', async () => {
    offered = ['xvfb', 'xauth', 'libgtk-3-0t64', 'libasound2t64'];
    await ensureSystem(ports({ osRelease: UBUNTU }), '/e', true);
    expect(commands[1]).toContain('xvfb xauth libgtk-3-0t64 libnss3 libasound2t64 ');
  });

  it('tells anybody else the exact command, and installs nothing', async () => {
    await expect(ensureSystem(ports({ uid: 1000 }), '/e', true)).rejects.toThrow(
      /lacks libgtk-3\.so\.0.*sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth libgtk-3-0/s,
    );
    expect(commands).toEqual([]);
  });

  it('is told the names when it is no Debian', async () => {
    await expect(ensureSystem(ports({ osRelease: 'ID=fedora\n' }), '/e', true)).rejects.toThrow(
      /package manager.*libnss3/s,
    );
  });

  it('is told what apt said when that fails', async () => {
    aptWorks = false;
    await expect(ensureSystem(ports(), '/e', true)).rejects.toThrow(/could not be installed.*apt said this/s);
  });
});

describe('a machine that has its libraries', () => {
  it('is left alone', async () => {
    lacking = [];
    await ensureSystem(ports({ uid: 1000 }), '/e', true);
    expect(commands).toEqual([]);
  });

  it('needs Xvfb only when it has no screen', async () => {
    lacking = [];
    const without = ports({ uid: 1000, env: { PATH: path.join(dir, 'empty') } });
    await ensureSystem(without, '/e', false);
    await expect(ensureSystem(without, '/e', true)).rejects.toThrow(/lacks Xvfb/);
  });

  it('is not even looked at when it is no Linux', async () => {
    await ensureSystem(ports({ platform: 'darwin', uid: 501 }), '/e', true);
    expect(commands).toEqual([]);
  });
});

describe('the sandbox', () => {
  it('is off for root only, and that is said', () => {
    expect(sandboxArguments(ports({ uid: 0 }))).toEqual(['--no-sandbox']);
    expect(said.join()).toContain('--no-sandbox');
    expect(sandboxArguments(ports({ uid: 1000 }))).toEqual([]);
  });

  it('stays on where the system restricts it, with a hint', () => {
    expect(sandboxArguments(ports({ uid: 1000, sandboxRestricted: true }))).toEqual([]);
    expect(said.join()).toContain('apparmor_restrict_unprivileged_userns');
  });
});
