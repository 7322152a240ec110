import type { Disk, Writing } from '../../src-main/platform/disk.ts';

/** A file in memory: what programs read, and what would be left of it after a power cut. */
export type MemoryFile = { readonly kind: 'file'; data: Uint8Array; durable: Uint8Array };

/** A directory in memory: the names programs see, and those that would be left after a power cut. */
export type MemoryDirectory = {
  readonly kind: 'directory';
  readonly entries: Map<string, MemoryNode>;
  durable: ReadonlyMap<string, MemoryNode>;
};
export type MemoryNode = MemoryFile | MemoryDirectory;

/** One change of a disk, as it is recorded and played again. */
export type DiskOperation =
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'append'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'sync'; readonly path: string; readonly site: string }
  | { readonly kind: 'make-directory'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'link'; readonly path: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'sync-directory'; readonly path: string; readonly site: string };

/** An empty directory. */
export function memoryDirectory(): MemoryDirectory {
  return { kind: 'directory', entries: new Map(), durable: new Map() };
}

function refuse(code: string): never {
  throw Object.assign(new Error(code), { code });
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/** What lies at a path; undefined when nothing does. */
export function nodeAt(root: MemoryDirectory, path: string): MemoryNode | undefined {
  let node: MemoryNode | undefined = root;
  for (const part of partsOf(path)) {
    if (node === undefined) return undefined;
    if (node.kind === 'file') return undefined;
    node = node.entries.get(part);
  }
  return node;
}

function parentOf(root: MemoryDirectory, path: string): readonly [MemoryDirectory, string] {
  const parts = partsOf(path);
  const parent = nodeAt(root, parts.slice(0, -1).join('/'));
  if (parent === undefined) return refuse('ENOENT');
  return parent.kind === 'directory' ? [parent, parts.at(-1) ?? ''] : refuse('ENOTDIR');
}

function fileAt(root: MemoryDirectory, path: string): MemoryFile {
  const node = nodeAt(root, path) ?? refuse('ENOENT');
  return node.kind === 'file' ? node : refuse('EISDIR');
}

/** Makes a change; throws with the code of the system call when it cannot be made. */
export function perform(root: MemoryDirectory, operation: DiskOperation): void {
  const [parent, name] = parentOf(root, operation.path);
  switch (operation.kind) {
    case 'create':
      parent.entries.set(name, { kind: 'file', data: new Uint8Array(), durable: new Uint8Array() });
      return;
    case 'append': {
      const file = fileAt(root, operation.path);
      file.data = Buffer.concat([file.data, operation.bytes]);
      return;
    }
    case 'sync': {
      const file = fileAt(root, operation.path);
      file.durable = file.data;
      return;
    }
    case 'make-directory':
      if (parent.entries.has(name)) refuse('EEXIST');
      parent.entries.set(name, memoryDirectory());
      return;
    case 'rename': {
      const node = parent.entries.get(name) ?? refuse('ENOENT');
      const [target, newName] = parentOf(root, operation.to);
      if (target.entries.get(newName)?.kind === 'directory') refuse('EISDIR');
      parent.entries.delete(name);
      target.entries.set(newName, node);
      return;
    }
    case 'link': {
      const [target, newName] = parentOf(root, operation.to);
      if (target.entries.has(newName)) refuse('EEXIST');
      target.entries.set(newName, parent.entries.get(name) ?? refuse('ENOENT'));
      return;
    }
    case 'remove':
      parent.entries.delete(name);
      return;
    case 'sync-directory': {
      const directory = nodeAt(root, operation.path) ?? refuse('ENOENT');
      if (directory.kind === 'file') refuse('ENOTDIR');
      else directory.durable = new Map(directory.entries);
      return;
    }
  }
}

/** The line of the store that makes a system call, as its function and line. */
function callerInStore(): string {
  const frame = (new Error().stack ?? '').split('\n').find((line) => line.includes('src-main/store/'));
  const match = /at (?:async )?(?:(\S+) \()?.*src-main\/store\/([^:?]+)[^:]*:(\d+)/.exec(frame ?? '');
  return match ? `${match[2]} ${match[1] ?? ''}:${match[3]}` : 'unknown';
}

/** Who watches the changes of a disk: before each one, where a throw keeps it from being made, and after it. */
export type DiskWatcher = {
  readonly before?: (operation: DiskOperation) => void;
  readonly after?: (operation: DiskOperation) => void;
};

/**
 * A disk in memory, whose every change can be watched: that is how a test counts, records, or ends a process. Nothing reads a clock here: every file is as old as the world.
 */
export function memoryDisk(root: MemoryDirectory, { before, after }: DiskWatcher = {}): Disk {
  const change = (operation: DiskOperation) => {
    before?.(operation);
    perform(root, operation);
    after?.(operation);
  };
  const writingTo = (path: string): Writing => ({
    // Never all of them at once, if there are more than a few: whoever writes must go on.
    write: async (bytes) => {
      const taken = bytes.slice(0, Math.max(7, Math.ceil(bytes.byteLength / 2)));
      change({ kind: 'append', path, bytes: taken });
      return taken.byteLength;
    },
    sync: async () => change({ kind: 'sync', path, site: callerInStore() }),
    close: async () => {},
  });
  return {
    list: async (path) => {
      const node = nodeAt(root, path) ?? refuse('ENOENT');
      return node.kind === 'file' ? refuse('ENOTDIR') : [...node.entries.keys()].sort();
    },
    facts: async (path) => {
      const node = nodeAt(root, path) ?? refuse('ENOENT');
      return {
        isPlainFile: node.kind === 'file',
        isDirectory: node.kind === 'directory',
        length: node.kind === 'file' ? node.data.byteLength : 0,
        modifiedAtMs: 0,
      };
    },
    read: async function* (path, span) {
      const { data } = fileAt(root, path);
      const piece = span === undefined ? data : data.subarray(span.start, span.end + 1);
      if (piece.byteLength > 0) yield piece;
    },
    openNew: async (path) => {
      if (nodeAt(root, path) !== undefined) refuse('EEXIST');
      change({ kind: 'create', path });
      return writingTo(path);
    },
    openToAppend: async (path) => {
      if (nodeAt(root, path) === undefined) change({ kind: 'create', path });
      return writingTo(path);
    },
    makeDirectory: async (path) => change({ kind: 'make-directory', path }),
    rename: async (path, to) => change({ kind: 'rename', path, to }),
    link: async (path, to) => change({ kind: 'link', path, to }),
    remove: async (path) => {
      if (nodeAt(root, path) !== undefined) change({ kind: 'remove', path });
    },
    syncDirectory: async (path) => change({ kind: 'sync-directory', path, site: callerInStore() }),
    freeBytes: async () => Number.MAX_SAFE_INTEGER,
  };
}
