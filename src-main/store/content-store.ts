import type { EditionPointer, Manifest } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';
import type { Edition } from './edition.ts';
import type { Done } from './fault.ts';

/** Bytes by their name: where they lie follows from the digest (`blobs/aa/<sha256>`). */
export type BlobName = {
  readonly sha256: Sha256;
  /** In bytes. */
  readonly length: number;
};

/**
 * A blob on its way into the store. Exactly one of `commit` and `abandon` ends it. Calls are made one after the other,
 * each after the answer to the one before.
 */
export type Receiving = {
  /** How many bytes of it are here already, read from disk and hashed a moment ago: go on fetching from this byte. */
  readonly offset: number;
  /** Appends bytes; no with `wrong-length` as soon as there are more than were promised, `disk-full`, `read-only` or `disk-failed`. */
  readonly write: (bytes: Uint8Array) => Promise<Done>;
  /**
   * Holds the whole against length and digest, and makes it a blob that is on the disk for good when this answers.
   * `wrong-length` leaves what is there for a later `receive`, `wrong-digest` throws it away.
   */
  readonly commit: () => Promise<Done>;
  /** Leaves what has arrived for a later `receive`, which goes on from there; with `forget` throws it away. */
  readonly abandon: (options?: { readonly forget?: boolean }) => Promise<void>;
};

/** An edition that was tried and did not work; it is not tried again. */
export type BadEdition = {
  readonly seq: number;
  /** SHA-256 of its manifest. */
  readonly manifest: Sha256;
  /** Why, in plain words. */
  readonly reason: string;
  /** When it was marked, ISO 8601 in UTC, by the clock of the terminal. */
  readonly at: string;
};

/** A blob that an edition in the store needs and that is damaged or gone: to be fetched again. */
export type DamagedBlob = BlobName & {
  /** Path in the edition, or `manifest`. */
  readonly path: string;
  readonly seq: number;
};

/** What a sweep removed. */
export type Swept = { readonly editions: number; readonly blobs: number; readonly bytes: number };

/** What came of hashing everything again: how much was read, what was damaged, and whether it came to the end. */
export type Rehashed = {
  readonly blobs: number;
  readonly bytes: number;
  readonly damaged: readonly DamagedBlob[];
  readonly isComplete: boolean;
};

/** What happens in the store; heard through {@link ContentStore.onChange}. */
export type StoreChange =
  /** An edition is whole and in the store; it becomes the candidate when it is newer than the active one. */
  | { readonly kind: 'added'; readonly seq: number }
  | { readonly kind: 'activated'; readonly seq: number }
  | { readonly kind: 'marked-bad'; readonly seq: number; readonly reason: string }
  /** An edition lost blobs; `ContentStore.damaged` lists them. */
  | { readonly kind: 'damaged'; readonly seq: number }
  /** An edition that was damaged is whole again. */
  | { readonly kind: 'mended'; readonly seq: number };

/**
 * The editions on disk. Nothing here rejects; every "no" is a {@link Done} with a code, and leaves what was there as it
 * was. Answers are promises about the disk: what was answered with "yes" is still there after a power cut.
 *
 * How `sync` uses it: `receive` the manifest's blob, `readManifest`, `expect` the edition (so that a sweep spares its
 * files however long it takes), `missing` of its files, `roomFor` them, `receive` each, `addEdition`. That makes it the
 * candidate; an understudy tries it, and the stage calls `activate` or `markBad`.
 */
export type ContentStore = {
  /** True when the blob is here, as far as its length tells; damaged blobs are not. */
  readonly holds: (blob: BlobName) => Promise<boolean>;
  /**
   * Which of these blobs are not here, each once. What the edition inside the application holds is copied from there
   * instead of being missing.
   */
  readonly missing: (blobs: readonly BlobName[]) => Promise<readonly BlobName[]>;
  /**
   * Begins or goes on receiving a blob. No with `too-large` above the limit for one blob, `already-receiving`,
   * `locked-by-another`, or what the disk says. A blob that is here already may be received again.
   */
  readonly receive: (blob: BlobName) => Promise<Done<Receiving>>;
  /** Yes when so many bytes more leave the free space that must be kept; otherwise no with `disk-full` and both figures. */
  readonly roomFor: (bytes: number) => Promise<Done>;
  /** The manifest a pointer names, when its blob is here and right; no with `incomplete` or `manifest-unusable`. */
  readonly readManifest: (pointer: EditionPointer) => Promise<Done<Manifest>>;
  /** From now on no sweep takes the files of this edition, which is being fetched; takes the place of the one expected before. */
  readonly expect: (pointer: EditionPointer) => Promise<Done>;
  /**
   * Makes an edition known whose manifest and files are all here. No with `incomplete`, `manifest-unusable`,
   * `number-taken`, `marked-bad`. Adding the same edition again is a yes. With `isMove` it becomes the candidate although its number
   * is lower than that of the active one, and nothing between them is tried of itself any more: the settings name another channel.
   */
  readonly addEdition: (
    pointer: EditionPointer,
    options?: { readonly isMove?: boolean },
  ) => Promise<Done<Edition>>;
  /** From now on this edition is the one to show, and the one before it is the last good one. No with `unknown-edition` or `marked-bad`. */
  readonly activate: (seq: number) => Promise<Done>;
  /** This edition is never tried again. When it is the active one, the last good one takes its place, in the same write. */
  readonly markBad: (seq: number, reason: string) => Promise<Done>;
  /** Why an edition was marked bad, or null when it was not; `manifest` tells it from another edition of that number. */
  readonly whyBad: (pointer: EditionPointer) => BadEdition | null;
  /** Every edition that was marked bad and is still remembered, the latest last. */
  readonly bad: () => readonly BadEdition[];
  /** The edition to show; null when the store has none that is whole. */
  readonly active: () => Edition | null;
  /** The edition that was active before; null when there is none that is whole. */
  readonly lastGood: () => Edition | null;
  /**
   * What an understudy is to try: the newest whole edition that is newer than the active one and was not marked bad; on a terminal that was
   * moved to another channel the one that channel names.
   */
  readonly candidate: () => Edition | null;
  /** The highest number ever added, activated or marked bad here; 0 when there was none. */
  readonly newestSeq: () => number;
  /** The blobs to fetch again, those of the active edition first. */
  readonly damaged: () => readonly DamagedBlob[];
  /**
   * Removes what nobody needs: editions that are neither active, last good, candidate, expected, nor among `inUse`; blobs
   * and parts of blobs that belong to none of these and have not been touched for a while.
   */
  readonly sweep: (options?: { readonly inUse?: readonly number[] }) => Promise<Done<Swept>>;
  /**
   * Reads every blob of every edition again and holds it against its digest, slowly; ends early when `signal` says so and
   * goes on from there the next time. A damaged blob is taken away and listed in `damaged`.
   */
  readonly verify: (signal: AbortSignal) => Promise<Rehashed>;
  /** Calls back after every change; answers its own "off". */
  readonly onChange: (listener: (change: StoreChange) => void) => () => void;
  /** Gives the lock back; nothing may be asked afterwards. */
  readonly close: () => Promise<void>;
};
