import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Run } from '../guide-under-test.ts';
import {
  type Centre,
  copyOf,
  expectDone,
  jsonOf,
  newCentre,
  PASSPHRASE,
  removeTemporary,
  treeHash,
} from './centre-under-test.ts';

const DAY = 24 * 60 * 60 * 1000;
const asRoot = process.getuid?.() === 0;

/** Published twice on canary and once on stable; every test breaks a copy of it. */
let good: Centre;
/** Another centre, with other keys. */
let other: Centre;

beforeAll(async () => {
  good = await newCentre();
  expectDone(await good.publish('--channel', 'canary'));
  await good.retitle('Une autre lettre');
  expectDone(await good.publish('--channel', 'canary'));
  expectDone(await good.sign('promote', 'canary', 'stable', '--new-channel'));
  other = await newCentre();
  expectDone(await other.publish('--channel', 'canary'));
});
afterAll(removeTemporary);
afterEach(() => {
  vi.useRealTimers();
});

type Case = {
  readonly rule: string;
  /** Breaks something; whatever it returns is undone after the test. */
  readonly break?: (centre: Centre) => Promise<unknown>;
  readonly run?: (centre: Centre) => Promise<Run>;
  readonly skip?: boolean;
};

const publishAgain = async (centre: Centre): Promise<Run> => {
  await centre.retitle('Encore une autre');
  return centre.publish('--channel', 'canary', '--json');
};
const bend =
  (path: (centre: Centre) => string, change: (text: string) => string) => async (centre: Centre) => {
    await writeFile(path(centre), change(await readFile(path(centre), 'utf8')));
  };
const metadata = (name: string) => (centre: Centre) => join(centre.tree, 'metadata', name);
const key = (name: string) => (centre: Centre) => join(centre.keys, `${name}.pem`);
const NOTICE = `id: closed-early
urgency: urgent
until: 2036-12-01T18:00
title: { fr: Fermeture, nl: Dicht }
text:
  fr: On ferme.
  nl: We sluiten.
`;
const notice = (change: (text: string) => string) => async (centre: Centre) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-01T12:00:00Z') });
  expectDone(await centre.sign('refresh'));
  before = await treeHash(centre.tree);
  const text = NOTICE.replace('2036', '2026');
  expect(change(text)).not.toBe(text);
  await writeFile(join(centre.home, 'notice.yaml'), change(text));
  return centre.sign('notice', 'publish', 'notice.yaml', '--json');
};

/** Of the tree, before the command that is to be refused. */
let before: string;

