import type { Manifest, ManifestFile } from '../../../../../content/model/edition.ts';
import { type Attack, describeAttacks, NEW_PAGE, newBlobs, pathsOf, servedInstead } from './scene.ts';

// Beyond TUF: targets, channels, manifests, files. Whatever is signed here is signed by the right keys, or by keys that were stolen.

const evil = { files: NEW_PAGE } as const;
const CHANNEL = 'channels/stable.json';

const target = (
  name: string,
  bend: (target: Record<string, unknown>) => unknown,
  outcome: string,
): Attack => ({
  name,
  outcome,
  attack: ({ honest }) =>
    void honest.release({
      ...evil,
      signed: {
        targets: (signed) => {
          const targets = Object(signed['targets']);
          return { ...signed, targets: { ...targets, [CHANNEL]: bend(targets[CHANNEL]) } };
        },
      },
    }),
});
const channel = (
  name: string,
  bend: (channel: Record<string, unknown>) => unknown,
  outcome = 'refused channel-malformed',
): Attack => ({
  name,
  outcome,
  attack: ({ honest }) => void honest.release({ ...evil, channel: (found) => bend({ ...found }) }),
});
const manifest = (
  name: string,
  bend: (manifest: Manifest) => unknown,
  outcome = 'refused manifest-unusable',
): Attack => ({
  name,
  outcome,
  attack: ({ honest }) => void honest.release({ ...evil, manifest: bend }),
});
const firstFile = (bend: (file: ManifestFile) => unknown) => (found: Manifest) => ({
  ...found,
  files: found.files.map((file, at) => (at === 0 ? bend(file) : file)),
});
const path = (name: string, instead: string) =>
  manifest(
    `A file of the manifest lies at ${name}`,
    firstFile((file) => ({ ...file, path: instead })),
  );
const swapped = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)));

