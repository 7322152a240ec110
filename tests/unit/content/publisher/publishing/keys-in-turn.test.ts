import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type Centre,
  expectDone,
  jsonOf,
  newCentre,
  newClient,
  removeTemporary,
  treeHash,
} from './centre-under-test.ts';

afterAll(removeTemporary);

// Three people hold the root keys, each on a computer of their own, which here is a folder. What goes from one to another is named: a public
// half, and the file that goes round.

/** A centre whose computers are folders: `office` publishes, and holds no root key. */
type Apart = Centre & {
  readonly round: string;
  readonly holder: (number: number) => string;
  /** A holder signs, on their own computer: with their own folder, and the file that was brought. */
  readonly sign1: (number: number, ...more: readonly string[]) => ReturnType<Centre['run']>;
  readonly finish: (...more: readonly string[]) => ReturnType<Centre['run']>;
};

async function apart(): Promise<Apart> {
  const centre = await newCentre(false);
  const holder = (number: number) => join(centre.home, `computer-${number}`);
  const passphrase = ['--passphrase-file', centre.passphraseFile];
  const round = join(centre.home, 'round.json');
  return {
    ...centre,
    round,
    holder,
    sign1: (number, ...more) =>
      centre.run(['keys', 'sign', round, '--keys', holder(number), ...passphrase, ...more]),
    finish: (...more) => centre.run(['keys', 'finish', round, '--keys', centre.keys, ...passphrase, ...more]),
  };
}

const halves = (centre: Apart) => [1, 2, 3].map((each) => join(centre.holder(each), `root-${each}.pub`));

/** Each holder makes their key; the office makes the rest, and begins. */
async function begun(): Promise<Apart> {
  const centre = await apart();
  const passphrase = ['--passphrase-file', centre.passphraseFile];
  const prints: string[] = [];
  for (const each of [1, 2, 3]) {
    const args = ['keys', 'new', `root-${each}`, '--keys', centre.holder(each), ...passphrase];
    const { fingerprint } = jsonOf(expectDone(await centre.run([...args, '--json'])));
    expect(fingerprint).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    prints.push(String(fingerprint));
  }
  const init = ['keys', 'init', '--keys', centre.keys, '--public', halves(centre).join()];
  const { out } = expectDone(await centre.run([...init, '--in-turn', centre.round, ...passphrase]));
  // What each holder has read out by telephone.
  for (const print of prints) expect(out).toContain(print);
  return centre;
}

/** A centre that has published, and whose holders have nothing but their key and `1.root.json`. */
async function founded(): Promise<Apart> {
  const centre = await begun();
  expectDone(await centre.sign1(1));
  expectDone(await centre.sign1(3));
  expectDone(await centre.finish());
  for (const each of [1, 2, 3])
    await cp(join(centre.keys, '1.root.json'), join(centre.holder(each), '1.root.json'));
  await rm(centre.round);
  expectDone(await centre.publish('--channel', 'canary'));
  return centre;
}

/** Where every private key lies, by the bytes of its file. */
async function privateKeys({ home }: Centre): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'latin1');
    if (text.includes('PRIVATE KEY'))
      found.set(text, [...(found.get(text) ?? []), path.slice(home.length + 1)]);
  }
  return found;
}

