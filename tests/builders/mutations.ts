import { createHash } from 'node:crypto';
import { TIMESTAMP_PATH } from '../../content/model/central-server.ts';
import type { Channel } from '../../content/model/channel.ts';
import { blobPath } from '../../content/model/edition.ts';
import type { SyncState } from '../../src-main/sync/state.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { type SignedRepository, signedRepository } from './signed-repository.ts';
import { syncTerminal } from './sync-terminal.ts';
import type { TreeServer } from './tree-server.ts';
import type { WatchedStore } from './watched-store.ts';

/** What came of many mutations. */
export type MutationTally = {
  readonly mutations: number;
  /** How often each state followed, by its name. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Mutations after which something else than a published edition was on show: must be empty. */
  readonly strays: readonly string[];
  /** Good publications between them that were taken in one cycle. */
  readonly recoveries: number;
};

/** How it is done. */
export type MutationParts = {
  readonly server: TreeServer;
  readonly store: WatchedStore;
  readonly workDirectory: string;
  readonly mutations: number;
  readonly seed: number;
};

type Mutator = (bytes: Buffer, random: () => number) => Buffer;

const at = (bytes: Buffer, random: () => number) => Math.floor(random() * Math.max(1, bytes.byteLength));

/** Bytes and words that have broken parsers before. */
const DICTIONARY = [
  'null',
  '0',
  '-1',
  '1e999',
  '""',
  '[]',
  '{}',
  '\u0000',
  '../',
  '"__proto__":',
  '\ufeff',
  '<!doctype html>',
  '9'.repeat(40),
];

const MUTATORS: Readonly<Record<string, Mutator>> = {
  'flip a bit': (bytes, random) => {
    const bent = Buffer.from(bytes);
    const where = at(bytes, random);
    bent[where] = (bent[where] ?? 0) ^ (1 << Math.floor(random() * 8));
    return bent;
  },
  'change a byte': (bytes, random) => {
    const bent = Buffer.from(bytes);
    bent[at(bytes, random)] = Math.floor(random() * 256);
    return bent;
  },
  'cut off': (bytes, random) => bytes.subarray(0, at(bytes, random)),
  'leave out': (bytes, random) => {
    const from = at(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + Math.floor(random() * 40))]);
  },
  double: (bytes, random) => {
    const from = at(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.floor(from / 2))]);
  },
  insert: (bytes, random) => {
    const from = at(bytes, random);
    const word = DICTIONARY[Math.floor(random() * DICTIONARY.length)] ?? '';
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(word), bytes.subarray(from)]);
  },
  'change a number': (bytes, random) => {
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    const chosen = numbers[Math.floor(random() * numbers.length)];
    if (chosen === undefined) return bytes;
    const other = String(Math.floor(random() * 1e6));
    return Buffer.from(
      text.slice(0, chosen.index) + other + text.slice(chosen.index + chosen[0].length),
      'latin1',
    );
  },
};

/**
 * Damages what a server gives in many random ways, the same ones for the same seed, and looks after each whether what is on
 * show was published. An honest edition is published before each, so that every file on the way is fetched: metadata, channel, manifest,
 * a document. One or two of them are damaged, exchanged, or replaced by what stood there before.
 */
