import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rootFingerprint, selfSignedRoot } from '../../../../../src-main/sync/trust/pinned-root.ts';
import {
  type Centre,
  type Client,
  copyOf,
  expectDone,
  jsonOf,
  newCentre,
  newClient,
  removeTemporary,
  treeHash,
} from './centre-under-test.ts';

// One centre, from its first key to its old age; after every command two terminals read the tree over HTTP with tuf-js as it is:
// one that was there from the beginning, and one set up anew with the very first root.

const DAY = 24 * 60 * 60 * 1000;

let centre: Centre;
let running: Client;

beforeAll(async () => {
  centre = await newCentre();
});
afterAll(async () => {
  vi.useRealTimers();
  await running?.stop();
  await removeTemporary();
});

/** Both terminals see the same; returns it. */
async function seen(channel: string) {
  const fresh = await newClient(centre);
  try {
    const [one, other] = [await running.update(channel), await fresh.update(channel)];
    expect(other).toEqual(one);
    return one;
  } finally {
    await fresh.stop();
  }
}

/** As if so many days more had passed: only the clock is another one. */
function later(days: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY });
}

async function expectVerified(code = 0) {
  const audit = await centre.run(['verify', centre.tree, '--keys', centre.keys, '--json']);
  expect(jsonOf(expectDone(audit, code))).toMatchObject({ ok: true, errors: 0 });
}

