import { createHash } from 'node:crypto';
import { type MemoryDirectory, type MemoryFile, type MemoryNode, memoryDirectory } from './memory-disk.ts';

/** What became of bytes that were written and not synced: still there, gone, zeros, or only the first half of them. */
const DATA_FATES = ['kept', 'dropped', 'zeroed', 'halved'] as const;
type DataFate = (typeof DATA_FATES)[number];

/** What became of a name that was given or taken away and not synced: as before, as after, or in no directory at all. */
type NameFate = 'before' | 'after' | 'gone';

type PendingName = {
  readonly directory: MemoryDirectory;
  readonly name: string;
  readonly before: MemoryNode | undefined;
  readonly after: MemoryNode | undefined;
};

/** A disk after a power cut: what it holds, and in words what became of what was not synced. */
export type AfterPowerCut = { readonly root: MemoryDirectory; readonly how: string };

/**
 * Every disk that a power cut at this moment can leave behind: each fate of un-synced bytes, with all un-synced names as
 * before, all as after, all gone where one replaced another, and each single one other than the rest.
 */
export function* powerCuts(root: MemoryDirectory): Generator<AfterPowerCut> {
  const pending = pendingNames(root);
  const names: { readonly how: string; readonly fateOf: (pending: PendingName) => NameFate }[] = [
    { how: 'names as after', fateOf: () => 'after' },
    { how: 'names as before', fateOf: () => 'before' },
    { how: 'replaced names gone', fateOf: ({ before, after }) => (before && after ? 'gone' : 'before') },
  ];
  for (const one of pending.length > 1 ? pending : []) {
    const only = (fate: NameFate, others: NameFate) => ({
      how: `${one.name} as ${fate}, other names as ${others}`,
      fateOf: (pendingName: PendingName) => (pendingName === one ? fate : others),
    });
    names.push(only('before', 'after'), only('after', 'before'));
  }
  const seen = new Set<string>();
  for (const { how, fateOf } of names) {
    const fates = new Map(pending.map((one) => [one, fateOf(one)]));
    for (const data of DATA_FATES) {
      const left = rebuild(root, pending, fates, data);
      const signature = signatureOf(left);
      if (seen.has(signature)) continue;
      seen.add(signature);
      yield { root: left, how: `bytes ${data}, ${how}` };
    }
  }
}

/** A short text that is the same for disks that hold the same. */
export function signatureOf(root: MemoryDirectory): string {
  const hash = createHash('sha256');
  const walk = (directory: MemoryDirectory, path: string) => {
    for (const [name, node] of [...directory.entries].sort(([one], [other]) => (one < other ? -1 : 1))) {
      hash.update(`${path}/${name}\0`);
      if (node.kind === 'directory') walk(node, `${path}/${name}`);
      else hash.update(`${node.data.byteLength}\0`).update(node.data);
    }
  };
  walk(root, '');
  return hash.digest('base64');
}

function pendingNames(directory: MemoryDirectory): PendingName[] {
  const { entries, durable } = directory;
  const mine = [...new Set([...entries.keys(), ...durable.keys()])].flatMap((name) => {
    const [before, after] = [durable.get(name), entries.get(name)];
    return before === after ? [] : [{ directory, name, before, after }];
  });
  const inner = new Set([...entries.values(), ...durable.values()]);
  return [...mine, ...[...inner].flatMap((node) => (node.kind === 'directory' ? pendingNames(node) : []))];
}

function rebuild(
  directory: MemoryDirectory,
  pending: readonly PendingName[],
  fates: ReadonlyMap<PendingName, NameFate>,
  data: DataFate,
): MemoryDirectory {
  const left = memoryDirectory();
  const put = (name: string, node: MemoryNode | undefined) => {
    if (node === undefined) return;
    const copy = node.kind === 'directory' ? rebuild(node, pending, fates, data) : fileAfter(node, data);
    left.entries.set(name, copy);
  };
  for (const [name, node] of directory.entries) {
    if (!pending.some((one) => one.directory === directory && one.name === name)) put(name, node);
  }
  for (const one of pending) {
    if (one.directory !== directory) continue;
    const fate = fates.get(one) ?? 'after';
    put(one.name, fate === 'gone' ? undefined : one[fate]);
  }
  left.durable = new Map(left.entries);
  return left;
}

function fileAfter({ data, durable }: MemoryFile, fate: DataFate): MemoryFile {
  const unsynced = data.subarray(durable.byteLength);
  const bytes = {
    kept: () => data,
    dropped: () => durable,
    zeroed: () => Buffer.concat([durable, new Uint8Array(unsynced.byteLength)]),
    halved: () => Buffer.concat([durable, unsynced.subarray(0, Math.floor(unsynced.byteLength / 2))]),
  }[fate]();
  return { kind: 'file', data: bytes, durable: bytes };
}
