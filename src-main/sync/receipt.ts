import { KEY_NAME_FIELD } from '../../content/model/central-server.ts';
import { isDocumentPath, type Manifest } from '../../content/model/edition.ts';
import type { LogFacts } from '../platform/log.ts';
import { readRoot, readTargets } from './trust/read-metadata.ts';
import type { TrustRecord } from './trust/record.ts';

/** Who signed the list of channels: the key's id, and the name its holders know it by. */
export type Signer = { readonly keyId: string; readonly name: string | null };

/** What staff read after a stick was read: plain facts, no praise. */
export type Receipt = {
  /** Where it came from. */
  readonly source: string;
  readonly channel: string;
  readonly label: string;
  /** Number of the edition that was on show; null when there was none. */
  readonly from: number | null;
  /** Number of the edition on the stick. */
  readonly to: number;
  /** True when the terminal had it already, or a newer one. */
  readonly isNothingNew: boolean;
  /** Paths of documents, sorted. */
  readonly documents: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
  readonly publishedAt: string;
  readonly signedBy: readonly Signer[];
};

/** A receipt as the facts of a log line. */
export function factsOf({ from, to, documents, signedBy, publishedAt, channel, label }: Receipt): LogFacts {
  return {
    from,
    to,
    channel,
    label,
    added: documents.added.length,
    changed: documents.changed.length,
    removed: documents.removed.length,
    publishedAt,
    signedBy: signedBy.map(({ name, keyId }) => name ?? keyId.slice(0, 12)).join(', '),
  };
}

/** Which documents differ between two editions; `from` is null when there was none. */
export function changedDocuments(from: Manifest | null, to: Manifest): Receipt['documents'] {
  const hashes = (manifest: Manifest | null) =>
    new Map(
      (manifest?.files ?? [])
        .filter(({ path }) => isDocumentPath(path))
        .map((file) => [file.path, file.sha256]),
    );
  const before = hashes(from);
  const after = hashes(to);
  const paths = [...after.keys()];
  return {
    added: paths.filter((path) => !before.has(path)).sort(),
    changed: paths.filter((path) => before.has(path) && before.get(path) !== after.get(path)).sort(),
    removed: [...before.keys()].filter((path) => !after.has(path)).sort(),
  };
}

/** The keys whose right signatures stand under the verified targets metadata. */
export function signersOf({ root, targets }: Pick<TrustRecord, 'root' | 'targets'>): readonly Signer[] {
  const { roles, keys } = readRoot(root).signed;
  const signed = readTargets(targets);
  const ids = roles['targets']?.keyIDs ?? [];
  return ids.flatMap((keyId) => {
    const key = keys[keyId];
    try {
      key?.verifySignature(signed);
    } catch {
      return [];
    }
    const name = key?.unrecognizedFields?.[KEY_NAME_FIELD];
    return key ? [{ keyId, name: typeof name === 'string' ? name : null }] : [];
  });
}
