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

/** Longest time over which an event can repeat, in calendar years after the one it begins in. */
export const MAX_EVENT_YEARS = 20;
