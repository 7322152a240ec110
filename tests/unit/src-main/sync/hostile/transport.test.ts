import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Attack, describeAttacks, NEW_PAGE, newBlobs, pathsOf, type Scene } from './scene.ts';

// The way: statuses, lengths, silence, portals, redirects. Nothing here is signed wrongly; it only never arrives.

type Place = 'timestamp' | 'nextRoot' | 'snapshot' | 'targets' | 'channel' | 'manifest' | 'document';
const EVERY_PLACE: readonly Place[] = [
  'timestamp',
  'nextRoot',
  'snapshot',
  'targets',
  'channel',
  'manifest',
  'document',
];
const METADATA: readonly Place[] = ['timestamp', 'nextRoot', 'snapshot', 'targets'];

type Answer = (response: ServerResponse, real: Buffer, scene: Scene, range: string | undefined) => void;

/** An honest next edition, and one place of its tree at which the server answers in its own way. */
const at = (place: Place, name: string, outcome: string, answer: Answer): Attack => ({
  name: `${place}: ${name}`,
  outcome,
  attack: (scene) => {
    scene.honest.release({ files: NEW_PAGE });
    const path = { ...pathsOf(scene), ...newBlobs(scene) }[place];
    scene.server.misbehave = (request, response, asked) => {
      if (asked !== path) return false;
      answer(response, scene.honest.tree.get(path) ?? Buffer.from('{}'), scene, request.headers.range);
      return true;
    };
  },
});
const status = (place: Place, code: number, outcome: string, headers: Record<string, string> = {}) =>
  at(place, `HTTP status ${code}`, outcome, (response) => {
    response.writeHead(code, headers);
    response.end();
  });
const half = (bytes: Buffer) => bytes.subarray(0, bytes.byteLength >> 1);

/** Lets the terminal's time run until it hangs up; nothing here takes real time. */
const passUntilHungUp = (response: ServerResponse, scene: Scene, ms: number, each: () => void = () => {}) => {
  const turn = () => {
    if (response.destroyed || scene.isOver()) return;
    each();
    scene.terminal.clock.pass(ms);
    setImmediate(turn);
  };
  setImmediate(turn);
};
const sendForEver = (response: ServerResponse, first: string) => {
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.write(first);
  const more = Buffer.alloc(64 * 1024, 0x20);
  const pump = () => {
    while (!response.destroyed && response.write(more));
  };
  response.on('drain', pump);
  pump();
};
const tooMuch: Record<Place, string> = {
  timestamp: 'refused metadata-too-large',
  nextRoot: 'refused metadata-too-large',
  snapshot: 'refused metadata-too-large',
  targets: 'refused metadata-too-large',
  channel: 'refused not-what-was-signed',
  manifest: 'refused blob-wrong',
  document: 'refused blob-wrong',
};
const tooShort: Record<Place, string> = {
  timestamp: 'refused metadata-malformed',
  nextRoot: 'refused metadata-malformed',
  snapshot: 'refused not-what-was-signed',
  targets: 'refused not-what-was-signed',
  channel: 'refused not-what-was-signed',
  manifest: 'offline bad-answer',
  document: 'offline bad-answer',
};
const isBlob = (place: Place) => place === 'manifest' || place === 'document';

const STATUSES: readonly Attack[] = EVERY_PLACE.flatMap((place) => [
  // No newer root is how every day looks.
  ...(place === 'nextRoot'
    ? []
    : [status(place, 404, 'offline not-there'), status(place, 403, 'offline not-there')]),
  status(place, 500, 'offline server-trouble'),
  status(place, 503, 'offline server-trouble', { 'retry-after': '120' }),
  status(place, 429, 'offline server-trouble', { 'retry-after': 'Thu, 01 Jan 2026 00:10:00 GMT' }),
  status(place, 204, 'offline bad-answer'),
]);

const LENGTHS: readonly Attack[] = EVERY_PLACE.flatMap((place) => [
  at(place, 'endless data', tooMuch[place], (response) => sendForEver(response, '{"signatures":[')),
  at(place, 'cut off in the middle', 'offline interrupted', (response, real) => {
    response.writeHead(200, { 'content-length': real.byteLength });
    response.write(half(real), () => response.destroy());
  }),
  at(
    place,
    'a content-length that is too large',
    isBlob(place) ? 'offline bad-answer' : 'offline interrupted',
    (response, real) => {
      response.writeHead(200, { 'content-length': real.byteLength + 100 });
      response.write(real, () => response.destroy());
    },
  ),
  at(place, 'a content-length that is too small', tooShort[place], (response, real) => {
    response.socket?.end(
      `HTTP/1.1 200 OK\r\nContent-Length: ${real.byteLength >> 1}\r\n\r\n${half(real).toString('latin1')}`,
      'latin1',
    );
  }),
]);

