import { assertNever } from '../../../content/model/assert-never.ts';
import { KIOSK_SCHEME, type KioskRequest, parseKioskPath } from '../../contract/urls.ts';
import type { ByteSpan, Files } from '../../platform/files.ts';
import type { EditionFile, EditionShelf } from '../edition.ts';
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

/** Hears of a file that cannot be read, and why. */
export type OnUnreadable = (file: string, error: unknown) => void;

/** What the server gives out. */
export type KioskServerParts = {
  readonly shelf: Pick<EditionShelf, 'bySeq'>;
  readonly pages: PageFiles;
  readonly files: Pick<Files, 'facts'>;
  /** Told the file when a file that was whole at start cannot be read any more. */
  readonly onUnreadable: OnUnreadable;
  /** The host in `kiosk://visitor/…`: each kind of page is an origin of its own, and is served nothing else. */
  readonly host?: 'visitor' | 'staff';
};

/** Longest address that is looked at, in characters; ours are far shorter. */
const MAX_URL_CHARACTERS = 1024;

type Found = {
  readonly file: string;
  /** In bytes; null when nobody has promised a length. */
  readonly promised: number | null;
  readonly headers: Readonly<Record<string, string>>;
};

/** A file that lies on disk now, as long as it was promised. */
type OnDisk = Found & { readonly length: number };

/** Builds the server of everything a page loads: an address becomes an entry of a list, never a path. */
export function kioskServer(parts: KioskServerParts): KioskServer {
  const { shelf, pages, files, onUnreadable, host = 'visitor' } = parts;
  const find = (request: KioskRequest): Found | null => {
    switch (request.kind) {
      case 'manifest':
        return editionFile(shelf.bySeq(request.seq)?.manifestFile);
      case 'edition-file':
        return editionFile(shelf.bySeq(request.seq)?.open(request.path));
      case 'page-file': {
        const found = pages.get(request.path);
        return found ? { file: found.file, promised: null, headers: pageFileHeaders(found.type) } : null;
      }
      default:
        return assertNever(request);
    }
  };

  const onDisk = async (found: Found): Promise<OnDisk> => {
    const { isPlainFile, length } = await files.facts(found.file);
    if (isPlainFile && (found.promised === null || found.promised === length)) return { ...found, length };
    throw new Error('The file is not the one that was there at start.');
  };

  return async ({ method, url, range }) => {
    if (method !== 'GET' && method !== 'HEAD') {
      return sentence(405, 'Files can only be read here.', { Allow: 'GET, HEAD' });
    }
    const request = requestOf(url, host);
    if (request === null) return sentence(404, 'There is nothing at this address.');
    const found = find(request);
    if (found === null) return sentence(404, 'There is no such file in the guide or its pages.');
    try {
      const file = await onDisk(found);
      return method === 'HEAD' ? withoutBody(file) : withBody(file, range);
    } catch (error) {
      onUnreadable(found.file, error);
      return sentence(500, 'This file cannot be read from disk.');
    }
  };
}

function editionFile(found: EditionFile | undefined): Found | null {
  return found ? { file: found.file, promised: found.length, headers: editionFileHeaders(found.type) } : null;
}

function requestOf(url: string, ourHost: string): KioskRequest | null {
  if (url.length > MAX_URL_CHARACTERS || !URL.canParse(url)) return null;
  const { href, protocol, host, username, password, pathname, search } = new URL(url);
  // What the parser had to tidy up (dots, NUL, line breaks) was not written by a page of ours.
  if (href !== url) return null;
  const isOurs = protocol === `${KIOSK_SCHEME}:` && host === ourHost;
  return isOurs && username === '' && password === '' && search === '' ? parseKioskPath(pathname) : null;
}

function withoutBody({ length, headers }: OnDisk): KioskAnswer {
  return { status: 200, headers: measured(headers, length), body: { kind: 'none' } };
}

function withBody({ file, length, headers }: OnDisk, range: string | null): KioskAnswer {
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
