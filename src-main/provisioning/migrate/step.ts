/** One setting that got another name or place, or is gone. */
export type Move = {
  /** For instance `['printer', 'queue']`. */
  readonly from: readonly string[];
  /** Null: there is no such setting any more. */
  readonly to: readonly string[] | null;
  /** The same value as it is written from then on; default: it stays. Must not throw, whatever somebody wrote. */
  readonly convert?: (value: unknown) => unknown;
};

/**
 * What changed from one version of the settings file to the next. A file that does not say its version counts as the oldest one, so
 * that every step may meet a file that is newer already: it finds none of its old names there, and changes nothing. That is why an
 * old name must never come to mean something else.
 */
export type Step = {
  /** The version after it; the one before it is one less. */
  readonly to: number;
  readonly moves: readonly Move[];
};

/** A setting that was found by its old name. */
export type Moved = {
  /** Where it stands. */
  readonly place: string;
  readonly from: string;
  /** Null: it has no effect any more. */
  readonly to: string | null;
};

/** The same for a technician to read. */
export function movedInWords({ place, from, to }: Moved): string {
  return to === null
    ? `${place}: "${from}" is from an earlier version of the settings and has no effect any more.`
    : `${place}: "${from}" is called "${to}" now. It counts all the same; "openfloor provision" writes it by its new name.`;
}
