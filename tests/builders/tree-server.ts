import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { digest } from './signed-repository.ts';

/** One request as the server saw it. */
export type Seen = { readonly path: string; readonly range: string | null; readonly status: number };

/** What a server does instead of answering well; false: it answers well after all. */
export type Misbehave = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

/** A real web server on loopback that gives a tree, well or badly. */
export type TreeServer = {
  readonly url: URL;
  /** What is served; may be replaced. */
  tree: ReadonlyMap<string, Buffer>;
  /** How it misbehaves; may be replaced. */
  misbehave: Misbehave;
  readonly seen: Seen[];
  /** Body bytes sent, as they were on the wire. */
  bytesSent: number;
  /** Everything that crossed the wire so far, both directions, headers included. */
  readonly wireBytes: () => number;
  /** Connections opened so far. */
  connections: number;
  /** Nobody listens any more, until `listenAgain`. */
  readonly pauseListening: () => Promise<void>;
  readonly listenAgain: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts a server that behaves: entity tags, 304, ranges, gzip for whoever accepts it. Whoever starts it closes it. */
export async function treeServer(tree: ReadonlyMap<string, Buffer>): Promise<TreeServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').slice(1));
    response.once('close', () =>
      self.seen.push({ path, range: request.headers.range ?? null, status: response.statusCode }),
    );
    if (!self.misbehave(request, response, path)) answerWell(self, request, response, path);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const sockets: Socket[] = [];
  server.on('connection', (socket) => {
    self.connections += 1;
    sockets.push(socket);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const self: TreeServer = {
    url: new URL(`http://127.0.0.1:${port}/`),
    tree,
    misbehave: () => false,
    seen: [],
    bytesSent: 0,
    wireBytes: () => sockets.reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0),
    connections: 0,
    pauseListening: () => close(),
    listenAgain: () => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve)),
    close: () => close(),
  };
  return self;
}

/** What a good static server does. */
export function answerWell(
  self: TreeServer,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): void {
  const whole = self.tree.get(path);
  const send = (
    status: number,
    headers: Record<string, string | number>,
    body: Uint8Array = Buffer.alloc(0),
  ) => {
    self.bytesSent += body.byteLength;
    response.writeHead(status, headers);
    response.end(body);
  };
  if (whole === undefined) {
    send(404, { 'content-type': 'text/plain', 'content-length': 9 }, Buffer.from('not found'));
    return;
  }
  const etag = `"${digest(whole).slice(0, 16)}"`;
  const headers = { etag, 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes' };
  if (request.headers['if-none-match'] === etag) {
    send(304, headers);
    return;
  }
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const ifRange = request.headers['if-range'];
  if (range && (ifRange === undefined || ifRange === etag)) {
    const from = Number(range[1]);
    if (from >= whole.byteLength) {
      send(416, { 'content-range': `bytes */${whole.byteLength}`, 'content-length': 0 });
      return;
    }
    const part = whole.subarray(from);
    const contentRange = `bytes ${from}-${whole.byteLength - 1}/${whole.byteLength}`;
    send(206, { ...headers, 'content-range': contentRange, 'content-length': part.byteLength }, part);
    return;
  }
  if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    const packed = gzipSync(whole);
    send(200, { ...headers, 'content-encoding': 'gzip', 'content-length': packed.byteLength }, packed);
    return;
  }
  send(200, { ...headers, 'content-length': whole.byteLength }, whole);
}