describe('a centre whose root keys three people hold', () => {
  it('begins with public halves only, and no private key is ever in two places', async () => {
    const centre = await begun();
    expect((await readdir(centre.keys)).sort()).toEqual(['online-1.pem', 'targets-1.pem']);
    // One of them is not enough, and nothing can be published yet.
    const first = expectDone(await centre.sign1(2));
    expect(first.out).toContain('A centre begins');
    expect(first.out).toContain('2 of 3: root-1, root-2, root-3');
    expect(first.out).toContain('1 more signature is needed, by one of: root-1, root-3');
    expect((await centre.finish()).err).toContain('1 signature is still missing');
    expect((await centre.publish('--channel', 'canary')).err).toContain('no file such as 1.root.json');
    expect(expectDone(await centre.sign1(3)).out).toContain('All signatures are there');
    const { fingerprint } = jsonOf(expectDone(await centre.finish('--json')));
    expectDone(await centre.publish('--channel', 'canary'));
    const listed = jsonOf(await centre.run(['keys', 'list', '--keys', centre.keys, '--json']));
    expect(listed).toMatchObject({ version: 1, fingerprint });
    const terminal = await newClient(centre);
    expect(await terminal.update('canary')).toMatchObject({ rootVersion: 1, channel: { seq: 2 } });
    await terminal.stop();
    const keys = await privateKeys(centre);
    expect([...keys.values()].map((places) => places.join()).sort()).toEqual([
      'computer-1/root-1.pem',
      'computer-2/root-2.pem',
      'computer-3/root-3.pem',
      'keys/online-1.pem',
      'keys/targets-1.pem',
    ]);
  });

  it('lets an editor in who made their own key, with two signatures at home, and terminals follow', async () => {
    const centre = await founded();
    const terminal = await newClient(centre);
    await terminal.update('canary');
    const editor = join(centre.home, 'editor');
    const passphrase = ['--passphrase-file', centre.passphraseFile];
    expectDone(await centre.run(['keys', 'new', 'targets-anna', '--keys', editor, ...passphrase]));
    const half = join(editor, 'targets-anna.pub');
    const before = await treeHash(centre.tree);
    const turn = ['--public', half, '--in-turn', centre.round];
    const began = expectDone(await centre.sign('keys', 'add', 'targets', ...turn));
    expect(began.out).toContain('1 of 2: targets-1, targets-anna   (new: targets-anna)');
    expect(await treeHash(centre.tree)).toBe(before);
    expectDone(await centre.sign1(1));
    expect((await centre.finish('--to', centre.tree)).err).toContain(
      'One of these signs next: root-2, root-3',
    );
    expectDone(await centre.sign1(2));
    expectDone(await centre.finish('--to', centre.tree, '--rehearse'));
    expect(await treeHash(centre.tree)).toBe(before);
    expect(expectDone(await centre.finish('--to', centre.tree)).out).toContain(
      'New, with its holder: "targets-anna"',
    );
    expect(await terminal.update('canary')).toMatchObject({ rootVersion: 2, channel: { seq: 2 } });
    // Anna publishes with her key alone (and the one that signs every day).
    for (const name of ['2.root.json', '1.root.json', 'online-1.pem'])
      await cp(join(centre.keys, name), join(editor, name));
    await centre.retitle('Une autre lettre');
    const rest = ['--to', centre.tree, '--content', centre.guide, ...passphrase];
    expectDone(await centre.run(['publish', '--channel', 'canary', '--keys', editor, ...rest]));
    expect(await terminal.update('canary')).toMatchObject({ channel: { seq: 3 } });
    await terminal.stop();
  });

  it('replaces a lost root key, signed at home in two steps, and copies signed apart come together', async () => {
    const centre = await founded();
    const terminal = await newClient(centre);
    await terminal.update('canary');
    const passphrase = ['--passphrase-file', centre.passphraseFile];
    await rm(join(centre.holder(2), 'root-2.pem'));
    expectDone(await centre.run(['keys', 'new', 'root-4', '--keys', centre.holder(4), ...passphrase]));
    const half = join(centre.holder(4), 'root-4.pub');
    const turn = ['--key', 'root-2', '--public', half, '--in-turn', centre.round];
    expectDone(await centre.sign('keys', 'rotate', 'root', ...turn));
    const copies = [1, 3].map((each) => join(centre.home, `copy-${each}.json`));
    for (const [at, copy] of copies.entries()) {
      await cp(centre.round, copy);
      const keys = ['--keys', centre.holder(at === 0 ? 1 : 3), ...passphrase];
      expectDone(await centre.run(['keys', 'sign', copy, ...keys]));
    }
    const rest = ['--keys', centre.keys, '--to', centre.tree, ...passphrase];
    expect((await centre.run(['keys', 'finish', copies[0] ?? '', ...rest])).code).toBe(1);
    expectDone(await centre.run(['keys', 'finish', copies.join(), ...rest]));
    expect(await terminal.update('canary')).toMatchObject({ rootVersion: 3 });
    await terminal.stop();
    const { roles } = jsonOf(await centre.run(['keys', 'list', '--keys', centre.keys, '--json']));
    expect(roles).toMatchObject([
      { threshold: 2, keys: [{ name: 'root-1' }, { name: 'root-3' }, { name: 'root-4' }] },
      {},
      {},
      {},
    ]);
  });

  it('renews its root before it ends, and the next change goes on from there', async () => {
    const centre = await founded();
    for (const version of [2, 3]) {
      expectDone(await centre.sign('keys', 'renew', '--in-turn', centre.round));
      for (const each of [2, 3]) expectDone(await centre.sign1(each));
      expectDone(await centre.finish('--to', centre.tree));
      await rm(centre.round);
      expect(jsonOf(await centre.sign('keys', 'list', '--json'))).toMatchObject({ version });
    }
  });

  it('finishes what a killed computer had begun, and only once', async () => {
    const centre = await founded();
    const passphrase = ['--passphrase-file', centre.passphraseFile];
    // The key that signs every day is replaced: what is published would not be valid without a root in between.
    expectDone(await centre.sign('keys', 'rotate', 'online', '--in-turn', centre.round));
    for (const each of [1, 3]) expectDone(await centre.sign1(each));
    const finish = [
      'keys',
      'finish',
      centre.round,
      '--keys',
      centre.keys,
      '--to',
      centre.tree,
      ...passphrase,
    ];
    const points: string[] = [];
    const rehearsal = join(centre.home, 'rehearsal');
    const parts = [centre.tree, centre.keys];
    for (const [at, part] of parts.entries())
      await cp(part, join(rehearsal, String(at)), { recursive: true });
    expectDone(await centre.run(finish, { reached: (point) => void points.push(point) }));
    expect(points.length).toBeGreaterThan(5);
    for (const point of points.filter((each) => /^(keys|after metadata)/.test(each))) {
      for (const [at, part] of parts.entries()) {
        await rm(part, { recursive: true });
        await cp(join(rehearsal, String(at)), part, { recursive: true });
      }
      await expect(
        centre.run(finish, {
          reached: (here) => {
            if (here === point) throw new Error('killed');
          },
        }),
      ).resolves.not.toMatchObject({ code: 0 });
      expectDone(await centre.run(finish));
      expect([point, jsonOf(await centre.sign('keys', 'list', '--json'))]).toMatchObject([
        point,
        { version: 3 },
      ]);
      const terminal = await newClient(centre);
      expect(await terminal.update('canary')).toMatchObject({ rootVersion: 3, channel: { seq: 2 } });
      await terminal.stop();
    }
  }, 120_000);
});

