/** Largest edition a terminal accepts, all files together, in bytes (2 GiB). */
export const MAX_EDITION_BYTES = 2 * 1024 ** 3;

/** Largest single file of an edition, in bytes (256 MiB). */
export const MAX_BLOB_BYTES = 256 * 1024 ** 2;

/** Largest manifest, in bytes (16 MiB). */
export const MAX_MANIFEST_BYTES = 16 * 1024 ** 2;

/** Longest title of a document, in characters: it is set very large on a narrow screen. */
export const MAX_TITLE_CHARACTERS = 60;

/** Longest summary of a document, in characters: two lines in a list. */
export const MAX_SUMMARY_CHARACTERS = 120;

/** Most keywords of a document: other words for what it is about, for the search. */
export const MAX_KEYWORDS = 12;

/** Longest keyword, in characters: a word or two, not a sentence. */
export const MAX_KEYWORD_CHARACTERS = 40;

/** Longest time over which an event can repeat, in calendar years after the one it begins in. */
export const MAX_EVENT_YEARS = 20;

/** Largest signed file that points at an edition, in bytes (4 KiB). */
export const MAX_CHANNEL_BYTES = 4 * 1024;

/** Longest name of a channel, in characters. */
export const MAX_CHANNEL_NAME_CHARACTERS = 40;

/** Longest label of a published edition, in characters: one line on the staff page. */
export const MAX_LABEL_CHARACTERS = 80;

/** Most live notices that a channel carries at a time: more than these nobody reads. */
export const MAX_LIVE_NOTICES = 8;

/** Most paragraphs of a live notice. */
export const MAX_NOTICE_PARAGRAPHS = 3;

/** Longest paragraph of a live notice, in characters. */
export const MAX_NOTICE_PARAGRAPH_CHARACTERS = 300;

/** Longest time a live notice may stand, in days; what is true for longer belongs into the guide. */
export const MAX_NOTICE_DAYS = 366;

/** Most languages one text of a live notice can be in: with all limits above, a board then fits {@link MAX_NOTICE_BOARD_BYTES}. */
export const MAX_NOTICE_LANGUAGES = 12;

/** Largest signed file with the live notices of a channel, in bytes (512 KiB). */
export const MAX_NOTICE_BOARD_BYTES = 512 * 1024;

/** Largest zstd delta between two manifests, in bytes: not above that of a whole manifest. */
export const MAX_PATCH_BYTES = MAX_MANIFEST_BYTES;

/**
 * Largest metadata files a terminal reads, in bytes. Small, because tuf-js parses before it verifies and its time grows with the square: some
 * three hundred channels.
 */
export const MAX_METADATA_BYTES = {
  root: 64 * 1024,
  timestamp: 16 * 1024,
  snapshot: 64 * 1024,
  targets: 256 * 1024,
} as const;

/** Most root versions a terminal follows in one cycle. */
export const MOST_ROOT_STEPS = 64;