const CASES: Readonly<Record<string, Case>> = {
  'a wrong passphrase': {
    rule: 'wrong-passphrase',
    break: ({ passphraseFile }) => writeFile(passphraseFile, 'another four words'),
  },
  'no passphrase and nobody to ask': {
    rule: 'no-passphrase',
    run: ({ run, tree, keys }) => run(['refresh', '--to', tree, '--keys', keys, '--json']),
  },
  'an empty passphrase file': {
    rule: 'passphrase-file-empty',
    break: ({ passphraseFile }) => writeFile(passphraseFile, '\n'),
  },
  'a passphrase file that is not there': {
    rule: 'passphrase-file-unreadable',
    break: ({ passphraseFile }) => rm(passphraseFile),
  },
  'a passphrase file that others can read': {
    rule: 'passphrase-file-open-to-others',
    break: ({ passphraseFile }) => chmod(passphraseFile, 0o644),
  },
  'a missing key of the editor': { rule: 'threshold-short', break: (centre) => rm(key('targets-1')(centre)) },
  'a missing online key': { rule: 'threshold-short', break: (centre) => rm(key('online-1')(centre)) },
  'one root key where two are needed': {
    rule: 'threshold-short',
    break: async (centre) => {
      await rm(key('root-1')(centre));
      await rm(key('root-3')(centre));
    },
    run: ({ sign }) => sign('keys', 'add', 'targets', '--json'),
  },
  'a key that others can read': {
    rule: 'key-open-to-others',
    break: (centre) => chmod(key('root-1')(centre), 0o640),
  },
  'a key that is not encrypted': {
    rule: 'key-not-encrypted',
    break: bend(key('targets-1'), (text) => text.replaceAll('ENCRYPTED ', '')),
  },
  'a damaged key': {
    rule: 'wrong-passphrase',
    break: bend(key('targets-1'), (text) => text.replace(/.{20}(?=\n-----END)/, 'A'.repeat(20))),
  },
  'a key of another centre under the right name': {
    rule: 'key-is-another',
    break: (centre) => cp(key('targets-1')(other), key('targets-1')(centre)),
  },
  'a key that is a shortcut': {
    rule: 'key-open-to-others',
    break: async (centre) => {
      await rename(key('targets-1')(centre), join(centre.home, 'elsewhere.pem'));
      await symlink(join(centre.home, 'elsewhere.pem'), key('targets-1')(centre));
    },
  },
  'a folder with keys that is not there': {
    rule: 'no-keys-folder',
    run: ({ run, tree }) => run(['refresh', '--to', tree, '--keys', 'nowhere', '--json']),
  },
  'keys without a root.json': { rule: 'no-root-in-keys', break: ({ keys }) => rm(join(keys, '1.root.json')) },
  'keys with a root.json that nobody signed': {
    rule: 'root-not-signed',
    break: bend(
      ({ keys }) => join(keys, '1.root.json'),
      (text) => text.replace(/"threshold":2/, '"threshold":1'),
    ),
  },
  'keys of two centres': {
    rule: 'keys-of-two-centres',
    run: ({ run, tree, keys, passphraseFile }) =>
      run([
        'refresh',
        '--to',
        tree,
        '--keys',
        `${keys},${other.keys}`,
        '--passphrase-file',
        passphraseFile,
        '--json',
      ]),
  },
  'a tree of another centre': {
    rule: 'tree-of-another-centre',
    break: async ({ tree }) => {
      await rm(tree, { recursive: true });
      await cp(other.tree, tree, { recursive: true });
    },
  },
  'a tree that somebody else signed': {
    rule: 'not-signed-by-us',
    break: (centre) => cp(metadata('timestamp.json')(other), metadata('timestamp.json')(centre)),
  },
  'a list of targets that somebody changed': {
    rule: 'metadata-damaged',
    break: bend(metadata('3.targets.json'), (text) => text.replace('canary', 'canory')),
  },
  'a channel that somebody changed': {
    rule: 'metadata-damaged',
    break: async ({ tree }) => {
      const folder = join(tree, 'targets/channels');
      for (const name of await readdir(folder)) await writeFile(join(folder, name), '{}');
    },
  },
  'a published list of files that is damaged': {
    rule: 'blob-damaged',
    break: async (centre) => {
      const { manifest } = jsonOf(await centre.publish('--channel', 'canary', '--json'));
      await writeFile(join(centre.tree, `blobs/${String(manifest).slice(0, 2)}/${manifest}`), '{}');
    },
  },
  'a folder that holds something else': {
    rule: 'not-a-tree',
    break: async ({ tree }) => {
      await rm(tree, { recursive: true });
      await mkdir(tree);
      await writeFile(join(tree, 'holidays.jpg'), 'x');
    },
  },
  'a tree that is a file': {
    rule: 'tree-not-writable',
    break: async ({ tree }) => {
      await rm(tree, { recursive: true });
      await writeFile(tree, 'x');
    },
  },
  'a second publisher': {
    rule: 'somebody-publishes',
    break: async ({ tree }) => {
      const began =
        (await readFile(`/proc/${process.pid}/stat`, 'utf8').catch(() => ''))
          .split(') ')[1]
          ?.split(' ')[19] ?? '';
      const lock = { token: 'x', host: hostname(), pid: process.pid, began, since: 'now' };
      await writeFile(join(tree, '.publishing'), JSON.stringify(lock));
    },
  },
  'a publisher on another computer': {
    rule: 'somebody-publishes',
    break: ({ tree }) =>
      writeFile(
        join(tree, '.publishing'),
        JSON.stringify({ token: 'x', host: 'another', pid: 1, began: '', since: 'now' }),
      ),
  },
  'numbers that were used before: a tree from an old copy': {
    rule: 'tree-is-older',
    break: async (centre) => {
      await cp(centre.tree, join(centre.home, 'copy'), { recursive: true });
      expectDone(await centre.sign('refresh'));
      await rm(centre.tree, { recursive: true });
      await rename(join(centre.home, 'copy'), centre.tree);
    },
  },
  'a clock that is years behind': {
    rule: 'clock-is-behind',
    run: (centre) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 400 * DAY });
      return publishAgain(centre);
    },
  },
  'a root that has ended': {
    rule: 'root-ended',
    run: (centre) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 731 * DAY });
      return publishAgain(centre);
    },
  },
  'a guide with a mistake': {
    rule: 'unknown-link',
    break: ({ guide }) =>
      writeFile(
        join(guide, 'pages/employment/cover-letter.fr.md'),
        '---\ntitle: a\nsummary: b\norder: 1\nupdated: 2026-01-01\n---\n\n[x](no/where)\n',
      ),
  },
  'a channel with a slip in its name': {
    rule: 'channel-is-new',
    run: (centre) => centre.publish('--channel', 'canray', '--json'),
  },
  'promoting from a channel that is not there': {
    rule: 'no-such-channel',
    run: ({ sign }) => sign('promote', 'beta', 'stable', '--json'),
  },
  'an undo to an edition that never was': {
    rule: 'unknown-edition',
    run: ({ sign }) => sign('rollback', '--channel', 'canary', '--edition', '77', '--json'),
  },
  'an undo of the first edition': {
    rule: 'nothing-before',
    run: ({ sign }) => sign('rollback', '--channel', 'stable', '--json'),
  },
  'an undo to an edition whose files are damaged': {
    rule: 'blob-damaged',
    break: async ({ tree }) => {
      const folder = join(tree, 'blobs');
      const files = (await readdir(folder, { recursive: true })).filter((path) =>
        /^..\/[0-9a-f]{64}$/.test(path),
      );
      for (const path of files) {
        const text = await readFile(join(folder, path), 'utf8');
        if (text.includes('cover-letter') && text.includes('"body"'))
          await writeFile(join(folder, path), 'x');
      }
    },
    run: ({ sign }) => sign('rollback', '--channel', 'canary', '--json'),
  },
  'a notice without Dutch': {
    rule: 'notice-lacks-language',
    run: notice((text) => text.replace(/\n {2}nl: .*/, '')),
  },
  'a notice in a language that the guide does not have': {
    rule: 'notice-in-other-language',
    run: notice((text) => `${text}  de: Wir schliessen.\n`),
  },
  'a notice that is over already': {
    rule: 'notice-is-over',
    run: notice((text) => text.replace('2026-12-01T18:00', '2026-12-01T12:30')),
  },
  'a notice without an end': {
    rule: 'notice-without-end',
    run: notice((text) => text.replace(/until: .*\n/, '')),
  },
  'a notice that stands for years': {
    rule: 'notice-stands-too-long',
    run: notice((text) => text.replace('2026', '2030')),
  },
  'a notice at an hour that is none': {
    rule: 'bad-moment',
    run: notice((text) => text.replace('T18:00', 'T25:00')),
  },
  'a notice with an endless text': {
    rule: 'notice-too-long',
    run: notice((text) => text.replace('On ferme.', 'On ferme. '.repeat(40))),
  },
  'a notice with a slip in a name': {
    rule: 'unknown-notice-key',
    run: notice((text) => text.replace('until:', 'untill:')),
  },
  'a notice that is no YAML': {
    rule: 'yaml-not-closed',
    run: notice((text) => text.replace('nl: Dicht }', 'nl: Dicht')),
  },
  'a notice that turns the line round': {
    rule: 'notice-not-taken',
    run: notice((text) => text.replace('On ferme.', 'On \u202eferme.')),
  },
  'a notice file that is not there': {
    rule: 'notice-file-unreadable',
    run: ({ sign }) => sign('notice', 'publish', 'nowhere.yaml', '--json'),
  },
  'withdrawing a notice that never was': {
    rule: 'no-such-notice',
    run: ({ sign }) => sign('notice', 'withdraw', 'closed', '--json'),
  },
  'removing the last key of a role': {
    rule: 'too-few-keys-left',
    run: ({ sign }) => sign('keys', 'remove', 'targets-1', '--json'),
  },
  'removing a key that is not there': {
    rule: 'no-such-key',
    run: ({ sign }) => sign('keys', 'remove', 'targets-9', '--json'),
  },
  'new keys where there are some': {
    rule: 'keys-folder-not-empty',
    run: ({ run, keys, passphraseFile }) =>
      run(['keys', 'init', '--keys', keys, '--passphrase-file', passphraseFile, '--json']),
  },
  'new keys with a short passphrase': {
    rule: 'passphrase-too-short',
    break: ({ passphraseFile }) => writeFile(passphraseFile, 'short'),
    run: ({ run, passphraseFile }) =>
      run(['keys', 'init', '--keys', 'fresh', '--passphrase-file', passphraseFile, '--json']),
  },
  'new keys with two passphrases for five': {
    rule: 'passphrases-miscounted',
    break: ({ passphraseFile }) => writeFile(passphraseFile, 'long enough for one\nlong enough for two\n'),
    run: ({ run, passphraseFile }) =>
      run(['keys', 'init', '--keys', 'fresh', '--passphrase-file', passphraseFile, '--json']),
  },
  'refreshing where nothing was published': {
    rule: 'nothing-published',
    break: ({ tree, keys }) => Promise.all([rm(tree, { recursive: true }), rm(join(keys, 'published.json'))]),
    run: ({ sign }) => sign('refresh', '--json'),
  },
  'a disk that is full': {
    rule: 'tree-not-written',
    skip: !asRoot,
    break: async (centre) => {
      const small = join(centre.home, 'small');
      await mkdir(small);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', small]);
      mounted.push(small);
      await cp(centre.tree, small, { recursive: true });
      await rm(centre.tree, { recursive: true });
      await symlink(small, centre.tree);
      // All but a few blocks are taken.
      const { stdout } = {
        stdout: execFileSync('df', ['--output=avail', '-B4096', small], { encoding: 'utf8' }),
      };
      const free = Number(stdout.trim().split('\n').at(-1));
      await writeFile(join(small, '.filler'), Buffer.alloc((free - 6) * 4096));
    },
  },
  'a disk that cannot be written': {
    rule: 'tree-not-writable',
    skip: !asRoot,
    break: async (centre) => {
      execFileSync('mount', ['--bind', centre.tree, centre.tree]);
      mounted.push(centre.tree);
      execFileSync('mount', ['-o', 'remount,bind,ro', centre.tree]);
    },
  },
};

