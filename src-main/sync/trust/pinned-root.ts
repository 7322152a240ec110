import { createHash } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import type { Metadata, Root } from '@tufjs/models';
import { fingerprintOf } from '../../../content/model/fingerprint.ts';
import { MAX_METADATA_BYTES } from '../../../content/model/limits.ts';
import type { Files } from '../../platform/files.ts';
import { Refusal } from '../failure.ts';
import { collect } from '../fetching/transport.ts';
import { readRoot } from './read-metadata.ts';

/** A root with its bytes: signatures are over bytes, so these are never written anew. */
export type RootFile = { readonly bytes: Uint8Array; readonly root: Metadata<Root> };

/** Reads the root a terminal was given, which must be signed by its own keys. Throws `Refusal` with `trust-lost`. */
export async function readPinnedRoot(file: string, files: Pick<Files, 'facts' | 'read'>): Promise<RootFile> {
  try {
    const { isPlainFile, length } = await files.facts(file);
    if (!isPlainFile || length > MAX_METADATA_BYTES.root) throw new Error('not a root file');
    return selfSignedRoot(await collect(files.read(file)));
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : '';
    throw new Refusal('trust-lost', `${file}: ${why}`, { cause: error });
  }
}

/** A root that enough of its own keys have signed. Throws for anything else. */
export function selfSignedRoot(bytes: Uint8Array): RootFile {
  const root = readRoot(Buffer.from(bytes).toString('base64'));
  root.verifyDelegate('root', root);
  return { bytes, root };
}

/** What people compare to know a root: see {@link fingerprintOf}. */
export function rootFingerprint(root: Metadata<Root>): string {
  return fingerprintOf(createHash('sha256').update(canonicalize(root.signed.toJSON())).digest('hex'));
}
