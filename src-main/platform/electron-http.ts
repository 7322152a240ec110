import {
  type ClientRequestConstructorOptions,
  type IncomingMessage,
  net,
  type ProxyConfig,
  type Session,
  session,
} from 'electron';
import { type Http, type HttpAnswer, HttpFailure, type HttpFailureReason } from './http.ts';

/** A session for the terminal's own requests: no page runs in it, it lives in memory, and the pages' rules stay theirs. */
const SYNC_PARTITION = 'sync';

/**
 * The terminal's own way to the network, through Chromium: `proxy` is `system`, `none`, or an address such as
 * `http://10.0.0.1:3128`; certificates as the system trusts them.
 */
export async function electronHttp(proxy: string): Promise<Http> {
  const own = session.fromPartition(SYNC_PARTITION, { cache: false });
  await own.setProxy(proxyConfig(proxy));
  return httpOf(own);
}

function proxyConfig(proxy: string): ProxyConfig {
  if (proxy === 'system') return { mode: 'system' };
  // Chromium would leave loopback out, where a server for trials may well stand.
  return proxy === 'none'
    ? { mode: 'direct' }
    : { mode: 'fixed_servers', proxyRules: proxy, proxyBypassRules: '<-loopback>' };
}

/** True while the system has any network at all. */
export function isOnline(): boolean {
  return net.isOnline();
}

function httpOf(own: Session): Http {
  return ({ url, headers, signal }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new HttpFailure('interrupted', 'ended before it began'));
        return;
      }
      const options: ClientRequestConstructorOptions = {
        url: url.href,
        session: own,
        method: 'GET',
        redirect: 'manual',
        credentials: 'omit',
        useSessionCookies: false,
        cache: 'no-store',
      };
      const asked = net.request(options);
      for (const [name, value] of Object.entries(headers)) asked.setHeader(name, value);
      const end = () => asked.abort();
      signal.addEventListener('abort', end, { once: true });
      asked.on('close', () => signal.removeEventListener('abort', end));
      asked.on('abort', () => reject(new HttpFailure('interrupted', 'ended')));
      asked.on('error', (error) => reject(failureOf(error)));
      // Unless it is followed in this very moment the request ends here: what the caller needs is the address.
      asked.on('redirect', (status, _method, address) => resolve(redirectTo(status, address)));
      asked.on('response', (message) => resolve(answerOf(message)));
      asked.end();
    });
}

function redirectTo(status: number, address: string): HttpAnswer {
  return {
    status,
    header: (name) => (name === 'location' ? address : null),
    body: (async function* () {})(),
  };
}

function answerOf(message: IncomingMessage): HttpAnswer {
  const header = (name: string) => {
    const value = message.headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  };
  return { status: message.statusCode, header, body: bodyOf(message) };
}

async function* bodyOf(message: IncomingMessage): AsyncGenerator<Uint8Array> {
  if (!isReadable(message)) throw new HttpFailure('bad-answer', 'an answer without a body that can be read');
  try {
    for await (const piece of message) yield piece;
  } catch (error) {
    throw failureOf(error);
  }
}

/** Electron's answers are readable streams; its types do not say so. */
function isReadable(message: object): message is AsyncIterable<Uint8Array> {
  return Symbol.asyncIterator in message;
}

const REASONS: readonly (readonly [RegExp, HttpFailureReason])[] = [
  [/ERR_(?:CERT|SSL|BAD_SSL|INSECURE)/, 'certificate'],
  [/ERR_(?:PROXY|TUNNEL|SOCKS|MANDATORY_PROXY|NO_SUPPORTED_PROXIES)/, 'proxy'],
  [/ERR_(?:INVALID|RESPONSE_HEADERS|CONTENT_DECODING|HTTP2|QUIC|UNEXPECTED)/, 'bad-answer'],
  [
    /ERR_(?:CONNECTION_(?:RESET|CLOSED|ABORTED)|CONTENT_LENGTH|INCOMPLETE|EMPTY_RESPONSE|ABORTED|NETWORK_CHANGED)/,
    'interrupted',
  ],
];

/** Chromium says `net::ERR_…`; whatever is not known better is a network that is not there. */
function failureOf(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const text = error instanceof Error ? error.message : String(error);
  const reason = REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? 'no-network';
  return new HttpFailure(reason, text.slice(0, 120), { cause: error });
}
