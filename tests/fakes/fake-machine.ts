import type { Files } from '../../src-main/platform/files.ts';
import type { Machine, Ran, Rights, Room } from '../../src-main/platform/machine.ts';

/** What a made-up machine is made of; what is not there is missing, as on a bare one. */
export type FakeMachine = {
  readonly platform?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** By path; what an error stands for rejects with it. A folder is there when something lies in it. */
  readonly files?: Readonly<Record<string, string | Uint8Array | Error>>;
  readonly rights?: Readonly<Record<string, Partial<Rights>>>;
  readonly room?: Partial<Room>;
  /** What commands answer, by the whole line or by their first word. */
  readonly commands?: Readonly<Record<string, Ran | string>>;
  readonly user?: { readonly name: string; readonly uid: number };
  readonly addresses?: readonly { readonly device: string; readonly address: string }[];
  readonly hosts?: Readonly<Record<string, readonly string[]>>;
  readonly memory?: { readonly totalBytes: number; readonly freeBytes: number };
  readonly now?: Date;
  readonly timeZone?: string;
};

/** How much is read at a time, in bytes. */
const PIECE_BYTES = 128 * 1024;

/** An error as the system makes it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code });
}

/** A Linux machine with nothing on it but what is said. */
export function fakeMachine(made: FakeMachine = {}): Machine {
  const files = made.files ?? {};
  const bytesAt = (path: string): Buffer => {
    const found = files[path];
    if (found === undefined) throw systemError(isFolder(path) ? 'EISDIR' : 'ENOENT');
    if (found instanceof Error) throw found;
    return Buffer.from(found);
  };
  const isFolder = (path: string) =>
    path === '/' || Object.keys(files).some((each) => each.startsWith(`${path}/`));
  const reading: Files = {
    list: async (directory) => {
      const inside = Object.keys(files).filter((each) => each.startsWith(`${directory}/`));
      if (inside.length === 0) throw systemError('ENOENT');
      return [...new Set(inside.map((each) => each.slice(directory.length + 1).split('/')[0] ?? ''))].sort();
    },
    facts: async (path) => ({
      isPlainFile: files[path] !== undefined,
      length: isFolder(path) ? 0 : bytesAt(path).byteLength,
    }),
    // Piece by piece, as a disk gives them.
    read: async function* (path, span) {
      const bytes = bytesAt(path).subarray(span?.start ?? 0, span === undefined ? undefined : span.end + 1);
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
    },
  };
  return {
    platform: made.platform ?? 'linux',
    environment: made.environment ?? {},
    files: reading,
    rights: async (path) => {
      const said = made.rights?.[path];
      if (said === undefined && files[path] === undefined && !isFolder(path)) throw systemError('ENOENT');
      return { isDirectory: isFolder(path), mode: isFolder(path) ? 0o755 : 0o644, uid: 0, gid: 0, ...said };
    },
    room: async () => ({
      freeBytes: 50_000_000_000,
      totalBytes: 100_000_000_000,
      freeFiles: 1_000_000,
      ...made.room,
    }),
    run: async (command, args) => {
      const said = made.commands?.[[command, ...args].join(' ')] ?? made.commands?.[command];
      if (said === undefined) return { kind: 'not-there' };
      return typeof said === 'string' ? { kind: 'ended', code: 0, out: said, err: '' } : said;
    },
    user: () => made.user ?? { name: 'root', uid: 0 },
    addresses: () => made.addresses ?? [],
    lookup: async (host) => {
      const found = made.hosts?.[host];
      if (found === undefined) throw systemError('ENOTFOUND');
      return found;
    },
    memory: () => made.memory ?? { totalBytes: 8_000_000_000, freeBytes: 4_000_000_000 },
    now: () => made.now ?? new Date('2026-12-01T09:00:00Z'),
    timeZone: () => made.timeZone ?? 'Europe/Brussels',
  };
}