const ATTACKS: readonly Attack[] = [
  target(
    'The channel is a target without any hash',
    () => ({ length: 200, hashes: {} }),
    'refused target-without-sha256',
  ),
  target(
    'The channel has an MD5 only',
    ({ length }) => ({ length, hashes: { md5: 'd41d8cd98f00b204e9800998ecf8427e' } }),
    'refused target-without-sha256',
  ),
  target(
    'The channel has a SHA-256 that is too short',
    ({ length }) => ({ length, hashes: { sha256: 'abcdef' } }),
    'refused target-without-sha256',
  ),
  target(
    'The SHA-256 of the channel walks up the tree',
    ({ length }) => ({ length, hashes: { sha256: '../../../etc/passwd' } }),
    'refused target-without-sha256',
  ),
  target(
    'The SHA-256 hides in a prototype',
    ({ length }) => ({ length, hashes: { constructor: 'x' } }),
    'refused target-without-sha256',
  ),
  target(
    'The channel is a gigabyte long',
    ({ hashes }) => ({ length: 2 ** 30, hashes }),
    'refused target-too-large',
  ),
  target(
    'The channel is shorter than it was signed',
    ({ hashes }) => ({ length: 10, hashes }),
    'refused not-what-was-signed',
  ),
  target(
    'The length of the channel is no number',
    ({ hashes }) => ({ length: '10', hashes }),
    'refused metadata-malformed',
  ),
  {
    name: 'The channel is not there any more',
    outcome: 'refused channel-missing',
    attack: ({ honest }) =>
      void honest.release({ ...evil, signed: { targets: (signed) => ({ ...signed, targets: {} }) } }),
  },
  {
    name: 'Another channel’s file stands at the place of this one',
    outcome: 'refused not-what-was-signed',
    attack: (scene) => {
      scene.honest.release({ ...evil, channelName: 'canary' });
      const canary = pathsOf(scene).channel;
      scene.honest.release(evil);
      servedInstead(scene, scene.honest.tree, (tree) =>
        tree.set(pathsOf(scene).channel, tree.get(canary) ?? Buffer.alloc(0)),
      );
    },
  },
  channel('The channel is no JSON', () => Buffer.from('hello')),
  channel('The channel has a field too many', (found) => ({ ...found, run: 'rm -rf /' })),
  channel('The channel has no number', ({ seq, ...found }) => found),
  channel('The number of the channel has a fraction', (found) => ({ ...found, seq: 2.5 })),
  channel('The number of the channel is none (1e999)', (found) =>
    Buffer.from(JSON.stringify(found).replace(/"seq":\d+/, '"seq":1e999')),
  ),
  channel('The number of the channel is below one', (found) => ({ ...found, seq: -1 })),
  channel('The digest of the manifest walks up the tree', (found) => ({
    ...found,
    manifest: { sha256: '../../x', length: 10 },
  })),
  channel('The manifest of the channel is larger than any', (found) => ({
    ...found,
    manifest: { ...Object(found['manifest']), length: 2 ** 40 },
  })),
  channel(
    'The channel is from a later Openfloor',
    (found) => ({ ...found, schema: 9 }),
    'refused channel-from-later-version',
  ),
  {
    name: 'The number of the channel goes down (signed with a stolen key)',
    outcome: 'refused seq-lower',
    attack: async ({ honest, terminal }) => {
      // Edition 5 is seen, but its files are not there yet.
      const { tree } = honest;
      honest.release({ ...evil, seq: 5 });
      const blobs = [...tree].filter(([each]) => each.startsWith('blobs/'));
      for (const [each] of blobs) tree.delete(each);
      await terminal.sync.syncNow();
      for (const [each, bytes] of blobs) tree.set(each, bytes);
      honest.release({ ...evil, seq: 4 });
    },
    recover: ({ honest }) => void honest.release({ seq: 6 }),
  },
  {
    name: 'The number of the channel is used again for another edition (replay)',
    outcome: 'refused seq-reused',
    attack: ({ honest }) => void honest.release({ ...evil, seq: 1 }),
  },
  manifest('The manifest is of another edition than its channel says', (found) => ({
    ...found,
    seq: found.seq + 1,
  })),
  manifest('The manifest is from a later Openfloor', (found) => ({ ...found, schema: 9 })),
  manifest('The manifest is no JSON', () => Buffer.from('{'.repeat(400))),
  manifest('The manifest has a field too many', (found) => ({ ...found, scripts: [] })),
  manifest('A path stands twice in the manifest', (found) => ({
    ...found,
    files: [...found.files, ...found.files.slice(0, 1)],
  })),
  path('../../../etc/cron.d/evil', '../../../etc/cron.d/evil'),
  path('/etc/passwd', '/etc/passwd'),
  path('a Windows drive', 'C:\\autoexec.bat'),
  path('a path with a null byte', 'documents/a\u0000b.json'),
  path('a path with a backslash', 'documents\\..\\x.json'),
  path('a path of dots', 'documents/./x.json'),
  path('a hidden file', '.bashrc'),
  path('a name of two hundred and fifty letters', `${'a'.repeat(250)}.json`),
  manifest(
    'The digest of a file walks up the tree',
    firstFile((file) => ({ ...file, sha256: `../../${file.sha256.slice(6)}` })),
  ),
  manifest(
    'The length of a file is below zero',
    firstFile((file) => ({ ...file, length: -5 })),
  ),
  manifest('The length of a file is no number (1e999)', (found) =>
    Buffer.from(JSON.stringify(found).replace(/"length":\d+/, '"length":1e999')),
  ),
  manifest(
    'A file is larger than any may be',
    firstFile((file) => ({ ...file, length: 2 ** 40 })),
  ),
  manifest('All files together are larger than an edition may be', (found) => ({
    ...found,
    files: found.files.map((file, at) => ({
      ...file,
      sha256: `${at}`.padStart(64, '0'),
      length: 256 * 1024 ** 2,
    })),
  })),
  manifest(
    'A file is said to be longer than it is',
    firstFile((file) => ({ ...file, sha256: 'a'.repeat(64), length: 5 })),
    'offline not-there',
  ),
  {
    name: 'A file of the edition is another one of the same length',
    outcome: 'refused blob-wrong',
    attack: (scene) => {
      scene.honest.release(evil);
      servedInstead(scene, scene.honest.tree, (tree) => {
        const { document } = newBlobs(scene);
        tree.set(document, swapped(tree.get(document) ?? Buffer.alloc(0)));
      });
    },
  },
  {
    name: 'The manifest on the server is another one of the same length',
    outcome: 'refused blob-wrong',
    attack: (scene) => {
      scene.honest.release(evil);
      servedInstead(scene, scene.honest.tree, (tree) => {
        const { manifest: at } = newBlobs(scene);
        tree.set(at, swapped(tree.get(at) ?? Buffer.alloc(0)));
      });
    },
  },
  {
    name: 'The channel on the server is another one of the same length',
    outcome: 'refused not-what-was-signed',
    attack: (scene) => {
      scene.honest.release(evil);
      servedInstead(scene, scene.honest.tree, (tree) => {
        const { channel: at } = pathsOf(scene);
        tree.set(at, swapped(tree.get(at) ?? Buffer.alloc(0)));
      });
    },
  },
];

describeAttacks('What is published', ATTACKS);
