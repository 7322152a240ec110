import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { lstat, statfs } from 'node:fs/promises';
import { freemem, networkInterfaces, totalmem, userInfo } from 'node:os';
import { errorCode, type Files, isNotThere, machineFiles } from './files.ts';

/** What came of a command; its words are English, whatever the machine speaks. */
export type Ran =
  | { readonly kind: 'ended'; readonly code: number; readonly out: string; readonly err: string }
  /** There is no such command on this machine. */
  | { readonly kind: 'not-there' }
  /** It took too long, said too much, or could not be started; `reason` is a few words. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Who owns a file or directory and who may do what with it, as POSIX has it; a link is not followed. */
export type Rights = {
  readonly isDirectory: boolean;
  /** The lowest twelve bits, for instance 0o644. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
};

/** Room on the disk that holds a path, in bytes; `freeFiles` is how many more files it can hold, null where it does not count them. */
export type Room = {
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly freeFiles: number | null;
};

/** An address of this machine that others can reach. */
export type NetworkAddress = { readonly device: string; readonly address: string };

/** The computer as somebody who looks after it sees it. Every call may reject with a Node system error; nothing changes anything. */
export type Machine = {
  /** As Node names it: `linux`, `win32`. */
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly rights: (path: string) => Promise<Rights>;
  readonly room: (path: string) => Promise<Room>;
  /** Runs a command of the system without a shell; never rejects. `withinMs` is 5 seconds unless it is said. */
  readonly run: (command: string, args: readonly string[], withinMs?: number) => Promise<Ran>;
  /** Who runs this program; uid -1 where there are no such numbers. */
  readonly user: () => { readonly name: string; readonly uid: number };
  readonly addresses: () => readonly NetworkAddress[];
  /** Addresses of a host by the system's own name service; rejects when it knows none. */
  readonly lookup: (host: string) => Promise<readonly string[]>;
  /** In bytes; of what is free the system's caches are no part. */
  readonly memory: () => { readonly totalBytes: number; readonly freeBytes: number };
  readonly now: () => Date;
  /** IANA name of the zone this machine's clock shows. */
  readonly timeZone: () => string;
};

/** How long a command may take, in milliseconds. */
export const COMMAND_WITHIN_MS = 5_000;

/** The most a command may say, in bytes. */
const MOST_SAID_BYTES = 1024 * 1024;

/** Tools of the administrator (smartctl) lie where an ordinary user's shell does not look. */
function searchPath(): string | undefined {
  const { PATH } = process.env;
  return process.platform === 'win32' ? PATH : [PATH, '/usr/sbin', '/sbin'].filter(Boolean).join(':');
}

function run(command: string, args: readonly string[], withinMs = COMMAND_WITHIN_MS): Promise<Ran> {
  return new Promise((resolve) => {
    const options = {
      timeout: withinMs,
      killSignal: 'SIGKILL',
      maxBuffer: MOST_SAID_BYTES,
      windowsHide: true,
      env: { ...process.env, PATH: searchPath(), LC_ALL: 'C', LANG: 'C' },
    } as const;
    execFile(command, [...args], options, (error, out, err) => {
      if (error === null) resolve({ kind: 'ended', code: 0, out, err });
      else if (isNotThere(error)) resolve({ kind: 'not-there' });
      else if (error.killed === true) resolve({ kind: 'failed', reason: `not done after ${withinMs} ms` });
      else if (typeof error.code === 'number') resolve({ kind: 'ended', code: error.code, out, err });
      else resolve({ kind: 'failed', reason: errorCode(error) });
    });
  });
}

/** This computer. */
export const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  files: machineFiles,
  rights: async (path) => {
    const found = await lstat(path);
    return {
      isDirectory: found.isDirectory(),
      mode: found.mode & 0o7777,
      uid: found.uid,
      gid: found.gid,
    };
  },
  room: async (path) => {
    const { bavail, blocks, bsize, files, ffree } = await statfs(path);
    return {
      freeBytes: bavail * bsize,
      totalBytes: blocks * bsize,
      freeFiles: files === 0 ? null : ffree,
    };
  },
  run,
  user: () => {
    const { username, uid } = userInfo();
    return { name: username, uid };
  },
  addresses: () =>
    Object.entries(networkInterfaces()).flatMap(([device, all]) =>
      (all ?? []).filter(({ internal }) => !internal).map(({ address }) => ({ device, address })),
    ),
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  memory: () => ({ totalBytes: totalmem(), freeBytes: freemem() }),
  now: () => new Date(),
  timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** A small text file, at most `atMost` bytes of it; files of `/proc` and `/sys`, which have no length, included. Rejects like {@link Files}. */
export async function readText(
  files: Pick<Files, 'read'>,
  file: string,
  atMost = 256 * 1024,
): Promise<string> {
  return (await readBytes(files, file, atMost)).toString('utf8');
}

/** The first bytes of a file, at most `atMost` of them. Rejects like {@link Files}. */
export async function readBytes(files: Pick<Files, 'read'>, file: string, atMost: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of files.read(file, { start: 0, end: atMost - 1 })) pieces.push(piece);
  return Buffer.concat(pieces);
}
