import { spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { findOnPath } from '../../../../../src-main/dev/commands.ts';
import { ENTRY } from '../guide-under-test.ts';
import {
  copyOf,
  expectDone,
  jsonOf,
  newCentre,
  newClient,
  PASSPHRASE,
  removeTemporary,
} from './centre-under-test.ts';

afterAll(removeTemporary);
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('new keys', () => {
  it('lie in files of their own that only their owner can read, and OpenSSL can open them', async () => {
    const { keys } = await newCentre();
    expect((await readdir(keys)).sort()).toEqual([
      '1.root.json',
      'online-1.pem',
      'root-1.pem',
      'root-2.pem',
      'root-3.pem',
      'targets-1.pem',
    ]);
    expect((await stat(keys)).mode & 0o777).toBe(0o700);
    const pem = await readFile(join(keys, 'root-1.pem'), 'utf8');
    expect((await stat(join(keys, 'root-1.pem'))).mode & 0o777).toBe(0o600);
    expect(createPrivateKey({ key: pem, passphrase: PASSPHRASE }).asymmetricKeyType).toBe('ed25519');
    expect(() => createPrivateKey({ key: pem, passphrase: 'another passphrase' })).toThrow();
  });

  it('can each have a passphrase of their own, and a file with all of them opens each', async () => {
    const centre = await newCentre(false);
    const lines = [
      'one for the first',
      'two for the second',
      'three for the third',
      'four for the editor',
      'five for the timer',
    ];
    await writeFile(centre.passphraseFile, lines.join('\n'));
    const made = await centre.run([
      'keys',
      'init',
      '--keys',
      centre.keys,
      '--passphrase-file',
      centre.passphraseFile,
    ]);
    expect(expectDone(made).out).toContain('Where to keep them');
    // The editor needs the fourth and the fifth.
    await writeFile(centre.passphraseFile, lines.slice(3).reverse().join('\n'));
    expectDone(await centre.publish('--channel', 'canary'));
    await writeFile(centre.passphraseFile, lines.slice(0, 4).join('\n'));
    expect((await centre.sign('refresh')).err).toContain('online-1');
  });

  it('can be as many as a centre wants', async () => {
    const centre = await newCentre(false);
    const counts = ['--roots', '5', '--threshold', '3', '--editors', '2'];
    expectDone(
      await centre.run([
        'keys',
        'init',
        '--keys',
        centre.keys,
        '--passphrase-file',
        centre.passphraseFile,
        ...counts,
      ]),
    );
    const { roles } = jsonOf(await centre.run(['keys', 'list', '--keys', centre.keys, '--json']));
    expect(roles).toMatchObject([
      { role: 'root', threshold: 3, keys: Array(5).fill({ here: true }) },
      { keys: [{}, {}] },
      {},
      {},
    ]);
  });
});

describe('keys that are kept apart', () => {
  it('are brought together from several folders for a change, and two of three are enough', async () => {
    const centre = await newCentre();
    expectDone(await centre.publish('--channel', 'canary'));
    for (const stick of ['stick-1', 'stick-3']) {
      const folder = join(centre.home, stick);
      await mkdir(folder, { mode: 0o700 });
      await rename(join(centre.keys, `root-${stick.at(-1)}.pem`), join(folder, `root-${stick.at(-1)}.pem`));
    }
    await rm(join(centre.keys, 'root-2.pem'));
    const alone = await centre.sign('keys', 'rotate', 'online');
    expect(alone.code).toBe(1);
    expect(alone.err).toContain('root-1, root-2, root-3');
    const all = `${centre.keys},${join(centre.home, 'stick-1')},${join(centre.home, 'stick-3')}`;
    const rest = ['--to', centre.tree, '--passphrase-file', centre.passphraseFile];
    expectDone(await centre.run(['keys', 'rotate', 'online', '--keys', all, ...rest]));
    const terminal = await newClient(centre);
    expect(await terminal.update('canary')).toMatchObject({ rootVersion: 3, channel: { seq: 2 } });
    await terminal.stop();
  });

  it('let an editor publish whose copy of root.json is from the beginning', async () => {
    const centre = await newCentre();
    expectDone(await centre.publish('--channel', 'canary'));
    const early = join(centre.home, 'early');
    await mkdir(early, { mode: 0o700 });
    await cp(join(centre.keys, '1.root.json'), join(early, '1.root.json'));
    for (let count = 0; count < 2; count += 1) expectDone(await centre.sign('keys', 'rotate', 'online'));
    for (const name of ['targets-1.pem', 'online-3.pem'])
      await cp(join(centre.keys, name), join(early, name));
    await chmod(join(early, 'online-3.pem'), 0o600);
    await centre.retitle('Une autre lettre');
    const rest = ['--to', centre.tree, '--content', centre.guide, '--passphrase-file', centre.passphraseFile];
    expectDone(await centre.run(['publish', '--channel', 'canary', '--keys', early, ...rest]));
    const terminal = await newClient(centre);
    expect(await terminal.update('canary')).toMatchObject({ rootVersion: 5, channel: { seq: 3 } });
    await terminal.stop();
  });
});

it('a terminal that is five roots behind catches up in one go, with every key replaced in the meantime', async () => {
  const centre = await newCentre();
  expectDone(await centre.publish('--channel', 'canary'));
  const behind = await newClient(centre);
  expect(await behind.update('canary')).toMatchObject({ rootVersion: 1 });
  for (const role of ['targets', 'online', 'root'])
    expectDone(await centre.sign('keys', 'rotate', role, '--all'));
  for (const key of ['root-1', 'root-2', 'root-3', 'targets-1', 'online-1'])
    await rm(join(centre.keys, `${key}.pem`));
  await centre.retitle('Une autre lettre');
  expectDone(await centre.publish('--channel', 'canary'));
  expect(await behind.update('canary')).toMatchObject({ rootVersion: 6, channel: { seq: 3 } });
  await behind.stop();
});

it('an undo goes only to what an editor signed, whatever else lies in the tree', async () => {
  const centre = await newCentre();
  expectDone(await centre.publish('--channel', 'canary'));
  await centre.retitle('Une autre lettre');
  expectDone(await centre.publish('--channel', 'canary'));
  // Somebody who can write on the server leaves a channel of another centre there, as if it had been published once.
  const other = await newCentre();
  await other.retitle('Mensonges');
  expectDone(await other.publish('--channel', 'canary'));
  for (const part of ['targets', 'blobs'])
    await cp(join(other.tree, part), join(centre.tree, part), { recursive: true });
  const { manifest } = jsonOf(expectDone(await centre.sign('rollback', '--channel', 'canary', '--json')));
  const list = await readFile(join(centre.tree, `blobs/${String(manifest).slice(0, 2)}/${manifest}`), 'utf8');
  const theirs = jsonOf(await other.publish('--channel', 'canary', '--json'))['manifest'];
  const lies = JSON.parse(
    await readFile(join(other.tree, `blobs/${String(theirs).slice(0, 2)}/${theirs}`), 'utf8'),
  );
  expect(JSON.parse(list).files).not.toEqual(lies.files);
});

it('a channel in a tree from an old copy is published above the highest number ever used', async () => {
  const centre = await newCentre();
  expectDone(await centre.publish('--channel', 'canary'));
  const terminal = await newClient(centre);
  await cp(centre.tree, join(centre.home, 'copy'), { recursive: true });
  await centre.retitle('Une autre lettre');
  expectDone(await centre.publish('--channel', 'canary'));
  expectDone(await centre.sign('refresh'));
  expect((await terminal.update('canary')).channel?.seq).toBe(3);
  await rm(centre.tree, { recursive: true });
  await rename(join(centre.home, 'copy'), centre.tree);
  expect((await centre.publish('--channel', 'canary')).err).toContain('old copy');
  expectDone(await centre.publish('--channel', 'canary', '--restored'));
  expect((await terminal.update('canary')).channel?.seq).toBe(4);
  await terminal.stop();
});

describe('a passphrase', () => {
  it('is in no file, no output and no log of what it opens', async () => {
    const secret = 'nobody may ever find these words';
    vi.stubEnv('OPENFLOOR_PASSPHRASE', secret);
    const centre = await newCentre(false);
    const said: string[] = [];
    for (const args of [
      ['keys', 'init', '--keys', centre.keys],
      [
        'publish',
        '--channel',
        'canary',
        '--content',
        centre.guide,
        '--to',
        centre.tree,
        '--keys',
        centre.keys,
      ],
      ['keys', 'rotate', 'online', '--to', centre.tree, '--keys', centre.keys, '--json'],
    ]) {
      const run = expectDone(await centre.run(args));
      said.push(run.out, run.err);
    }
    const wrong = await copyOf(centre);
    vi.stubEnv('OPENFLOOR_PASSPHRASE', 'some other words altogether');
    const refused = await wrong.run(['refresh', '--to', wrong.tree, '--keys', wrong.keys]);
    expect(refused.err).toContain('does not open');
    said.push(refused.out, refused.err);
    expect(said.join('\n')).not.toMatch(/nobody may ever|some other words/);
    const files = await readdir(centre.home, { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile())) {
      expect(await readFile(join(file.parentPath, file.name), 'latin1'), file.name).not.toContain(secret);
    }
  });

  it('is asked for without being shown, again when it is mistyped, and never in the list of processes', async (context) => {
    context.skip(
      process.platform !== 'linux' || findOnPath('script', process.env) === null,
      'needs script(1) of util-linux',
    );
    const centre = await newCentre();
    expectDone(await centre.publish('--channel', 'canary'));
    const command = `${process.execPath} ${ENTRY} refresh --to ${centre.tree} --keys ${centre.keys}`;
    // A real terminal around it: what is typed would be seen in what comes out.
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      stdio: 'pipe',
      env: { ...process.env, OPENFLOOR_PASSPHRASE: '' },
    });
    let shown = '';
    let processes = '';
    const typed = ['a slip of the fingers', `${PASSPHRASE}x\u007f`];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      if (!/Passphrase of online-1: $/.test(text)) return;
      spawn('cat', [`/proc/${child.pid}/cmdline`]).stdout.on('data', (line) => {
        processes += String(line);
      });
      child.stdin.write(`${typed.shift()}\r`);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(shown).toContain('That did not open it.');
    expect(shown).toContain('Signed anew');
    expect(shown).not.toMatch(/slip of|four words/);
    expect(processes).not.toMatch(/slip of|four words/);
    expect(code).toBe(0);
  });

  it('that nobody finishes typing changes nothing', async (context) => {
    context.skip(
      process.platform !== 'linux' || findOnPath('script', process.env) === null,
      'needs script(1) of util-linux',
    );
    const centre = await newCentre(false);
    const child = spawn(
      'script',
      ['-qec', `${process.execPath} ${ENTRY} keys init --keys ${centre.keys}`, '/dev/null'],
      {
        stdio: 'pipe',
        env: { ...process.env, OPENFLOOR_PASSPHRASE: '' },
      },
    );
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      if (/New passphrase for root-1.*: $/.test(text)) child.stdin.write('half a pass\u0003');
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(shown).toContain('Stopped. Nothing was changed.');
    expect(code).toBe(1);
    expect(await readdir(centre.home)).not.toContain('keys');
  });
});
