import { sign } from 'node:crypto';
import { newKey, type SigningKey } from '../../../../builders/signed-repository.ts';
import { type Attack, describeAttacks, NEW_PAGE, wrongRoot } from './scene.ts';

// TUF "arbitrary software", stolen keys, thresholds: who may speak. Clauses are those of the TUF specification 1.0.31.

const strangers = [newKey('stranger-1'), newKey('stranger-2'), newKey('stranger-3')];
const evil = { files: NEW_PAGE } as const;
const WRONG = 'refused signature-wrong';

const ATTACKS: readonly Attack[] = [
  {
    name: 'The timestamp is signed by a stranger (5.4.2)',
    outcome: WRONG,
    attack: ({ honest }) => void honest.release({ ...evil, signers: { timestamp: strangers } }),
  },
  {
    name: 'The snapshot is signed by a stranger, with the timestamp key stolen (5.5.3)',
    outcome: WRONG,
    attack: ({ honest }) => void honest.release({ ...evil, signers: { snapshot: strangers } }),
  },
  {
    name: 'The targets are signed by a stranger, with the online keys stolen (5.6.3)',
    outcome: WRONG,
    attack: ({ honest }) => void honest.release({ ...evil, signers: { targets: strangers } }),
  },
  {
    name: 'The next root is signed by strangers (5.3.4)',
    outcome: WRONG,
    attack: (scene) => wrongRoot(scene, { signers: { root: strangers } }),
  },
  ...(['timestamp', 'snapshot', 'targets'] as const).map(
    (role): Attack => ({
      name: `The ${role} carries no signature at all`,
      outcome: WRONG,
      attack: ({ honest }) => void honest.release({ ...evil, signers: { [role]: [] } }),
    }),
  ),
  {
    name: 'The next root carries no signature at all',
    outcome: WRONG,
    attack: (scene) => wrongRoot(scene, { signers: { root: [] } }),
  },
  {
    name: 'The whole tree of another publisher stands on the server',
    outcome: WRONG,
    attack: ({ stranger, server }) => {
      stranger.release(evil);
      server.tree = stranger.tree;
    },
  },
  ...(['timestamp', 'snapshot', 'targets'] as const).map(
    (role): Attack => ({
      name: `The ${role} was changed after it was signed`,
      outcome: WRONG,
      attack: ({ honest }) =>
        void honest.release({
          ...evil,
          bytes: {
            [role]: (file: Buffer) =>
              Buffer.from(file.toString().replace(/"version":(\d+)/, '"x":1,"version":$1')),
          },
        }),
    }),
  ),
  {
    name: 'With the timestamp key alone, an attacker names a snapshot of his own',
    outcome: WRONG,
    attack: ({ honest }) =>
      void honest.release({ ...evil, signers: { snapshot: strangers, targets: strangers } }),
  },
  {
    name: 'With the snapshot key alone, an attacker puts a snapshot in the place of the real one',
    outcome: 'refused not-what-was-signed',
    attack: ({ honest, server }) => {
      honest.release(evil);
      const real = honest.photograph();
      honest.release({
        ...evil,
        versions: { snapshot: honest.versions.snapshot, targets: honest.versions.targets },
      });
      real.set('metadata/2.snapshot.json', Buffer.from(honest.tree.get('metadata/2.snapshot.json') ?? ''));
      server.tree = real;
    },
  },
  {
    name: 'With the targets key alone, an attacker puts targets in the place of the real ones',
    outcome: 'refused not-what-was-signed',
    attack: ({ honest, server }) => {
      honest.release(evil);
      const real = honest.photograph();
      honest.release({ ...evil, versions: { targets: honest.versions.targets } });
      real.set('metadata/2.targets.json', Buffer.from(honest.tree.get('metadata/2.targets.json') ?? ''));
      server.tree = real;
    },
  },
  {
    name: 'One stolen root key of three signs the next root: the threshold is two (5.3.4)',
    outcome: WRONG,
    attack: (scene) => wrongRoot(scene, { signers: { root: scene.honest.keys.root.slice(0, 1) } }),
  },
  {
    name: 'One root key signs twice, to look like two',
    outcome: WRONG,
    attack: (scene) => {
      const [one] = scene.honest.keys.root;
      wrongRoot(scene, { signers: { root: one ? [one, one] : [] } });
    },
  },
  {
    name: 'One root key signs under two names of keys',
    outcome: WRONG,
    attack: (scene) => {
      const [one, two] = scene.honest.keys.root;
      wrongRoot(scene, { signers: { root: one && two ? [one, { ...one, id: two.id }] : [] } });
    },
  },
  {
    name: 'A next root with new keys is signed by the new keys only (5.3.4)',
    outcome: WRONG,
    attack: (scene) => {
      const before = scene.honest.newKeys('root');
      wrongRoot(scene, {});
      scene.honest.keys.root.splice(0, 3, ...before);
    },
  },
  {
    name: 'A next root with new keys is signed by the old keys only (5.3.4)',
    outcome: WRONG,
    attack: (scene) => {
      const before = scene.honest.newKeys('root');
      wrongRoot(scene, { signers: { root: before } });
      scene.honest.keys.root.splice(0, 3, ...before);
    },
  },
  {
    name: 'Two must sign the targets by now, and one did',
    outcome: WRONG,
    attack: ({ honest }) => {
      honest.thresholds.targets = 2;
      honest.nextRoot();
      honest.release(evil);
    },
    recover: ({ honest }) => void honest.release({ signers: { targets: honest.keys.targets } }),
  },
  {
    name: 'A key that was taken away goes on signing the timestamp',
    outcome: WRONG,
    attack: ({ honest }) => {
      const stolen = honest.newKeys('timestamp');
      honest.nextRoot();
      honest.release({ ...evil, signers: { timestamp: stolen } });
    },
  },
  {
    name: 'A key that was taken away goes on signing the targets',
    outcome: WRONG,
    attack: ({ honest }) => {
      const stolen = honest.newKeys('targets');
      honest.nextRoot();
      honest.release({ ...evil, signers: { targets: stolen } });
    },
  },
  {
    name: 'The signature is over other bytes than the canonical ones',
    outcome: WRONG,
    attack: ({ honest }) =>
      void honest.release({
        ...evil,
        bytes: {
          timestamp: (file) => {
            // Re-signed as it is written, keys in the order of writing.
            const { signed } = JSON.parse(file.toString());
            const [key] = honest.keys.timestamp;
            if (key === undefined) throw new Error('no timestamp key');
            return Buffer.from(JSON.stringify({ signatures: [signedAsWritten(signed, key)], signed }));
          },
        },
      }),
  },
  {
    name: 'A signature is not hexadecimal',
    outcome: WRONG,
    attack: ({ honest }) =>
      void honest.release({
        ...evil,
        bytes: {
          timestamp: (file) => Buffer.from(file.toString().replace(/"sig":"[0-9a-f]{8}/, '"sig":"zz  ..--')),
        },
      }),
  },
];

function signedAsWritten(signed: unknown, { id, secret }: SigningKey) {
  return { keyid: id, sig: sign(null, Buffer.from(JSON.stringify(signed)), secret).toString('hex') };
}

describeAttacks('Who may speak', ATTACKS);
