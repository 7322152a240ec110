import type { Clock } from '../../platform/clock.ts';
import { type Http, type HttpAnswer, HttpFailure } from '../../platform/http.ts';
import { FetchFailure } from '../failure.ts';
import { ANSWER_MS, LONGEST_RETRY_AFTER_MS, MOST_REDIRECTS } from '../limits.ts';
import type { OfflineReason } from '../state.ts';
import type { Bucket } from './bucket.ts';
import type { Answer, Ask, Transport } from './transport.ts';
import { inTime, withinLimits } from './within-limits.ts';

/** What an HTTP transport is made of. */
export type HttpTransportParts = {
  readonly http: Http;
  /** Where the published tree lies. */
  readonly server: URL;
  readonly clock: Pick<Clock, 'monotonicMs' | 'now' | 'after'>;
  readonly bucket: Bucket;
};

/** The published tree on a web server. What the answer is not – content – is a `FetchFailure` with its reason. */
export function httpTransport(parts: HttpTransportParts): Transport {
  // An address without a slash at its end would lose its last part.
  const root = new URL(parts.server.href.replace(/\/?$/, '/'));
  return {
    name: root.href,
    ask: async (ask) => {
      if (ask.signal.aborted) throw new FetchFailure('interrupted', 'ended before it began');
      const own = new AbortController();
      const end = () => own.abort();
      ask.signal.addEventListener('abort', end, { once: true });
      // A connection whose answer was read to its end serves the next question, too; any other is closed.
      const over = (isWhole: boolean) => {
        ask.signal.removeEventListener('abort', end);
        if (!isWhole) end();
      };
      const asked = follow(parts, root, ask, own.signal);
      const answer = await inTime(parts.clock, ANSWER_MS, asked, 'no answer').catch((error: unknown) => {
        over(false);
        throw asFetchFailure(error);
      });
      return answerOf(parts, ask, answer, over);
    },
  };
}

/** Asks, and follows the few redirects that stay at home. */
async function follow(
  parts: HttpTransportParts,
  root: URL,
  ask: Ask,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const headers = headersFor(ask);
  let url = new URL(ask.path, root);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await parts.http({ url, headers, signal });
    if (![301, 302, 303, 307, 308].includes(answer.status)) return answer;
    void readToEnd(limited(parts, LONGEST_EXPLANATION_BYTES, answer.body));
    const location = answer.header('location') ?? '';
    if (!URL.canParse(location, url.href)) throw new FetchFailure('bad-answer', 'a redirect to nowhere');
    const next = new URL(location, url);
    // The way of a log-in page: whoever redirects elsewhere does not speak for the server.
    if (next.origin !== root.origin) throw new FetchFailure('captive-portal', `a redirect to ${next.origin}`);
    if (redirects === MOST_REDIRECTS) throw new FetchFailure('bad-answer', 'redirects without end');
    url = next;
  }
}

function headersFor({ from = 0, ifRange, ifNoneMatch, mayCompress = false }: Ask): Record<string, string> {
  const headers: Record<string, string> = {
    accept: '*/*',
    'user-agent': 'Openfloor',
    'accept-encoding': mayCompress && from === 0 ? 'gzip' : 'identity',
  };
  if (from > 0) {
    headers['range'] = `bytes=${from}-`;
    if (ifRange) headers['if-range'] = ifRange;
  }
  if (ifNoneMatch) headers['if-none-match'] = ifNoneMatch;
  return headers;
}

function answerOf(
  parts: HttpTransportParts,
  ask: Ask,
  answer: HttpAnswer,
  over: (isWhole: boolean) => void,
): Answer {
  const { status, header } = answer;
  const no = (reason: OfflineReason, detail: string) => {
    over(false);
    return new FetchFailure(reason, detail, { status });
  };
  if (status !== 200 && status !== 206) {
    void readToEnd(limited(parts, LONGEST_EXPLANATION_BYTES, answer.body, over));
    if (status === 304 && ask.ifNoneMatch) return { kind: 'unchanged' };
    throw notContent(parts, status, header('retry-after'));
  }
  if (/^\s*(?:text\/html|application\/xhtml)/i.test(header('content-type') ?? ''))
    throw no('captive-portal', 'a page instead of content');
  const encoding = (header('content-encoding') ?? 'identity').toLowerCase();
  const isCompressed = encoding !== 'identity';
  if (isCompressed && (encoding !== 'gzip' || ask.mayCompress !== true || status === 206))
    throw no('bad-answer', `content in an encoding nobody asked for (${encoding.slice(0, 20)})`);
  const from = status === 206 ? beginOf(header('content-range')) : 0;
  if (from !== 0 && from !== (ask.from ?? 0)) throw no('bad-answer', 'another part than was asked for');
  const said = header('content-length');
  return {
    kind: 'content',
    from,
    length: said === null || isCompressed || !/^\d{1,15}$/.test(said) ? null : Number(said),
    etag: header('etag'),
    isCompressed,
    body: limited(parts, ask.atMost, contentOf(answer.body, from), over),
  };
}

/** What a server says beside a status is read, so that the connection stays good, but not for long, in bytes. */
const LONGEST_EXPLANATION_BYTES = 16 * 1024;

function limited(
  { clock, bucket }: HttpTransportParts,
  atMost: number,
  body: AsyncIterable<Uint8Array>,
  over: (isWhole: boolean) => void = () => {},
): AsyncGenerator<Uint8Array> {
  return withinLimits(body, { clock, bucket, atMost, over });
}

async function readToEnd(body: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const _piece of body);
  } catch {
    // Nobody waits for it.
  }
}

function notContent({ clock }: HttpTransportParts, status: number, retryAfter: string | null): FetchFailure {
  const retryAfterMs = readRetryAfter(retryAfter, clock.now());
  const say = `HTTP status ${status}`;
  if (status === 511) return new FetchFailure('captive-portal', say, { status });
  if (status === 407) return new FetchFailure('proxy', say, { status });
  if (status === 429 || status >= 500)
    return new FetchFailure('server-trouble', say, { status, retryAfterMs });
  if ([401, 402, 403, 404, 410, 451].includes(status))
    return new FetchFailure('not-there', say, { status, retryAfterMs });
  return new FetchFailure('bad-answer', say, { status, retryAfterMs });
}

/** `Retry-After` in milliseconds, as seconds or as a date; null when it says nothing, never longer than the longest. */
export function readRetryAfter(value: string | null, now: Date): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_RETRY_AFTER_MS) : null;
}

/** First byte of `bytes 100-199/200`; -1, which no one asks for, when it cannot be read. */
function beginOf(contentRange: string | null): number {
  const match = /^bytes (\d{1,15})-\d{1,15}\/(?:\d{1,15}|\*)$/.exec(contentRange ?? '');
  return match ? Number(match[1]) : -1;
}

/** Nothing that is published begins like a web page; a portal that calls its page by another type does. */
async function* contentOf(body: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<Uint8Array> {
  let isFirst = from === 0;
  try {
    for await (const piece of body) {
      if (isFirst && /^\s*<(?:!doctype\s+html|html)\b/i.test(Buffer.from(piece).toString('latin1', 0, 200)))
        throw new FetchFailure('captive-portal', 'a page instead of content');
      isFirst &&= piece.byteLength === 0;
      yield piece;
    }
  } catch (error) {
    throw asFetchFailure(error);
  }
}

function asFetchFailure(error: unknown): unknown {
  return error instanceof HttpFailure
    ? new FetchFailure(error.reason, error.message, { cause: error })
    : error;
}
