import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Centre,
  copyOf,
  expectDone,
  jsonOf,
  newCentre,
  newClient,
  removeTemporary,
} from './centre-under-test.ts';

// The process is killed from inside, at a point of its work that has a name: nothing of it runs any more, no clean-up either. All such
// points, one after the other, are in tests/soak/publish-kills.ts.

const CHILD = fileURLToPath(new URL('./killed-child.ts', import.meta.url));

let good: Centre;

beforeAll(async () => {
  good = await newCentre();
  expectDone(await good.publish('--channel', 'canary'));
});
afterAll(removeTemporary);

/** Runs a command of a centre in a process of its own that dies when it comes to `point`; returns the signal. */
function killedAt(point: string, centre: Centre, args: readonly string[]): Promise<NodeJS.Signals | null> {
  const signing = ['--to', centre.tree, '--keys', centre.keys, '--passphrase-file', centre.passphraseFile];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CHILD, point, ...args, ...signing], {
      cwd: centre.home,
      stdio: 'ignore',
    });
    child.once('exit', (_, signal) => resolve(signal));
  });
}

async function expectWhole(centre: Centre): Promise<void> {
  expect(jsonOf(await centre.run(['verify', centre.tree, '--keys', centre.keys, '--json']))).toMatchObject({
    ok: true,
    errors: 0,
    warnings: 0,
  });
}

describe('a publication that is killed', () => {
  it.each([
    ['before blobs/', 2],
    ['blobs', 2],
    ['targets', 2],
    ['metadata', 2],
    ['before metadata/timestamp.json', 2],
    ['after metadata/timestamp.json', 3],
  ])('at "%s" leaves the old edition or the new one, and is done by doing it again', async (point, seq) => {
    const centre = await copyOf(good);
    const terminal = await newClient(centre);
    await terminal.update('canary');
    await centre.retitle('Une autre lettre');
    const publish = ['publish', '--channel', 'canary', '--content', centre.guide];
    expect(await killedAt(point, centre, publish)).toBe('SIGKILL');

    await expectWhole(centre);
    expect((await terminal.update('canary')).channel?.seq).toBe(seq);
    const again = jsonOf(expectDone(await centre.publish('--channel', 'canary', '--json')));
    expect(again).toMatchObject({ seq: 3, changed: seq === 2 });
    expect((await terminal.update('canary')).channel?.seq).toBe(3);
    await expectWhole(centre);
    expect((await readdir(centre.tree)).sort()).toEqual(['blobs', 'metadata', 'patches', 'targets']);
    await terminal.stop();
  });
});

describe('a change of keys that is killed', () => {
  it.each([
    'keys',
    'after metadata/2.root.json',
    'after metadata/timestamp.json',
    'after metadata/3.root.json',
  ])(
    'at "%s" leaves a tree that terminals follow, and is finished by the next such command',
    async (point) => {
      const centre = await copyOf(good);
      const terminal = await newClient(centre);
      await terminal.update('canary');
      expect(await killedAt(point, centre, ['keys', 'rotate', 'online'])).toBe('SIGKILL');

      await expectWhole(centre);
      expect((await terminal.update('canary')).channel?.seq).toBe(2);
      const done = expectDone(await centre.sign('keys', 'rotate', 'online'));
      expect(done.out).toContain('An earlier change of the keys was interrupted');
      await terminal.update('canary');
      const { roles } = jsonOf(
        await centre.run(['keys', 'list', '--keys', centre.keys, '--to', centre.tree, '--json']),
      );
      expect(roles).toMatchObject([
        {},
        {},
        { keys: [{ name: 'online-2' }] },
        { keys: [{ name: 'online-2' }] },
      ]);
      await expectWhole(centre);
      expect(await readdir(centre.keys)).not.toContain('unfinished-change.json');
      await terminal.stop();
    },
  );
});

it('keys are all there or not at all when their making is killed', async () => {
  const centre = await newCentre(false);
  const args = [
    'keys',
    'init',
    '--keys',
    join(centre.home, 'made'),
    '--passphrase-file',
    centre.passphraseFile,
  ];
  const child = spawn(process.execPath, [CHILD, 'never', ...args], { cwd: centre.home, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // As soon as anything is there.
  while ((await readdir(centre.home)).length < 2 && child.exitCode === null)
    await new Promise((go) => setImmediate(go));
  child.kill('SIGKILL');
  await ended;
  const made = await readdir(join(centre.home, 'made')).catch(() => []);
  expect([0, 6]).toContain(made.length);
});
