import { blobPath } from '../../model/edition.ts';
import { PREVIEW_EVENTS, PREVIEW_POINTER } from '../../model/preview.ts';
import { bytesHeaders, dataHeaders, pageHeaders } from './headers.ts';
import type { LivingGuide } from './living-guide.ts';
import type { PageFiles } from './page-files.ts';

/** The page of the frame. */
const FRAME_PAGE = '/preview/index.html';

/** Pages that hold others: the preview's own at the address of the whole, and the gallery that engineers look at. */
const HOLDERS: ReadonlySet<string> = new Set(['/', '/gallery/index.html']);

/** A request as it comes in. */
export type Ask = {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** The `Host` header. */
  readonly host: string | undefined;
  /** The `Range` header: browsers go back and forth in a film by it. */
  readonly range?: string | undefined;
};

/** What is answered: bytes, or the stream of events. */
export type Answer =
  | { readonly kind: 'events' }
  | {
      readonly kind: 'bytes';
      readonly status: 200 | 206 | 404 | 405 | 421;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array | string;
    };

/** What can be given out, and on which port. */
export type AnswerParts = {
  readonly guide: Pick<LivingGuide, 'state' | 'edition'>;
  readonly pages: PageFiles;
  readonly port: number;
};

/** Answers a request out of memory: an address is looked up in lists and never becomes a path on disk. */
export function answer({ method, url, host, range }: Ask, { guide, pages, port }: AnswerParts): Answer {
  // Only these two names are ours: a page on the web that points its own name at this computer gets nothing.
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return no(421, 'This address belongs to the preview of this computer only.');
  }
  if (method !== 'GET' && method !== 'HEAD')
    return no(405, 'Files can only be read here.', { Allow: 'GET, HEAD' });

  const [path = ''] = url.split('?');
  if (path === PREVIEW_EVENTS) return { kind: 'events' };
  const page = pages.get(path === '/' ? FRAME_PAGE : path);
  if (page) return yes(page.bytes, pageHeaders(page.type, HOLDERS.has(path) ? 'frame' : 'page'));
  return part(editionFile(path, guide), range) ?? no(404, 'There is nothing at this address.');
}

const EDITION_URL = /^\/edition\/([1-9]\d{0,9})\/(?:manifest\.json|files\/(.+))$/;

function editionFile(path: string, guide: AnswerParts['guide']): Answer | undefined {
  const json = dataHeaders('application/json');
  if (path === PREVIEW_POINTER) {
    const newest = guide.edition(guide.state().edition ?? 0);
    return newest && yes(newest.pointerBytes, json);
  }
  const [, seq, file] = EDITION_URL.exec(path) ?? [];
  const edition = seq === undefined ? undefined : guide.edition(Number(seq));
  if (edition === undefined) return undefined;
  const { manifest, pointer, blobs } = edition;
  const found =
    file === undefined
      ? { sha256: pointer.manifest.sha256, type: 'application/json' }
      : manifest.files.find((listed) => listed.path === file);
  const bytes = found && blobs.get(blobPath(found.sha256));
  return bytes && yes(bytes, dataHeaders(found.type));
}

/** `bytes=5-` or `bytes=5-9`; all others are answered with the whole file, as HTTP allows. */
const SPAN = /^bytes=(\d{1,12})-(\d{0,12})$/;

/** The part of an answer that was asked for. */
function part(whole: Answer | undefined, range: string | undefined): Answer | undefined {
  if (whole?.kind !== 'bytes' || typeof whole.body === 'string') return whole;
  const [, from, to] = SPAN.exec(range ?? '') ?? [];
  const { length } = whole.body;
  const start = Number(from);
  const end = to ? Math.min(Number(to), length - 1) : length - 1;
  const headers = { ...whole.headers, 'Accept-Ranges': 'bytes' };
  if (from === undefined || start > end) return { ...whole, headers };
  return {
    ...whole,
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${start}-${end}/${length}` },
    body: whole.body.subarray(start, end + 1),
  };
}

function yes(body: Uint8Array, headers: Readonly<Record<string, string>>): Answer {
  return { kind: 'bytes', status: 200, headers, body };
}

function no(status: 404 | 405 | 421, sentence: string, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    kind: 'bytes',
    status,
    headers: { ...bytesHeaders('text/plain'), ...more },
    body: `${sentence}\n`,
  };
}
