import { describe, expect, test } from 'vitest';
import type { SyncState } from '../../../../../src-main/sync/state.ts';
import {
  type Bends,
  type SignedRepository,
  signedRepository,
} from '../../../../builders/signed-repository.ts';
import { type SyncTerminal, syncTerminal } from '../../../../builders/sync-terminal.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';
import type { TreeServer } from '../../../../builders/tree-server.ts';
import { treeServers } from '../../../../builders/tree-servers.ts';
import { type WatchedStore, watchedStore } from '../../../../builders/watched-store.ts';

/** A terminal that shows edition 1 of an honest publisher, and the server between them, which the attacker holds. */
export type Scene = {
  readonly honest: SignedRepository;
  /** Another publisher, whose keys this terminal does not know. */
  readonly stranger: SignedRepository;
  readonly server: TreeServer;
  readonly terminal: SyncTerminal;
  /** The real store, on disk. */
  readonly store: WatchedStore;
  /** What the server gave when edition 1 was new. */
  readonly atFirst: ReadonlyMap<string, Buffer>;
  /** True once the attack has ended. */
  readonly isOver: () => boolean;
};

/** One way to lie to a terminal. */
export type Attack = {
  readonly name: string;
  /** The kind of the state it ends in and its reason or code: `refused expired`. */
  readonly outcome: string;
  readonly attack: (scene: Scene) => void | Promise<void>;
  /** What the honest publisher does afterwards; default: publishes the next edition. */
  readonly recover?: (scene: Scene) => void | Promise<void>;
};

/** `refused expired`, `offline too-slow`, `up-to-date`. */
export function nameOf(state: SyncState): string {
  if (state.kind === 'refused') return `refused ${state.code}`;
  return state.kind === 'offline' ? `offline ${state.reason}` : state.kind;
}

/** Tests each attack: nothing is activated, what is on show stays to the byte, the outcome has its name, and one good cycle heals. */
export function describeAttacks(title: string, attacks: readonly Attack[]): void {
  const directory = temporaryDirectory();
  const serve = treeServers();
  describe(title, () => {
    test.each(attacks)('$name → $outcome', async ({ outcome, attack, recover }) => {
      const honest = signedRepository();
      const stranger = signedRepository();
      honest.release();
      stranger.release({ seq: 7, files: { 'documents/evil/page.fr.json': '{}' } });
      const server = await serve(honest.tree);
      const store = await watchedStore(await directory());
      const terminal = await syncTerminal({
        store,
        server: server.url,
        root: honest.firstRoot,
        workDirectory: await directory(),
      });
      let isOver = false;
      const scene: Scene = {
        isOver: () => isOver,
        store,
        honest,
        stranger,
        server,
        terminal,
        atFirst: honest.photograph(),
      };
      expect(nameOf(await terminal.sync.syncNow())).toBe('up-to-date');
      const shown = await store.shownHash();

      await attack(scene);
      const state = await terminal.sync.syncNow();
      expect(nameOf(state)).toBe(outcome);
      if ('sentence' in state) expect(state.sentence).toMatch(/The guide that is here stays on show\.$/);
      expect(store.activations()).toBe(1);
      expect(await store.shownHash()).toBe(shown);

      isOver = true;
      server.misbehave = () => false;
      server.tree = honest.tree;
      if (recover) await recover(scene);
      else honest.release();
      // Past every pause that a failed edition earns.
      terminal.clock.pass(60 * 60_000);
      expect(nameOf(await terminal.sync.syncNow())).toBe('up-to-date');
      expect(store.activations()).toBe(2);
      await terminal.close();
      await store.close();
      await server.close();
    });
  });
}

/** Serves a changed copy of a tree; `change` gets the copy. */
export function servedInstead(
  { server }: Pick<Scene, 'server'>,
  tree: ReadonlyMap<string, Buffer>,
  change: (tree: Map<string, Buffer>) => void = () => {},
): void {
  const copy = new Map(tree);
  change(copy);
  server.tree = copy;
}

/** The path of a metadata file at its current version, and of other files of what is published now. */
export function pathsOf({ honest }: Pick<Scene, 'honest'>) {
  const { versions, tree } = honest;
  const only = (pattern: RegExp) => [...tree.keys()].filter((path) => pattern.test(path));
  return {
    timestamp: 'metadata/timestamp.json',
    nextRoot: `metadata/${versions.root + 1}.root.json`,
    snapshot: `metadata/${versions.snapshot}.snapshot.json`,
    targets: `metadata/${versions.targets}.targets.json`,
    /** The channel that was published last. */
    channel: only(/^targets\/channels\//).at(-1) ?? '',
    blobs: only(/^blobs\//),
  };
}

/** The blob that only the newest edition has, and its manifest. */
export function newBlobs({ honest, atFirst }: Pick<Scene, 'honest' | 'atFirst'>) {
  const fresh = [...honest.tree].filter(([path]) => path.startsWith('blobs/') && !atFirst.has(path));
  const isManifest = ([, bytes]: (typeof fresh)[number]) => bytes.includes('"seq"');
  return {
    manifest: fresh.find(isManifest)?.[0] ?? '',
    document: fresh.find((each) => !isManifest(each))?.[0] ?? '',
  };
}

/** A page that only the newest edition has: its words make its blob a new one. */
export const NEW_PAGE = {
  'documents/employment/new-page.fr.json': '{"words":"only the newest edition has these"}',
};

/** Puts a bent next root on the server, beside an honest next edition; the honest publisher has not published it. */
export function wrongRoot({ honest, server }: Scene, bends: Bends): void {
  const version = honest.versions.root;
  honest.nextRoot(bends);
  const made = `metadata/${honest.versions.root}.root.json`;
  const wrong = honest.tree.get(made) ?? Buffer.alloc(0);
  if (honest.versions.root !== version) honest.tree.delete(made);
  honest.versions.root = version;
  honest.release({ files: NEW_PAGE });
  servedInstead({ server }, honest.tree, (tree) => tree.set(`metadata/${version + 1}.root.json`, wrong));
}