const SLOW: readonly Attack[] = [
  ...EVERY_PLACE.map((place) =>
    at(place, 'no answer, ever', 'offline too-slow', (response, _real, scene) =>
      passUntilHungUp(response, scene, 21_000),
    ),
  ),
  ...(['timestamp', 'targets', 'document'] as const).flatMap((place) => [
    at(place, 'silence in the middle', 'offline too-slow', (response, real, scene) => {
      response.writeHead(200, { 'content-length': real.byteLength });
      response.write(half(real), () => passUntilHungUp(response, scene, 21_000));
    }),
    at(place, 'one byte every ten seconds', 'offline too-slow', (response, real, scene) => {
      response.writeHead(200, { 'content-length': real.byteLength });
      let sent = 0;
      passUntilHungUp(response, scene, 10_000, () => {
        if (sent < real.byteLength - 1) response.write(real.subarray(sent, sent + 1));
        sent += 1;
      });
    }),
  ]),
];

const PAGE = '<!DOCTYPE html>\n<html><head><title>Welcome to our Wi-Fi</title></head></html>';
const PORTALS: readonly Attack[] = [
  ...EVERY_PLACE.map((place) =>
    at(place, 'the log-in page of a network instead', 'offline captive-portal', (response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(PAGE);
    }),
  ),
  ...(['timestamp', 'document'] as const).map((place) =>
    at(place, 'a log-in page that says it is JSON', 'offline captive-portal', (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(PAGE);
    }),
  ),
  status('timestamp', 511, 'offline captive-portal'),
  status('document', 511, 'offline captive-portal'),
  status('timestamp', 407, 'offline proxy'),
  status('timestamp', 302, 'offline captive-portal', { location: 'http://portal.invalid/login' }),
  status('document', 307, 'offline captive-portal', { location: 'https://127.0.0.1/blobs/aa/x' }),
  status('targets', 301, 'offline captive-portal', { location: 'file:///etc/passwd' }),
  status('snapshot', 308, 'offline captive-portal', { location: '//127.0.0.1:9/metadata/2.snapshot.json' }),
  status('timestamp', 302, 'offline bad-answer'),
  status('timestamp', 302, 'offline captive-portal', { location: 'javascript:alert(1)' }),
  at('channel', 'redirects in a circle', 'offline bad-answer', (response, _real, scene) => {
    response.writeHead(302, { location: `/${pathsOf(scene).channel}` });
    response.end();
  }),
];

/** Thirty kilobytes that become thirty-two megabytes. */
const BOMB = gzipSync(Buffer.alloc(32 * 1024 ** 2));

const ODD: readonly Attack[] = [
  ...METADATA.map((place) =>
    at(place, 'a gzip bomb nobody asked for', 'offline bad-answer', (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(BOMB);
    }),
  ),
  at('document', 'a gzip bomb', 'offline bad-answer', (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(BOMB);
  }),
  at('document', 'gzip that is none', 'offline bad-answer', (response, real) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(real);
  }),
  at('document', 'an encoding nobody asked for', 'offline bad-answer', (response, real) => {
    response.writeHead(200, { 'content-encoding': 'br' });
    response.end(real);
  }),
  at('snapshot', 'unchanged, though nothing was known', 'offline bad-answer', (response) => {
    response.writeHead(304);
    response.end();
  }),
  at('document', 'unchanged, though nothing was known', 'offline bad-answer', (response) => {
    response.writeHead(304);
    response.end();
  }),
  at('targets', 'a part that nobody asked for', 'offline bad-answer', (response, real) => {
    response.writeHead(206, { 'content-range': `bytes 5-${real.byteLength - 1}/${real.byteLength}` });
    response.end(real.subarray(5));
  }),
  at('document', 'a part without saying which', 'offline bad-answer', (response, real) => {
    response.writeHead(206);
    response.end(real);
  }),
  status('document', 416, 'offline bad-answer'),
  at('document', 'nothing at all', 'offline bad-answer', (response) => {
    response.writeHead(200, { 'content-length': 0 });
    response.end();
  }),
  at('document', 'nothing at all, without a length', 'offline interrupted', (response) => {
    response.writeHead(200);
    response.end();
  }),
  at('timestamp', 'a hundred thousand bytes of headers', 'offline bad-answer', (response) => {
    response.socket?.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`);
  }),
  at('timestamp', 'something that is not HTTP', 'offline bad-answer', (response) => {
    response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
  }),
  at('timestamp', 'the line goes dead before an answer', 'offline interrupted', (response) =>
    response.socket?.destroy(),
  ),
  at('document', 'the line goes dead before an answer', 'offline interrupted', (response) =>
    response.socket?.destroy(),
  ),
  {
    name: 'Nobody is there at all',
    outcome: 'offline no-network',
    attack: ({ server }) => server.pauseListening(),
    recover: async ({ honest, server }) => {
      honest.release();
      await server.listenAgain();
    },
  },
];

describeAttacks('HTTP statuses', STATUSES);
describeAttacks('Lengths', LENGTHS);
describeAttacks('Silence', SLOW);
describeAttacks('Portals and redirects', PORTALS);
describeAttacks('Odd answers', ODD);
