import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { finished, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { errorCode } from './files.ts';
import { type Http, type HttpAnswer, HttpFailure, type HttpFailureReason, type HttpRequest } from './http.ts';

/** How long an unused connection stays open, in milliseconds: longer than a terminal waits between two polls. */
const KEEP_ALIVE_MS = 90_000;

/** {@link Http} through Node, past any proxy unless one is given, and its own "off" that ends its connections: for commands, benches and tests. */
export function nodeHttp(proxy: URL | null = null): { readonly http: Http; readonly close: () => void } {
  const options = { keepAlive: true, keepAliveMsecs: KEEP_ALIVE_MS };
  const tunnel = proxy && new HttpsProxyAgent(proxy, options);
  const plain = tunnel ?? new HttpAgent(options);
  const secure = tunnel ?? new HttpsAgent(options);
  const ask = (request: HttpRequest): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      const { url, headers, signal } = request;
      let asked: ClientRequest;
      try {
        const isSecure = url.protocol === 'https:';
        asked = isSecure
          ? httpsRequest(url, { headers, agent: secure })
          : httpRequest(url, { headers, agent: plain });
      } catch (error) {
        reject(failureOf(error));
        return;
      }
      let answered: IncomingMessage | undefined;
      // Node's own `signal` also destroys a connection whose answer is complete and that belongs to nobody at this moment;
      // the error then has no one to go to and ends the process.
      const end = () => {
        if (answered?.complete !== true) asked.destroy(new HttpFailure('interrupted', 'ended'));
      };
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true });
      asked.on('close', () => signal.removeEventListener('abort', end));
      asked.on('error', (error) => {
        // The server had closed the connection that was kept for it: no answer to this question, so it is asked once more.
        const wasStale = asked.reusedSocket && answered === undefined && errorCode(error) === 'ECONNRESET';
        if (wasStale && !signal.aborted) ask(request).then(resolve, reject);
        else reject(failureOf(error));
      });
      asked.on('response', (message) => {
        answered = message;
        // Whoever reads the body hears of its errors; one that comes when nobody reads is nobody's.
        message.on('error', () => {});
        resolve(answerOf(message));
      });
      asked.end();
    });
  return {
    http: ask,
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

function answerOf(message: IncomingMessage): HttpAnswer {
  const header = (name: string) => {
    const value = message.headers[name];
    return typeof value === 'string' ? value : (value?.join(', ') ?? null);
  };
  return { status: message.statusCode ?? 0, header, body: bodyOf(message, header('content-encoding')) };
}

async function* bodyOf(message: IncomingMessage, encoding: string | null): AsyncGenerator<Uint8Array> {
  // Unpacking happens only as fast as somebody reads: a few bytes that grow without end are stopped by the reader's limit.
  const bytes: Readable =
    encoding?.toLowerCase() === 'gzip' ? pipeline(message, createGunzip(), () => {}) : message;
  try {
    yield* arrived(bytes);
  } catch (error) {
    throw failureOf(error);
  } finally {
    message.destroy();
  }
  if (!message.complete) throw new HttpFailure('interrupted', 'the connection was closed too early');
}

/** How much may wait for a slow reader, in bytes. */
const MOST_WAITING_BYTES = 128 * 1024;

/** What a stream brings. Unlike its own iterator this gives everything that arrived before the error, and then the error. */
async function* arrived(stream: Readable): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let bytes = 0;
  let end: { readonly error: unknown } | null = null;
  let wake = () => {};
  stream.on('data', (piece: Uint8Array) => {
    waiting.push(piece);
    bytes += piece.byteLength;
    if (bytes > MOST_WAITING_BYTES) stream.pause();
    wake();
  });
  finished(stream, (error) => {
    end = { error };
    wake();
  });
  for (;;) {
    const piece = waiting.shift();
    if (piece !== undefined) {
      bytes -= piece.byteLength;
      if (bytes <= MOST_WAITING_BYTES) stream.resume();
      yield piece;
    } else if (end !== null) {
      const { error }: { error: unknown } = end;
      if (error) throw error;
      return;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}

const NO_NETWORK =
  /^(?:ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT)/;
const CERTIFICATE = /^(?:CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH)/;
const BAD_ANSWER = /^(?:HPE_|Z_|ERR_HTTP|ERR_INVALID|EPROTO)/;

function failureOf(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const code = errorCode(error);
  const reason: HttpFailureReason = CERTIFICATE.test(code)
    ? 'certificate'
    : NO_NETWORK.test(code)
      ? 'no-network'
      : BAD_ANSWER.test(code)
        ? 'bad-answer'
        : 'interrupted';
  return new HttpFailure(reason, code, { cause: error });
}