export async function mutate({
  server,
  store,
  workDirectory,
  mutations,
  seed,
}: MutationParts): Promise<MutationTally> {
  const random = seededRandom(seed);
  const repository = signedRepository();
  const published = new Set<string>();
  const publish = (words: string): Channel => {
    const channel = repository.release({
      files: { 'documents/employment/news.fr.json': `{"news":"${words}"}` },
    });
    published.add(hashOfPublished(repository.tree, channel));
    return channel;
  };
  publish('none yet');
  server.tree = repository.tree;
  const terminal = await syncTerminal({
    server: server.url,
    root: repository.firstRoot,
    workDirectory,
    store,
  });
  const look = async () => {
    // Past every pause a failed edition earns; the publisher's time goes along.
    terminal.clock.sleep(60 * 60_000);
    repository.now += 60 * 60_000;
    return nameOf(await terminal.sync.syncNow());
  };
  await look();

  const outcomes: Record<string, number> = {};
  const strays: string[] = [];
  let recoveries = 0;
  for (let mutation = 1; mutation <= mutations; mutation += 1) {
    const before = repository.photograph();
    const channel = publish(`number ${mutation}`);
    const onTheWay = filesOnTheWay(repository, channel, before);
    const bent = new Map(repository.tree);
    const what: string[] = [];
    for (let hits = random() < 0.2 ? 2 : 1; hits > 0; hits -= 1)
      what.push(hit(bent, onTheWay, before, random));
    server.tree = bent;
    const name = await look();
    outcomes[name] = (outcomes[name] ?? 0) + 1;
    if (!published.has(await store.shownHash())) strays.push(`${mutation}: ${what.join(', ')} → ${name}`);
    if (mutation % 10 === 0) {
      server.tree = repository.tree;
      if ((await look()) === 'up-to-date' && store.active()?.seq === channel.seq) recoveries += 1;
      else strays.push(`${mutation}: the good edition ${channel.seq} was not taken`);
      await store.sweep();
    }
    forget(repository.tree, before, channel);
  }
  await terminal.close();
  return { mutations, outcomes, strays, recoveries };
}

/** What the terminal must fetch to get from one publication to the next. */
function filesOnTheWay(
  { tree, versions }: SignedRepository,
  channel: Channel,
  before: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const fresh = [...tree.keys()].filter((path) => /^(?:blobs|targets)\//.test(path) && !before.has(path));
  return [
    TIMESTAMP_PATH,
    `metadata/${versions.snapshot}.snapshot.json`,
    `metadata/${versions.targets}.targets.json`,
    blobPath(channel.manifest.sha256),
    ...fresh,
  ];
}

/** Damages one file of a tree; answers what was done. */
function hit(
  tree: Map<string, Buffer>,
  paths: readonly string[],
  before: ReadonlyMap<string, Buffer>,
  random: () => number,
): string {
  const path = pick(paths, random);
  const found = tree.get(path) ?? Buffer.alloc(0);
  const way = random();
  if (way < 0.05) {
    tree.set(path, tree.get(pick(paths, random)) ?? found);
    return `exchanged ${path}`;
  }
  if (way < 0.1) {
    tree.set(path, before.get(olderName(path)) ?? before.get(path) ?? found);
    return `older ${path}`;
  }
  const [name, mutator] = pick(Object.entries(MUTATORS), random);
  tree.set(path, mutator(found, random));
  return `${name} ${path}`;
}

/** The metadata file of the version before. */
function olderName(path: string): string {
  return path.replace(/^metadata\/(\d+)\./, (_all, version) => `metadata/${Number(version) - 1}.`);
}

/** Keeps the builder's tree small: nobody asks for what was published before the last two. */
function forget(tree: Map<string, Buffer>, before: ReadonlyMap<string, Buffer>, { manifest }: Channel): void {
  const needed = new Set([blobPath(manifest.sha256)]);
  for (const { sha256 } of JSON.parse(String(tree.get(blobPath(manifest.sha256)))).files)
    needed.add(blobPath(sha256));
  for (const path of before.keys())
    if (/^(?:blobs|targets)\/|\.(?:snapshot|targets)\.json$/.test(path) && !needed.has(path))
      tree.delete(path);
}

/** What {@link WatchedStore.shownHash} gives when exactly this is on show. */
function hashOfPublished(tree: ReadonlyMap<string, Buffer>, { seq, manifest }: Channel): string {
  const bytes = tree.get(blobPath(manifest.sha256)) ?? Buffer.alloc(0);
  const hash = createHash('sha256').update(`${seq} ${manifest.sha256}`).update(bytes);
  for (const { path, sha256 } of JSON.parse(bytes.toString()).files)
    hash.update(path).update(tree.get(blobPath(sha256)) ?? 'gone');
  return hash.digest('hex');
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

function nameOf(state: SyncState): string {
  if (state.kind === 'refused') return `refused ${state.code}`;
  return state.kind === 'offline' ? `offline ${state.reason}` : state.kind;
}