describe('a centre', () => {
  it('publishes its first edition', async () => {
    const run = expectDone(await centre.publish('--channel', 'canary', '--label', 'The first'));
    expect(run.out).toContain('Channel "canary" now has edition 2 (The first)');
    running = await newClient(centre);
    expect(await seen('canary')).toMatchObject({ rootVersion: 1, channel: { seq: 2, label: 'The first' } });
    expect((await seen('stable')).channel).toBeUndefined();
    await expectVerified();
  });

  it('gives every edition a number above the one inside the application', async () => {
    const fresh = await newCentre();
    expect(jsonOf(await fresh.publish('--channel', 'canary', '--above', '40', '--json'))).toMatchObject({
      seq: 41,
    });
  });

  it('says under which root each publication counts, by the fingerprint that terminals are set up with', async () => {
    const { fingerprint } = jsonOf(expectDone(await centre.sign('keys', 'list', '--json')));
    const bytes = await readFile(join(centre.keys, '1.root.json'));
    expect(fingerprint).toBe(rootFingerprint(selfSignedRoot(bytes).root));
    const copy = await copyOf(centre);
    await copy.retitle('Une autre lettre');
    for (const args of [
      ['publish', '--channel', 'canary', '--content', copy.guide],
      ['publish', '--channel', 'canary', '--content', copy.guide],
      ['promote', 'canary', 'stable', '--new-channel'],
      ['rollback', '--channel', 'canary'],
    ]) {
      expect(expectDone(await copy.sign(...args)).out).toContain(`fingerprint ${fingerprint}`);
    }
    expect(jsonOf(await copy.sign('promote', 'canary', 'stable', '--json'))).toMatchObject({
      root: fingerprint,
    });
  });

  it('publishes nothing when nothing changed, and says so', async () => {
    const before = await treeHash(centre.tree);
    const run = expectDone(await centre.publish('--channel', 'canary'));
    expect(run.out).toContain('Nothing changed');
    expect(await treeHash(centre.tree)).toBe(before);
  });

  it('gives the same edition to another channel, first to some terminals, then to all', async () => {
    expectDone(await centre.sign('promote', 'canary', 'stable', '--rollout', '10', '--new-channel'));
    expect((await seen('stable')).channel).toMatchObject({ seq: 2, label: 'The first', rolloutPercent: 10 });
    expectDone(await centre.sign('promote', 'canary', 'stable', '--rollout', '100'));
    expect((await seen('stable')).channel).not.toHaveProperty('rolloutPercent');
    await expectVerified();
  });

  it('publishes a changed guide: a terminal fetches what changed and no more', async () => {
    await centre.retitle('Une autre lettre');
    const facts = jsonOf(expectDone(await centre.publish('--channel', 'canary', '--json')));
    expect(facts).toMatchObject({
      changed: true,
      seq: 3,
      from: 2,
      diff: { documents: { changed: [{}, {}], added: [] } },
    });
    const { channel, manifest } = await seen('canary');
    expect(channel).toMatchObject({ seq: 3, label: 'Edition 3' });
    expect((await seen('stable')).channel).toMatchObject({ seq: 2 });
    const changed = manifest?.files.filter(({ path }) => path.includes('cover-letter')) ?? [];
    expect(facts['bytes']).toMatchObject({ content: changed.reduce((sum, { length }) => sum + length, 0) });
    await expectVerified();
  });

  it('brings back the edition before, under a new number and without uploading a document', async () => {
    expectDone(await centre.sign('promote', 'canary', 'stable'));
    const two = await seen('stable');
    const before = await readdir(join(centre.tree, 'blobs'), { recursive: true });
    expectDone(await centre.sign('rollback', '--channel', 'stable'));
    const back = await seen('stable');
    expect(back.channel).toMatchObject({ seq: 4, label: 'The first' });
    expect(back.manifest?.files).not.toEqual(two.manifest?.files);
    const after = await readdir(join(centre.tree, 'blobs'), { recursive: true });
    const added = after.filter((path) => !before.includes(path) && !path.endsWith('.gz') && path.length > 2);
    expect(added).toHaveLength(1);
    await expectVerified();
  });

  it('gives up an undo by giving the better edition again, and goes back to a number that is named', async () => {
    expectDone(await centre.sign('promote', 'canary', 'stable'));
    expect((await seen('stable')).channel).toMatchObject({ seq: 5, label: 'Edition 3' });
    expectDone(await centre.sign('rollback', '--channel', 'stable', '--edition', '2'));
    expect((await seen('stable')).channel).toMatchObject({ seq: 6, label: 'The first' });
  });

  it('tells visitors something at once, on one channel or all, and takes it back', async () => {
    const until = new Date(Date.now() + 3 * 60 * 60 * 1000).toISOString().slice(0, 19);
    const words = [
      '--fr',
      "L'accueil ferme | Revenez demain !",
      '--nl',
      'Het onthaal sluit | Kom morgen terug!',
    ];
    const notice = ['--id', 'closed-early', '--urgency', 'urgent', '--until', `${until}Z`, ...words];
    expectDone(await centre.sign('notice', 'publish', ...notice, '--channel', 'canary'));
    expect((await seen('stable')).notices).toEqual([]);
    expectDone(await centre.sign('notice', 'publish', ...notice));
    const { notices, channel } = await seen('stable');
    expect(channel).toMatchObject({ seq: 6 });
    // Set as a printer would in each language.
    expect(notices).toMatchObject([
      {
        id: 'closed-early',
        title: { fr: 'L’accueil ferme', nl: 'Het onthaal sluit' },
        paragraphs: [{ fr: 'Revenez demain\u202f!', nl: 'Kom morgen terug!' }],
      },
    ]);
    expect((await centre.sign('notice', 'list')).out).toContain('on "canary" and "stable"');
    expectDone(await centre.sign('notice', 'withdraw', 'closed-early'));
    expect((await seen('stable')).notices).toEqual([]);
    await expectVerified();
  });

  it('signs anew what ends, every day, and hears early what needs other keys', async () => {
    later(30);
    // Nobody signed for a month: terminals keep what they have.
    await expect(running.update('stable')).rejects.toThrow(/expired/);
    expect(jsonOf(expectDone(await centre.sign('refresh', '--json')))).toMatchObject({ soon: false });
    expect((await seen('stable')).channel).toMatchObject({ seq: 6 });
    await expectVerified();
    later(125);
    expectDone(await centre.sign('refresh'), 3);
    const soon = await centre.sign('refresh', '--also', 'targets');
    expect(expectDone(soon).out).toContain('targets');
    expect((await seen('stable')).channel).toMatchObject({ seq: 6 });
  });

  it.each(['online', 'targets', 'timestamp', 'snapshot'])(
    'replaces the key of %s while terminals go on',
    async (role) => {
      const before = (await seen('stable')).rootVersion;
      const rehearsed = await treeHash(centre.tree);
      expectDone(await centre.sign('keys', 'rotate', role, '--rehearse'));
      expect(await treeHash(centre.tree)).toBe(rehearsed);
      expectDone(await centre.sign('keys', 'rotate', role));
      // Two versions: old and new keys count under the first, only the new ones under the second.
      expect((await seen('stable')).rootVersion).toBe(before + 2);
      await expectVerified();
    },
  );

  it('replaces a root key that is lost, with the two that are left, then all of them', async () => {
    const before = (await seen('stable')).rootVersion;
    await rm(join(centre.keys, 'root-2.pem'));
    expectDone(await centre.sign('keys', 'rotate', 'root', '--key', 'root-2'));
    expect((await seen('stable')).rootVersion).toBe(before + 1);
    expectDone(await centre.sign('keys', 'rotate', 'root', '--all'));
    expect((await seen('stable')).rootVersion).toBe(before + 2);
    await expectVerified();
  });

  it('takes in an editor and lets one go', async () => {
    const added = jsonOf(expectDone(await centre.sign('keys', 'add', 'targets', '--json')));
    expect(added['added']).toEqual(['targets-3']);
    // The new editor publishes with that key alone.
    await rm(join(centre.keys, 'targets-2.pem'));
    await centre.retitle('Une troisième lettre');
    expectDone(await centre.publish('--channel', 'canary'));
    expectDone(await centre.sign('keys', 'remove', 'targets-2'));
    expect((await seen('canary')).channel).toMatchObject({ seq: 7 });
    await expectVerified();
  });

  it('renews root.json before it ends', async () => {
    later(650);
    expectDone(await centre.sign('refresh', '--also', 'targets'), 3);
    const { rootVersion } = await seen('canary');
    expectDone(await centre.sign('refresh', '--also', 'root'));
    expect((await seen('canary')).rootVersion).toBe(rootVersion + 1);
    await expectVerified();
  });

  it('takes out what nobody needs, and nothing else', async () => {
    const before = await treeHash(centre.tree);
    later(40);
    expectDone(await centre.sign('refresh'));
    const dry = jsonOf(expectDone(await centre.sign('gc', '--keep-days', '30', '--dry-run', '--json')));
    expect(dry['removed']).not.toEqual([]);
    const done = jsonOf(expectDone(await centre.sign('gc', '--keep-days', '30', '--json')));
    expect(done['removed']).toEqual(dry['removed']);
    expect(await treeHash(centre.tree)).not.toBe(before);
    expect((await seen('stable')).channel).toMatchObject({ seq: 6 });
    expect((await seen('canary')).channel).toMatchObject({ seq: 7 });
    await expectVerified();
    // The edition before is still there to go back to.
    expectDone(await centre.sign('rollback', '--channel', 'stable'), 1);
    expectDone(await centre.sign('rollback', '--channel', 'canary'));
    expect((await seen('canary')).channel).toMatchObject({ seq: 8, label: 'Edition 3' });
    await expectVerified();
  });
});
