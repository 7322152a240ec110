import { createReadStream } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TIMESTAMP_PATH } from '../../model/central-server.ts';

/** A running server of a published tree. */
export type TreeServer = { readonly url: string; readonly stop: () => Promise<void> };

/** Told about each answer. */
export type OnAnswer = (method: string, path: string, status: number) => void;

/** Names that a tree has: nothing that begins with a dot, nothing that leads out of it. */
const PATH = /^\/([a-z0-9_-][a-zA-Z0-9._-]*\/)*[a-zA-Z0-9_-][a-zA-Z0-9._-]*$/;

/** Blobs, patches, hashed targets and numbered metadata never change under their name. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Serves the tree in `folder`; rejects with the computer's error when the port cannot be had. Port 0 takes any. */
export async function serveTree(
  folder: string,
  host: string,
  port: number,
  onAnswer: OnAnswer = () => undefined,
): Promise<TreeServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://tree.invalid').pathname;
    response.once('close', () => onAnswer(request.method ?? '', path, response.statusCode));
    answer(folder, path, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => resolve());
  });
  // A TCP server has an address of this form as long as it listens.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return end(response, 405);
  }
  const wantsTwin =
    /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && request.headers.range === undefined;
  const isOurs = PATH.test(path) && !path.endsWith('.gz') && (await isWithin(folder, path));
  const found = isOurs ? await openFile(join(folder, path), wantsTwin) : undefined;
  if (found === undefined) return end(response, 404);
  const { file, size, etag, isTwin } = found;
  try {
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', path === `/${TIMESTAMP_PATH}` ? ASK_AGAIN : FOR_EVER);
    response.setHeader(
      'Content-Type',
      path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    );
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Accept-Ranges', 'bytes');
    if (isTwin) response.setHeader('Content-Encoding', 'gzip');
    if (matches(request.headers['if-none-match'], etag)) return end(response, 304);

    const ifRange = request.headers['if-range'];
    const range = ifRange === undefined || ifRange === etag ? rangeOf(request.headers.range, size) : 'all';
    if (range === 'none') {
      response.setHeader('Content-Range', `bytes */${size}`);
      return end(response, 416);
    }
    const { from, to } = range === 'all' ? { from: 0, to: size - 1 } : range;
    if (range !== 'all') response.setHeader('Content-Range', `bytes ${from}-${to}/${size}`);
    response.writeHead(range === 'all' ? 200 : 206, { 'Content-Length': to - from + 1 });
    if (request.method === 'HEAD' || size === 0) return void response.end();
    await pipeline(createReadStream('', { fd: file, start: from, end: to, autoClose: false }), response);
  } finally {
    await file.close();
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 304 ? {} : { 'Content-Length': 0 });
  response.end();
}

type Opened = {
  readonly file: FileHandle;
  readonly size: number;
  readonly etag: string;
  readonly isTwin: boolean;
};

/** The file, or its compressed twin; the tag is another one whenever the bytes may be. */
async function openFile(path: string, wantsTwin: boolean): Promise<Opened | undefined> {
  const twin = wantsTwin ? await openPlain(`${path}.gz`) : undefined;
  const file = twin ?? (await openPlain(path));
  if (file === undefined) return undefined;
  const { size, mtimeMs, ino } = await file.stat();
  const etag = `"${ino.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}-${size.toString(36)}"`;
  return { file, size, etag, isTwin: twin !== undefined };
}

/** False for what is not there, and for what a shortcut inside the tree leads to. */
async function isWithin(folder: string, path: string): Promise<boolean> {
  try {
    return (await realpath(join(folder, path))) === join(await realpath(folder), path);
  } catch {
    return false;
  }
}

async function openPlain(path: string): Promise<FileHandle | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined || (await file.stat()).isFile()) return file;
  await file.close();
  return undefined;
}

function matches(header: string | undefined, etag: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.some((tag) => tag === etag || tag === '*');
}

/** One range of bytes; `all` when none or several are asked for, `none` when there are no such bytes (RFC 9110, section 14). */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | 'all' | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return 'all';
  const [first = '', last = ''] = match.slice(1);
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'none' : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from >= size || from > to ? 'none' : { from, to };
}