describe('a holder', () => {
  it('sees what they sign before they sign it, and may only look', async () => {
    const centre = await founded();
    expectDone(await centre.sign('keys', 'rotate', 'online', '--in-turn', centre.round));
    const before = await readFile(centre.round);
    const looked = expectDone(await centre.sign1(1, '--rehearse'));
    expect(looked.out).toContain('1 of 1: online-2   (new: online-2; counts no more: online-1)');
    expect(await readFile(centre.round)).toEqual(before);
    let asked = '';
    const args = ['keys', 'sign', centre.round, '--keys', centre.holder(1)];
    const typed = centre.run(args, {
      askSecret: async (question) => {
        asked = question;
        return 'four words on paper';
      },
    });
    expect(expectDone(await typed).out.indexOf('counts no more: online-1')).toBeGreaterThan(-1);
    expect(asked).toContain('root-1');
  });

  it('signs nothing of another centre, nothing older than what they know, and nothing that is not theirs', async () => {
    const [centre, other] = [await founded(), await founded()];
    expectDone(await other.sign('keys', 'renew', '--in-turn', other.round));
    await cp(other.round, centre.round);
    expect((await centre.sign1(1)).err).toContain('does not go on from the root that you know');
    expect((await centre.run(['keys', 'sign', centre.round, '--keys', centre.keys])).code).toBe(1);
    await rm(centre.round);
    expectDone(await centre.sign('keys', 'renew', '--in-turn', centre.round));
    expect((await centre.run(['keys', 'sign', centre.round, '--keys', centre.keys])).err).toContain(
      'None of the keys here may sign this',
    );
    await cp(centre.round, join(centre.home, 'old.json'));
    for (const each of [1, 2]) expectDone(await centre.sign1(each));
    expectDone(await centre.finish('--to', centre.tree));
    await cp(join(centre.keys, '2.root.json'), join(centre.holder(3), '2.root.json'));
    await rename(join(centre.home, 'old.json'), centre.round);
    expect((await centre.sign1(3)).err).toContain('this round does not know it');
    expect((await centre.finish('--to', centre.tree)).err).toContain('signatures are still missing');
  });

  it('cannot be made to sign one key that counts as two, nor words that were changed on the way', async () => {
    const centre = await founded();
    expectDone(await centre.sign('keys', 'renew', '--in-turn', centre.round));
    const round = JSON.parse(await readFile(centre.round, 'utf8'));
    const [root] = round.roots;
    const [id] = root.signed.roles.root.keyids;
    root.signed.keys['f'.repeat(64)] = root.signed.keys[id];
    root.signed.roles.root.keyids.push('f'.repeat(64));
    await writeFile(centre.round, JSON.stringify(round));
    expect((await centre.sign1(1)).err).toContain('not one that goes round');
    await rm(centre.round);
    expectDone(await centre.sign('keys', 'renew', '--in-turn', centre.round));
    for (const each of [1, 2]) expectDone(await centre.sign1(each));
    const text = await readFile(centre.round, 'utf8');
    await writeFile(centre.round, text.replaceAll('"threshold": 2', '"threshold": 1'));
    expect((await centre.finish('--to', centre.tree)).code).toBe(1);
    // A change that says something else than the root that was signed.
    const changed = JSON.parse(text);
    changed.change = { ...changed.change, roles: ['root'], threshold: 1 };
    await writeFile(centre.round, JSON.stringify(changed));
    expect((await centre.finish('--to', centre.tree)).err).toContain('does not fit');
    await writeFile(centre.round, text);
    expectDone(await centre.finish('--to', centre.tree));
  });
});

