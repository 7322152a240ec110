import { join } from 'node:path';
import { errorCode, type Files, isNotThere } from '../../platform/files.ts';
import { FetchFailure } from '../failure.ts';
import { type Ask, TooLong, type Transport } from './transport.ts';

/** The paths of a published tree; anything else is never looked for. */
const TREE_PATH = /^(?:metadata|targets|blobs|patches)(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/;

/** The published tree in a directory, for instance on a stick. It is trusted no more than a server is. */
export function directoryTransport(directory: string, files: Pick<Files, 'facts' | 'read'>): Transport {
  const notThere = (detail: string) => new FetchFailure('not-there', detail, { status: 404 });
  return {
    name: directory,
    ask: async (ask) => {
      if (!TREE_PATH.test(ask.path)) throw notThere('no path of a published tree');
      const file = join(directory, ...ask.path.split('/'));
      const facts = await files.facts(file).catch((error: unknown) => {
        throw isNotThere(error) ? notThere(ask.path) : new FetchFailure('interrupted', errorCode(error));
      });
      if (!facts.isPlainFile) throw notThere(`${ask.path} is not a plain file`);
      const from = Math.min(ask.from ?? 0, facts.length);
      const length = facts.length - from;
      if (length > ask.atMost) throw new TooLong(`more than ${ask.atMost} bytes`);
      return {
        kind: 'content',
        from,
        length,
        etag: null,
        isCompressed: false,
        body: bytesOf(files, file, { start: from, end: facts.length - 1 }, ask),
      };
    },
  };
}

async function* bytesOf(
  files: Pick<Files, 'read'>,
  file: string,
  span: { readonly start: number; readonly end: number },
  { signal }: Ask,
): AsyncGenerator<Uint8Array> {
  if (span.end < span.start) return;
  try {
    for await (const piece of files.read(file, span)) {
      if (signal.aborted) throw new FetchFailure('interrupted', 'ended');
      yield piece;
    }
  } catch (error) {
    // A stick that is pulled out in the middle.
    throw error instanceof FetchFailure ? error : new FetchFailure('interrupted', errorCode(error));
  }
}
