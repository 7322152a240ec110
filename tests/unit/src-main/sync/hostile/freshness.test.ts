import { type Attack, describeAttacks, NEW_PAGE, pathsOf, servedInstead, wrongRoot } from './scene.ts';

// Rollback, freeze, fast-forward, mix-and-match, expiry, the chain of roots: what is new, and what only looks so.

const DAY_MS = 24 * 60 * 60 * 1000;
const evil = { files: NEW_PAGE } as const;

/** Days pass for terminal and publisher alike. */
const daysPass = (scene: Parameters<Attack['attack']>[0], days: number) => {
  scene.terminal.clock.sleep(days * DAY_MS);
  scene.honest.now += days * DAY_MS;
};

const ATTACKS: readonly Attack[] = [
  {
    name: 'An older timestamp is served again (5.4.3)',
    outcome: 'refused rolled-back',
    attack: ({ honest }) => void honest.release({ ...evil, versions: { timestamp: 0 } }),
    recover: ({ honest }) => {
      honest.versions.timestamp = 1;
      honest.release();
    },
  },
  {
    name: 'The whole server is restored from an older copy',
    outcome: 'refused rolled-back',
    attack: async ({ honest, server, terminal, atFirst }) => {
      honest.resign();
      await terminal.sync.syncNow();
      servedInstead({ server }, atFirst);
    },
  },
  {
    name: 'A new timestamp names an older snapshot (5.4.3)',
    outcome: 'refused rolled-back',
    attack: async ({ honest, terminal }) => {
      honest.resign();
      await terminal.sync.syncNow();
      honest.release({ ...evil, versions: { snapshot: 1 } });
    },
    recover: ({ honest }) => {
      honest.versions.snapshot = 2;
      honest.release();
    },
  },
  {
    name: 'A new snapshot names older targets (5.5.5)',
    outcome: 'refused rolled-back',
    attack: async ({ honest, terminal }) => {
      honest.resign();
      await terminal.sync.syncNow();
      honest.release({ ...evil, versions: { targets: 1 } });
    },
    recover: ({ honest }) => {
      honest.versions.targets = 2;
      honest.release();
    },
  },
  {
    name: 'A new snapshot names no targets any more (5.5.5)',
    outcome: 'refused rolled-back',
    attack: ({ honest }) =>
      void honest.release({ ...evil, signed: { snapshot: (signed) => ({ ...signed, meta: {} }) } }),
  },
  {
    name: 'Freeze: the server says "nothing new" until the timestamp has run out (5.4.4)',
    outcome: 'refused expired',
    attack: (scene) => daysPass(scene, 22),
  },
  {
    name: 'Freeze, by a server without entity tags that serves the same timestamp (5.4.4)',
    outcome: 'refused expired',
    attack: (scene) => {
      daysPass(scene, 22);
      scene.server.misbehave = (request) => {
        delete request.headers['if-none-match'];
        return false;
      };
    },
  },
  {
    name: 'Freeze of the next root: it is held back until the one we have has run out (5.3.10)',
    outcome: 'refused expired',
    attack: (scene) => {
      daysPass(scene, 731);
      scene.honest.release(evil);
    },
    recover: ({ honest }) => {
      honest.nextRoot();
      honest.release();
    },
  },
  ...(['timestamp', 'snapshot', 'targets'] as const).map(
    (role): Attack => ({
      name: `The ${role} has run out when it arrives`,
      outcome: 'refused expired',
      attack: ({ honest }) => void honest.release({ ...evil, days: { [role]: -1 } }),
    }),
  ),
  {
    name: 'The newest root has run out when it arrives (5.3.10)',
    outcome: 'refused expired',
    attack: ({ honest }) => {
      honest.nextRoot({ days: { root: -1 } });
      honest.release(evil);
    },
    recover: ({ honest }) => {
      honest.nextRoot();
      honest.release();
    },
  },
  {
    name: 'Clock set back ten years to bring expired metadata to life (floored by signed times)',
    outcome: 'refused expired',
    attack: (scene) => {
      daysPass(scene, 30);
      scene.honest.release({ ...evil, days: { timestamp: -1, snapshot: -1 } });
      scene.terminal.clock.setWall(-10 * 365 * DAY_MS);
    },
    recover: ({ honest, terminal }) => {
      terminal.clock.setWall(10 * 365 * DAY_MS);
      honest.release();
    },
  },
  {
    name: 'Fast-forward: with the timestamp key stolen, the highest version there is; new keys heal (5.3.11)',
    outcome: 'up-to-date',
    attack: ({ honest }) => honest.resign({ versions: { timestamp: Number.MAX_SAFE_INTEGER } }),
    recover: ({ honest }) => {
      honest.versions.timestamp = 5;
      honest.newKeys('timestamp');
      honest.nextRoot();
      honest.release();
    },
  },
  {
    name: 'Fast-forward of the snapshot, with both online keys stolen; new keys heal (5.3.11)',
    outcome: 'up-to-date',
    attack: ({ honest }) => honest.resign({ versions: { snapshot: Number.MAX_SAFE_INTEGER } }),
    recover: ({ honest }) => {
      honest.versions.snapshot = 5;
      honest.newKeys('timestamp');
      honest.newKeys('snapshot');
      honest.nextRoot();
      honest.release();
    },
  },
  {
    name: 'Fast-forward of the channel’s number, with every key but root stolen; new keys heal',
    outcome: 'refused manifest-unusable',
    attack: ({ honest }) =>
      void honest.release({ channel: (channel) => ({ ...channel, seq: Number.MAX_SAFE_INTEGER }) }),
    recover: ({ honest }) => {
      honest.newKeys('targets');
      honest.nextRoot();
      honest.release({ seq: 3 });
    },
  },
  {
    name: 'Mix and match: the snapshot of another publication under the right name (5.5.2)',
    outcome: 'refused not-what-was-signed',
    attack: (scene) => {
      scene.honest.release(evil);
      const { snapshot } = pathsOf(scene);
      servedInstead(scene, scene.honest.tree, (tree) =>
        tree.set(snapshot, scene.atFirst.get('metadata/1.snapshot.json') ?? Buffer.alloc(0)),
      );
    },
  },
  {
    name: 'Mix and match: the targets of another publication under the right name (5.6.2)',
    outcome: 'refused not-what-was-signed',
    attack: (scene) => {
      scene.honest.release(evil);
      const { targets } = pathsOf(scene);
      servedInstead(scene, scene.honest.tree, (tree) =>
        tree.set(targets, scene.atFirst.get('metadata/1.targets.json') ?? Buffer.alloc(0)),
      );
    },
  },
  {
    name: 'Mix and match where only versions are named: an older snapshot (5.5.4)',
    outcome: 'refused rolled-back',
    attack: (scene) => {
      scene.honest.release({ ...evil, namesOnlyVersions: true });
      const { snapshot } = pathsOf(scene);
      servedInstead(scene, scene.honest.tree, (tree) =>
        tree.set(snapshot, scene.atFirst.get('metadata/1.snapshot.json') ?? Buffer.alloc(0)),
      );
    },
  },
  {
    name: 'Mix and match where only versions are named: older targets (5.6.4)',
    outcome: 'refused rolled-back',
    attack: (scene) => {
      scene.honest.release({ ...evil, namesOnlyVersions: true });
      const { targets } = pathsOf(scene);
      servedInstead(scene, scene.honest.tree, (tree) =>
        tree.set(targets, scene.atFirst.get('metadata/1.targets.json') ?? Buffer.alloc(0)),
      );
    },
  },
  {
    name: 'Mix and match: the channel of an older publication under the new name (5.7.2)',
    outcome: 'refused not-what-was-signed',
    attack: (scene) => {
      const before = pathsOf(scene).channel;
      scene.honest.release(evil);
      servedInstead(scene, scene.honest.tree, (tree) =>
        tree.set(pathsOf(scene).channel, scene.atFirst.get(before) ?? Buffer.alloc(0)),
      );
    },
  },
  {
    name: 'A gap in the chain of roots: the second is missing, the third is there',
    outcome: 'refused signature-wrong',
    attack: (scene) => {
      scene.honest.newKeys('timestamp');
      scene.honest.nextRoot();
      scene.honest.nextRoot();
      scene.honest.release(evil);
      servedInstead(scene, scene.honest.tree, (tree) => tree.delete('metadata/2.root.json'));
    },
  },
  {
    name: 'The second root says that it is the third (5.3.5)',
    outcome: 'refused rolled-back',
    attack: (scene) => wrongRoot(scene, { versions: { root: 3 } }),
  },
  {
    name: 'The second root is the first one again (5.3.5)',
    outcome: 'refused rolled-back',
    attack: (scene) => wrongRoot(scene, { versions: { root: 1 } }),
  },
  {
    name: 'In the middle of the chain a root follows that its predecessor has not signed',
    outcome: 'refused signature-wrong',
    attack: (scene) => {
      scene.honest.nextRoot();
      const before = scene.honest.newKeys('root');
      wrongRoot(scene, {});
      scene.honest.keys.root.splice(0, 3, ...before);
    },
  },
];

describeAttacks('What is new', ATTACKS);