describe('what is handed over', () => {
  it.each<[string, string, (centre: Apart) => Promise<string>]>([
    ['a private key', 'private-half-given', async (centre) => join(centre.holder(4), 'root-4.pem')],
    [
      'a private key under the name of a public half',
      'private-half-given',
      async (centre) => {
        await cp(join(centre.holder(4), 'root-4.pem'), join(centre.home, 'root-4.pub'));
        return join(centre.home, 'root-4.pub');
      },
    ],
    ['a root.json', 'not-a-public-half', async (centre) => join(centre.keys, '1.root.json')],
    ['a folder', 'not-a-public-half', async (centre) => centre.keys],
    ['nothing', 'public-half-unreadable', async (centre) => join(centre.home, 'nothing.pub')],
    [
      'a key that the centre has',
      'key-known-already',
      async (centre) => join(centre.holder(1), 'root-1.pub'),
    ],
    [
      'a key that the centre has, under another name',
      'key-known-already',
      async (centre) => {
        await cp(join(centre.holder(1), 'root-1.pub'), join(centre.home, 'root-9.pub'));
        return join(centre.home, 'root-9.pub');
      },
    ],
    [
      'another key under a name that the centre has',
      'key-name-taken',
      async (centre) => {
        await cp(join(centre.holder(4), 'root-4.pub'), join(centre.home, 'root-1.pub'));
        return join(centre.home, 'root-1.pub');
      },
    ],
    [
      'a key without a name',
      'public-half-without-name',
      async (centre) => {
        await cp(join(centre.holder(4), 'root-4.pub'), join(centre.home, 'Key.pem'));
        return join(centre.home, 'Key.pem');
      },
    ],
    [
      'the same key twice',
      'public-half-twice',
      async (centre) => `${join(centre.holder(4), 'root-4.pub')},${join(centre.holder(4), 'root-4.pub')}`,
    ],
    [
      'a key that is not Ed25519',
      'not-a-public-half',
      async (centre) => {
        await writeFile(join(centre.home, 'root-5.pub'), RSA_HALF);
        return join(centre.home, 'root-5.pub');
      },
    ],
  ])('as a public half: %s is refused, and nothing is written', async (_what, rule, make) => {
    const centre = await shared();
    const path = await make(centre);
    const before = await treeHash(centre.tree);
    const run = await centre.sign(
      'keys',
      'add',
      'root',
      '--public',
      path,
      '--in-turn',
      centre.round,
      '--json',
    );
    expect(run.code).toBe(1);
    expect(jsonOf(run)).toMatchObject({ ok: false, problems: [{ rule }] });
    expect(await readdir(centre.home)).not.toContain('round.json');
    expect(await treeHash(centre.tree)).toBe(before);
  });

  it('can be made again from the private key, to the byte', async () => {
    const centre = await shared();
    const path = join(centre.holder(4), 'root-4.pub');
    const made = await readFile(path);
    await rm(path);
    const args = ['keys', 'public', 'root-4', '--keys', centre.holder(4)];
    expectDone(await centre.run([...args, '--passphrase-file', centre.passphraseFile]));
    expect(await readFile(path)).toEqual(made);
    expect((await centre.run(['keys', 'public', 'root-5', '--keys', centre.holder(4)])).err).toContain(
      'root-4',
    );
  });

  it.each<[string, string, string]>([
    ['a root.json', 'not-a-round', '1.root.json'],
    ['a private key', 'private-half-given', 'targets-1.pem'],
    ['nothing', 'round-unreadable', 'nothing.json'],
  ])('to be signed: %s is refused', async (_what, rule, name) => {
    const centre = await shared();
    const args = ['keys', 'sign', join(centre.keys, name), '--keys', centre.holder(4), '--json'];
    expect(jsonOf(await centre.run(args))).toMatchObject({ problems: [{ rule }] });
  });

  it('never takes the place of something: a key, a round, a centre', async () => {
    const centre = await shared();
    const passphrase = ['--passphrase-file', centre.passphraseFile];
    const key = ['keys', 'new', 'root-4', '--keys', centre.holder(4), ...passphrase];
    expect((await centre.run(key)).err).toContain('There is a key of this name already');
    await mkdir(join(centre.home, 'taken'));
    const turn = ['--in-turn', join(centre.home, 'taken')];
    expect((await centre.sign('keys', 'renew', ...turn)).err).toContain('there is one already');
    const other = await begun();
    for (const each of [1, 2]) expectDone(await other.sign1(each));
    const finish = ['keys', 'finish', other.round, '--keys', centre.keys];
    expect((await centre.run(finish)).err).toContain('This folder has a root already');
  });

  it('is explained where a word is missing', async () => {
    const centre = await shared();
    for (const args of [['new'], ['sign'], ['finish'], ['remove'], ['new', 'Root 1'], ['new', 'anna']]) {
      expect((await centre.run(['keys', ...args, '--keys', centre.keys])).code).toBe(2);
    }
    const init = ['keys', 'init', '--keys', join(centre.home, 'new'), '--public', halves(centre).join()];
    expect((await centre.run(init)).err).toContain('--in-turn FILE');
  });
});

let made: Promise<Apart> | undefined;

/** One centre for the tests that change nothing; a fourth holder has a key. */
function shared(): Promise<Apart> {
  made ??= founded().then(async (centre) => {
    const args = ['keys', 'new', 'root-4', '--keys', centre.holder(4)];
    expectDone(await centre.run([...args, '--passphrase-file', centre.passphraseFile]));
    return centre;
  });
  return made;
}

const RSA_HALF = `-----BEGIN PUBLIC KEY-----
MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL0cS4cOYpYhTFjVY1S0C7Cr6yh5V5Y6
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAsCAwEA
AQ==
-----END PUBLIC KEY-----
`;