const mounted: string[] = [];
afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder]);
});

describe('everything stays as it was, and a sentence says why, with', () => {
  it.each(Object.entries(CASES))('%s', async (_, { rule, break: spoil, run = publishAgain, skip }) => {
    if (skip === true) return;
    const centre = await copyOf(good);
    await spoil?.(centre);
    before = await treeHash(centre.tree);
    const refused = await run(centre);
    vi.useRealTimers();
    expect(jsonOf(refused)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ rule })]),
    });
    expect(refused.code).toBe(1);
    expect(await treeHash(centre.tree)).toBe(before);
    expect((await readdir(centre.home)).filter((name) => name.startsWith('fresh'))).toEqual([]);
    expect(`${refused.out}${refused.err}`).not.toContain(PASSPHRASE);
    // Every message says what happened, why it matters and what to do.
    for (const problem of Object(jsonOf(refused))['problems']) {
      for (const part of ['what', 'why', 'todo']) expect(problem[part]).toMatch(/\S/);
    }
  });
});

it('a publication whose very last file cannot be written says so, leaves a tree in order, and is finished by doing it again', async () => {
  const centre = await copyOf(good);
  await centre.retitle('Encore une autre');
  const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
  const signing = ['--to', centre.tree, '--keys', centre.keys, '--passphrase-file', centre.passphraseFile];
  const args = ['publish', '--channel', 'canary', '--content', centre.guide, ...signing];
  const broken = await centre.run(args, {
    reached: (point) => {
      if (point === 'before metadata/timestamp.json') throw full;
    },
  });
  expect(broken.code).toBe(1);
  expect(broken.err).toContain('broke off at its last step');
  expect(broken.err).toContain('the disk is full');
  const audit = ['verify', centre.tree, '--keys', centre.keys, '--json'];
  expect(jsonOf(await centre.run(audit))).toMatchObject({
    errors: 0,
    channels: [{ name: 'canary', seq: 3 }, {}],
  });
  expect(jsonOf(expectDone(await centre.run([...args, '--json'])))).toMatchObject({ changed: true, seq: 4 });
  expect(jsonOf(await centre.run(audit))).toMatchObject({
    errors: 0,
    channels: [{ name: 'canary', seq: 4 }, {}],
  });
});

