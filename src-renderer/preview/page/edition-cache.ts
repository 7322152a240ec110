import { manifest } from '../../../content/model/edition.ts';
import type { Sha256 } from '../../../content/model/names.ts';
import { type EditionFetch, fetchEdition } from '../../catalogue/edition-reader.ts';

/**
 * Fetches editions one after the other, each file only once as long as its bytes stay the same: after a change in one
 * document only that one is fetched. What arrives is checked by the catalogue, as always.
 */
export function editionCache(
  fetchFrom: (seq: number) => EditionFetch = fetchEdition,
): (seq: number) => EditionFetch {
  const bytes = new Map<Sha256, ArrayBuffer>();
  return (seq) => {
    const source = fetchFrom(seq);
    const digests = new Map<string, Sha256>();
    return {
      fetchManifest: async () => {
        const response = await source.fetchManifest();
        const read = manifest.safeParse(
          await response
            .clone()
            .json()
            .catch(() => null),
        );
        for (const { path, sha256 } of read.data?.files ?? []) digests.set(path, sha256);
        const listed = new Set(digests.values());
        for (const digest of bytes.keys()) if (!listed.has(digest)) bytes.delete(digest);
        return response;
      },
      fetchFile: async (path) => {
        const digest = digests.get(path);
        const kept = digest && bytes.get(digest);
        if (kept) return new Response(kept);
        const response = await source.fetchFile(path);
        if (digest && response.ok) bytes.set(digest, await response.clone().arrayBuffer());
        return response;
      },
    };
  };
}
