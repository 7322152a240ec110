import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PreviewState } from '../../model/preview.ts';
import { answer } from './answer.ts';
import { EVENT_HEADERS } from './headers.ts';
import type { LivingGuide } from './living-guide.ts';
import type { PageFiles } from './page-files.ts';

/** The only address the preview listens on: this computer's own. */
const LOOPBACK = '127.0.0.1';

/** A sign of life on a quiet stream, in milliseconds: programs in between close what seems dead. */
const SIGN_OF_LIFE_MS = 20_000;

/** A running preview. */
export type PreviewServer = { readonly url: string; readonly stop: () => Promise<void> };

/** Serves a living guide and its pages to this computer; rejects with the computer's error when the port cannot be had. */
export async function servePreview(
  guide: LivingGuide,
  pages: PageFiles,
  port: number,
): Promise<PreviewServer> {
  const streams = new Set<ServerResponse>();
  let ownPort = port;
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const { host, range } = headers;
    const answered = answer({ method, url, host, range }, { guide, pages, port: ownPort });
    if (answered.kind === 'events') {
      response.writeHead(200, EVENT_HEADERS);
      response.write(eventOf(guide.state()));
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    const length = Buffer.byteLength(answered.body);
    response.writeHead(answered.status, { ...answered.headers, 'Content-Length': length });
    response.end(method === 'HEAD' ? undefined : answered.body);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => resolve());
  });
  // A TCP server has an address of this form as long as it listens.
  ownPort = (server.address() as AddressInfo).port;

  const tellAll = (text: string): void => {
    for (const stream of streams) stream.write(text);
  };
  const off = guide.onChange((state) => tellAll(eventOf(state)));
  const alive = setInterval(() => tellAll(':\n\n'), SIGN_OF_LIFE_MS);
  return {
    url: `http://${LOOPBACK}:${ownPort}/`,
    stop: async () => {
      off();
      clearInterval(alive);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** One server-sent event; JSON has no line breaks of its own. */
function eventOf(state: PreviewState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