describe('a command that was not understood', () => {
  it.each([
    [['publish', '--to', 'x', '--keys', 'y'], '--channel'],
    [['publish', '--to', 'x', '--channel', 'canary'], '--keys'],
    [['publish', '--keys', 'x', '--channel', 'canary'], '--to'],
    [['publish', '--channel', 'Canary!', '--to', 'x', '--keys', 'y'], 'name of a channel'],
    [['publish', '--channel', 'canary', '--rollout', '101', '--to', 'x', '--keys', 'y'], '0 to 100'],
    [['publish', '--channel', 'canary', '--passphrase', 'secret', '--to', 'x', '--keys', 'y'], 'no option'],
    [['promote', 'canary', '--to', 'x', '--keys', 'y'], 'two channels'],
    [['rollback', '--channel', 'stable', '--edition', '-1', '--to', 'x', '--keys', 'y'], '--edition'],
    [['notice', 'shout', '--to', 'x', '--keys', 'y'], 'does not exist'],
    [['notice', 'publish', '--to', 'x', '--keys', 'y'], 'its words'],
    [['keys', 'forge', '--keys', 'y'], 'does not exist'],
    [['keys', 'rotate', 'boss', '--to', 'x', '--keys', 'y'], 'no role'],
    [['keys', 'init', '--keys', 'y', '--roots', '0'], '--roots'],
    [['refresh', '--also', 'everything', '--to', 'x', '--keys', 'y'], '--also'],
    [['gc', '--keep-days', '0', '--to', 'x', '--keys', 'y'], '--keep-days'],
    [['verify'], 'published tree'],
    [['verify', 'x', '--keys', 'y', '--root', 'z'], 'do not go together'],
    [['serve'], 'folder'],
  ])('is %j', async (args, words) => {
    const run = await good.run(args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(words);
  });
});
