import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  type EditionPointer,
  type Manifest,
  manifest as manifestSchema,
} from '../../content/model/edition.ts';
import { MAX_BLOB_BYTES, MAX_EDITION_BYTES } from '../../content/model/limits.ts';
import type { Files } from '../../src-main/platform/files.ts';
import type { BlobName, StoreChange } from '../../src-main/store/content-store.ts';
import { type Edition, editionOf } from '../../src-main/store/edition.ts';
import { DONE, type Done, no } from '../../src-main/store/fault.ts';
import type { SyncStore } from '../../src-main/sync/edition.ts';

/** A store without a disk, that activates every edition at once: for fleets of terminals, and where the disk is not the matter. */
export type MemoryStore = SyncStore & {
  /** SHA-256 over everything that is on show: number, manifest, each file. */
  readonly activeHash: () => string;
  /** How often an edition came on show. */
  readonly activations: () => number;
  /** Its blobs as the files that its editions name. */
  readonly files: Pick<Files, 'facts' | 'read'>;
  /** Bytes of a blob, or undefined. */
  readonly blob: (sha256: string) => Uint8Array | undefined;
  /** Damages a blob as a disk would; it is listed by `damaged`. */
  readonly damage: (sha256: string) => void;
  readonly markBad: (seq: number, reason: string) => void;
};

/** How it differs from an empty one with room for everything. */
export type MemoryStoreOptions = { readonly freeBytes?: number };

export function memoryStore({ freeBytes = Number.POSITIVE_INFINITY }: MemoryStoreOptions = {}): MemoryStore {
  const blobs = new Map<string, Uint8Array>();
  const partials = new Map<string, Uint8Array>();
  const bad = new Map<string, string>();
  const damaged = new Map<string, BlobName>();
  const listeners = new Set<(change: StoreChange) => void>();
  let active: Edition | null = null;
  let activations = 0;

  const readManifest = (pointer: EditionPointer): Done<Manifest> => {
    const bytes = blobs.get(pointer.manifest.sha256);
    if (bytes === undefined) return no('incomplete', 'manifest');
    try {
      const parsed = manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      const paths = new Set(parsed.files.map(({ path }) => path));
      if (parsed.seq !== pointer.seq) return no('manifest-unusable', 'another edition');
      if (paths.size !== parsed.files.length) return no('manifest-unusable', 'a path twice');
      if (parsed.files.reduce((sum, { length }) => sum + length, 0) > MAX_EDITION_BYTES)
        return no('manifest-unusable', 'too large');
      return { ok: true, value: parsed };
    } catch {
      return no('manifest-unusable', 'its shape is wrong');
    }
  };
  const has = ({ sha256, length }: BlobName) =>
    blobs.get(sha256)?.byteLength === length && !damaged.has(sha256);

  return {
    holds: async (blob) => has(blob),
    missing: async (wanted) => [
      ...new Map(wanted.filter((blob) => !has(blob)).map((blob) => [blob.sha256, blob])).values(),
    ],
    receive: async (blob) => {
      if (blob.length > MAX_BLOB_BYTES) return no('too-large', `${blob.length} bytes`);
      let bytes = Buffer.from(partials.get(blob.sha256) ?? []);
      return {
        ok: true,
        value: {
          offset: bytes.byteLength,
          write: async (more) => {
            if (bytes.byteLength + more.byteLength > blob.length)
              return no('too-large', 'more than promised');
            bytes = Buffer.concat([bytes, more]);
            return DONE;
          },
          commit: async () => {
            partials.delete(blob.sha256);
            if (bytes.byteLength !== blob.length) {
              partials.set(blob.sha256, bytes);
              return no('wrong-length', `${bytes.byteLength} bytes`);
            }
            if (digest(bytes) !== blob.sha256) return no('wrong-digest', blob.sha256);
            blobs.set(blob.sha256, bytes);
            damaged.delete(blob.sha256);
            return DONE;
          },
          abandon: async ({ forget = false } = {}) => {
            if (forget) partials.delete(blob.sha256);
            else if (bytes.byteLength > 0) partials.set(blob.sha256, bytes);
          },
        },
      };
    },
    roomFor: async (bytes) => (bytes <= freeBytes ? DONE : no('disk-full', `${bytes} bytes`)),
    readManifest: async (pointer) => readManifest(pointer),
    expect: async () => DONE,
    addEdition: async (pointer) => {
      const manifest = readManifest(pointer);
      if (!manifest.ok) return manifest;
      if (!manifest.value.files.every(has)) return no('incomplete', 'a file');
      const edition = editionOf('/memory', manifest.value, pointer.manifest);
      active = edition;
      activations += 1;
      for (const tell of listeners) tell({ kind: 'activated', seq: pointer.seq });
      return { ok: true, value: edition };
    },
    whyBad: ({ seq, manifest }) => {
      const reason = bad.get(`${seq}`);
      return reason === undefined ? null : { seq, manifest: manifest.sha256, reason, at: '' };
    },
    active: () => active,
    candidate: () => null,
    damaged: () =>
      [...damaged.values()].map((blob) => ({ ...blob, path: 'some/path', seq: active?.seq ?? 1 })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    activeHash: () => {
      const hash = createHash('sha256').update(`${active?.seq} ${active?.manifestSha256}`);
      for (const { path, sha256 } of active?.manifest.files ?? [])
        hash.update(path).update(blobs.get(sha256) ?? 'gone');
      return hash.digest('hex');
    },
    activations: () => activations,
    files: {
      facts: async (file) => ({ isPlainFile: true, length: blobs.get(basename(file))?.byteLength ?? 0 }),
      read: async function* (file) {
        yield blobs.get(basename(file)) ?? new Uint8Array();
      },
    },
    blob: (sha256) => blobs.get(sha256),
    damage: (sha256) => {
      const bytes = blobs.get(sha256);
      if (bytes === undefined) throw new Error(`The store has no ${sha256}.`);
      damaged.set(sha256, { sha256, length: bytes.byteLength });
    },
    markBad: (seq, reason) => void bad.set(`${seq}`, reason),
  };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
