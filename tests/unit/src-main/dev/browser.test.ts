import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../../../src-main/dev/browser.ts';
import type { RunCommand } from '../../../../src-main/dev/commands.ts';
import type { SystemPorts } from '../../../../src-main/dev/system.ts';

let dir: string;
let said: string[];
let commands: string[];
let aptBrings: boolean;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  said = [];
  commands = [];
  aptBrings = true;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const chromium = () => path.join(dir, 'chromium');

const run: RunCommand = async (file, args) => {
  commands.push([file, ...args].join(' '));
  const installs = args.includes('install');
  if (installs && aptBrings) writeFileSync(chromium(), '');
  return { code: installs && !aptBrings ? 100 : 0, output: 'Candidate: 1.0', silent: false };
};

function ports(changes: Partial<SystemPorts> = {}): SystemPorts {
  return {
    platform: 'linux',
    env: { PATH: dir },
    uid: 0,
    osRelease: 'ID=debian\n',
    sandboxRestricted: false,
    run,
    say: (line) => said.push(line),
    ...changes,
  };
}

test('a browser that is named or there already is taken as it is', async () => {
  expect(await findBrowser(ports({ env: { OPENFLOOR_CHROMIUM: '/opt/chrome' } }))).toBe('/opt/chrome');
  writeFileSync(chromium(), '');
  expect(await findBrowser(ports({ platform: 'darwin' }))).toBe(chromium());
  expect(commands).toEqual([]);
});

test('root on Debian gets one installed', async () => {
  expect(await findBrowser(ports())).toBe(chromium());
  expect(commands.find((command) => command.includes('install'))).toMatch(/ chromium$/);
});

test.each([
  ['somebody who is not root', { uid: 1000 }, /sudo apt-get install chromium/],
  ['another system', { osRelease: 'ID=fedora\n' }, /OPENFLOOR_CHROMIUM/],
] as const)('%s does without, and is told how to get one', async (_, changes, sentence) => {
  expect(await findBrowser(ports(changes))).toBeNull();
  expect(said.join('\n')).toMatch(sentence);
  expect(said.join('\n')).toContain('the tests of the preview are skipped');
  expect(commands).toEqual([]);
});

test('an installation that fails keeps nothing else from running', async () => {
  aptBrings = false;
  expect(await findBrowser(ports())).toBeNull();
  expect(said.join('\n')).toContain('could not be installed');
});
