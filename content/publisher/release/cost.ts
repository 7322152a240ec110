import { patchPath } from '../../model/central-server.ts';
import type { BuiltEdition } from '../diff/read-edition.ts';
import type { ManifestName } from './editions.ts';
import type { Files, SignedFiles } from './signed-files.ts';

/** What one terminal fetches because of a publication, in bytes, nothing compressed on the way. */
export type Cost = {
  /** Documents and media it does not have yet. */
  readonly content: number;
  /** The list of all files: the short way to it where there is one. */
  readonly manifest: number;
  /** Signatures and the channel. */
  readonly signed: number;
  readonly total: number;
};

/** The cost for a terminal that has `from`; undefined for one that has nothing. */
export function costOf(
  from: { readonly files: BuiltEdition['files']; readonly pointer: ManifestName } | undefined,
  to: { readonly files: BuiltEdition['files']; readonly pointer: ManifestName },
  patches: Files,
  { targetFiles, metadata, timestamp }: SignedFiles,
): Cost {
  const present = new Set([...(from?.files.values() ?? [])].map(({ sha256 }) => sha256));
  const missing = new Map([...to.files.values()].map(({ sha256, length }) => [sha256, length] as const));
  const content = [...missing].reduce((sum, [sha256, length]) => sum + (present.has(sha256) ? 0 : length), 0);
  const isKnown = from?.pointer.sha256 === to.pointer.sha256;
  const patch = from && patches.get(patchPath(from.pointer.sha256, to.pointer.sha256));
  const manifest = isKnown ? 0 : (patch?.length ?? to.pointer.length);
  const channel = [...targetFiles].filter(([path]) => path.includes('/channels/'));
  const signed = [...channel, ...metadata, ...timestamp].reduce((sum, [, { length }]) => sum + length, 0);
  return { content, manifest, signed, total: content + manifest + signed };
}
