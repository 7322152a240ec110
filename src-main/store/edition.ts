import { join } from 'node:path';
import { blobPath, type Manifest, type ManifestFile } from '../../content/model/edition.ts';

/** Where one file of an edition lies. */
export type EditionFile = {
  /** The file on disk, absolute. */
  readonly file: string;
  /** In bytes. */
  readonly length: number;
  /** Media type as published. */
  readonly type: string;
};

/** An edition on disk whose every byte has been verified. */
export type Edition = {
  readonly seq: number;
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  /** The manifest itself as a file. */
  readonly manifestFile: EditionFile;
  /** A file by its path in the manifest; undefined when the edition has no such file. */
  readonly open: (path: string) => EditionFile | undefined;
};

/** Makes an edition of a manifest that was checked with all its blobs; `directory` holds `blobs/`. */
export function editionOf(directory: string, manifest: Manifest, manifestBlob: ManifestBlob): Edition {
  const byPath = new Map<string, ManifestFile>(manifest.files.map((entry) => [entry.path, entry]));
  const onDisk = (sha256: string, length: number, type: string): EditionFile => ({
    file: join(directory, blobPath(sha256)),
    length,
    type,
  });
  return {
    seq: manifest.seq,
    manifest,
    manifestSha256: manifestBlob.sha256,
    manifestFile: onDisk(manifestBlob.sha256, manifestBlob.length, 'application/json'),
    open: (path) => {
      const entry = byPath.get(path);
      return entry && onDisk(entry.sha256, entry.length, entry.type);
    },
  };
}

type ManifestBlob = { readonly sha256: string; readonly length: number };

/** The editions of this terminal by number; one of them is the one to show. */
export type EditionShelf = {
  readonly add: (edition: Edition) => void;
  readonly bySeq: (seq: number) => Edition | undefined;
  /** Every edition on the shelf. */
  readonly all: () => readonly Edition[];
  /** Says which edition is the one to show; null for none. */
  readonly show: (seq: number | null) => void;
  /** The edition to show: the one that {@link show} named, before that the one with the highest number; null for none. */
  readonly current: () => Edition | null;
  /** Takes away every edition that is not among these; the one to show stays. */
  readonly keepOnly: (seqs: readonly number[]) => void;
};

/** An empty shelf: the factory edition, the last good one and the newest stand on it beside each other. */
export function editionShelf(): EditionShelf {
  const editions = new Map<number, Edition>();
  let shown: number | null | undefined;
  const current = () => {
    const seq = shown === undefined ? Math.max(...editions.keys()) : shown;
    return (seq !== null && editions.get(seq)) || null;
  };
  return {
    add: (edition) => void editions.set(edition.seq, edition),
    bySeq: (seq) => editions.get(seq),
    all: () => [...editions.values()],
    show: (seq) => {
      shown = seq;
    },
    current,
    keepOnly: (seqs) => {
      const kept = new Set([...seqs, current()?.seq]);
      for (const seq of [...editions.keys()]) if (!kept.has(seq)) editions.delete(seq);
    },
  };
}
