import { KIOSK_SCHEME, type KioskRequest, parseKioskPath } from '../../contract/urls.ts';
import { assertNever } from '../../platform/assert-never.ts';
import type { ByteSpan, Files } from '../../platform/files.ts';
import type { EditionShelf } from '../edition.ts';
import { editionFileHeaders, pageFileHeaders, SENTENCE_HEADERS } from './headers.ts';
import type { PageFiles } from './page-files.ts';
import { rangeOf } from './range.ts';

/** A request as it comes from a page. */
export type KioskAsk = {
  readonly method: string;
  readonly url: string;
  /** The `Range` header, or null. */
  readonly range: string | null;
};

/** What a page gets: a status, headers, and nothing, a sentence, or bytes from disk. */
export type KioskAnswer = {
  readonly status: 200 | 206 | 404 | 405 | 416 | 500;
  readonly headers: Readonly<Record<string, string>>;
  readonly body:
    | { readonly kind: 'none' }
    | { readonly kind: 'sentence'; readonly text: string }
    | { readonly kind: 'file'; readonly file: string; readonly span: ByteSpan };
};

/** Answers `kiosk://` requests. Never rejects. */
export type KioskServer = (ask: KioskAsk) => Promise<KioskAnswer>;

/** What the server gives out. */
export type KioskServerParts = {
  readonly shelf: Pick<EditionShelf, 'bySeq'>;
  readonly pages: PageFiles;
  readonly files: Pick<Files, 'facts'>;
  /** Told the file when a file that was there at start cannot be read any more. */
  readonly onUnreadable: (file: string, error: unknown) => void;
};

/** Longest address that is looked at, in characters; ours are far shorter. */
const MAX_URL_CHARACTERS = 1024;

/** The host in `kiosk://visitor/…`; the staff's pages will be another origin. */
const VISITOR_HOST = 'visitor';

type Found = {
  readonly file: string;
  readonly length: number;
  readonly headers: Readonly<Record<string, string>>;
};

/** Builds the server of everything a page loads: an address becomes an entry of a list, never a path. */
export function kioskServer({ shelf, pages, files, onUnreadable }: KioskServerParts): KioskServer {
  const find = async (request: KioskRequest): Promise<Found | null> => {
    switch (request.kind) {
      case 'manifest': {
        const found = shelf.bySeq(request.seq)?.manifestFile;
        return found ? { ...found, headers: editionFileHeaders(found.type) } : null;
      }
      case 'edition-file': {
        const found = shelf.bySeq(request.seq)?.open(request.path);
        return found ? { ...found, headers: editionFileHeaders(found.type) } : null;
      }
      case 'page-file': {
        const found = pages.get(request.path);
        if (!found) return null;
        const { length } = await files.facts(found.file);
        return { file: found.file, length, headers: pageFileHeaders(found.type) };
      }
      default:
        return assertNever(request);
    }
  };

  return async ({ method, url, range }) => {
    if (method !== 'GET' && method !== 'HEAD') {
      return sentence(405, 'Files can only be read here.', { Allow: 'GET, HEAD' });
    }
    const request = requestOf(url);
    if (request === null) return sentence(404, 'There is nothing at this address.');
    try {
      const found = await find(request);
      if (found === null) return sentence(404, 'There is no such file in the guide or its pages.');
      return method === 'HEAD' ? withoutBody(found) : withBody(found, range);
    } catch (error) {
      const file = request.kind === 'page-file' ? (pages.get(request.path)?.file ?? '') : '';
      onUnreadable(file, error);
      return sentence(500, 'This file cannot be read from disk.');
    }
  };
}

function requestOf(url: string): KioskRequest | null {
  if (url.length > MAX_URL_CHARACTERS || !URL.canParse(url)) return null;
  const { href, protocol, host, username, password, pathname, search } = new URL(url);
  // What the parser had to tidy up (dots, NUL, line breaks) was not written by a page of ours.
  if (href !== url) return null;
  const isOurs = protocol === `${KIOSK_SCHEME}:` && host === VISITOR_HOST;
  return isOurs && username === '' && password === '' && search === '' ? parseKioskPath(pathname) : null;
}

function withoutBody({ length, headers }: Found): KioskAnswer {
  return { status: 200, headers: measured(headers, length), body: { kind: 'none' } };
}

function withBody({ file, length, headers }: Found, range: string | null): KioskAnswer {
  const asked = rangeOf(range, length);
  switch (asked.kind) {
    case 'whole':
      return {
        status: 200,
        headers: measured(headers, length),
        body: length === 0 ? { kind: 'none' } : { kind: 'file', file, span: { start: 0, end: length - 1 } },
      };
    case 'span': {
      const { start, end } = asked.span;
      return {
        status: 206,
        headers: {
          ...measured(headers, end - start + 1),
          'Content-Range': `bytes ${start}-${end}/${length}`,
        },
        body: { kind: 'file', file, span: asked.span },
      };
    }
    case 'unsatisfiable':
      return sentence(416, 'The file is shorter than that.', { 'Content-Range': `bytes */${length}` });
    default:
      return assertNever(asked);
  }
}

function measured(headers: Readonly<Record<string, string>>, length: number): Record<string, string> {
  return { ...headers, 'Content-Length': String(length), 'Accept-Ranges': 'bytes' };
}

function sentence(
  status: 404 | 405 | 416 | 500,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): KioskAnswer {
  return { status, headers: { ...SENTENCE_HEADERS, ...headers }, body: { kind: 'sentence', text } };
}
