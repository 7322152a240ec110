import type { BodyContext } from '../steps/body-reader.ts';
import type { Around } from '../steps/front-matter.ts';

/** What is known of the guide around a document while it is read. */
export type Surroundings = Around & BodyContext;

/** What reading a document asked of its surroundings, and was told. */
export type Dependencies = {
  /** Ids asked for that exist, and that do not. */
  readonly ids: readonly string[];
  readonly noIds: readonly string[];
  /** What each image asked for is, as JSON; `null` for one that is not there. */
  readonly media: readonly (readonly [string, string | null])[];
  /** True when it looked at all ids or all images: then any change in them counts. */
  readonly everything: boolean;
};

/**
 * Surroundings that note what is asked of them, so that nobody has to say twice what a document depends on: whatever
 * reading looks at is a dependency, and nothing else is.
 */
export function noting(around: Surroundings): {
  readonly around: Surroundings;
  readonly noted: () => Dependencies;
} {
  const ids = new Map<string, boolean>();
  const media = new Map<string, string | null>();
  let everything = false;
  const seeAll = (): void => {
    everything = true;
  };
  const notedIds = new NotingSet(around.ids, (id, found) => ids.set(id, found), seeAll);
  const notedMedia = new NotingMap(around.media, (path, facts) => media.set(path, asJson(facts)), seeAll);
  return {
    around: { ...around, ids: notedIds, media: notedMedia },
    noted: () => ({
      ids: [...ids].filter(([, found]) => found).map(([id]) => id),
      noIds: [...ids].filter(([, found]) => !found).map(([id]) => id),
      media: [...media],
      everything,
    }),
  };
}

/** True when surroundings would give the same answers again. */
export function stillHolds(noted: Dependencies, { ids, media }: Surroundings): boolean {
  return (
    !noted.everything &&
    noted.ids.every((id) => ids.has(id)) &&
    !noted.noIds.some((id) => ids.has(id)) &&
    noted.media.every(([path, facts]) => asJson(media.get(path)) === facts)
  );
}

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

class NotingSet implements ReadonlySet<string> {
  readonly #inner: ReadonlySet<string>;
  readonly #note: (value: string, found: boolean) => void;
  readonly #seeAll: () => void;

  constructor(inner: ReadonlySet<string>, note: (value: string, found: boolean) => void, seeAll: () => void) {
    this.#inner = inner;
    this.#note = note;
    this.#seeAll = seeAll;
  }

  has(value: string): boolean {
    const found = this.#inner.has(value);
    this.#note(value, found);
    return found;
  }

  get #all(): ReadonlySet<string> {
    this.#seeAll();
    return this.#inner;
  }

  get size(): number {
    return this.#all.size;
  }

  forEach(visit: (value: string, key: string, set: ReadonlySet<string>) => void): void {
    for (const value of this.#all) visit(value, value, this);
  }

  entries() {
    return this.#all.entries();
  }

  keys() {
    return this.#all.keys();
  }

  values() {
    return this.#all.values();
  }

  [Symbol.iterator]() {
    return this.#all[Symbol.iterator]();
  }
}

class NotingMap<Value> implements ReadonlyMap<string, Value> {
  readonly #inner: ReadonlyMap<string, Value>;
  readonly #note: (key: string, value: Value | undefined) => void;
  readonly #seeAll: () => void;

  constructor(
    inner: ReadonlyMap<string, Value>,
    note: (key: string, value: Value | undefined) => void,
    seeAll: () => void,
  ) {
    this.#inner = inner;
    this.#note = note;
    this.#seeAll = seeAll;
  }

  get(key: string): Value | undefined {
    const value = this.#inner.get(key);
    this.#note(key, value);
    return value;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get #all(): ReadonlyMap<string, Value> {
    this.#seeAll();
    return this.#inner;
  }

  get size(): number {
    return this.#all.size;
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.#all) visit(value, key, this);
  }

  entries() {
    return this.#all.entries();
  }

  keys() {
    return this.#all.keys();
  }

  values() {
    return this.#all.values();
  }

  [Symbol.iterator]() {
    return this.#all[Symbol.iterator]();
  }
}
