import type { Guide } from '../../../content/model/guide.ts';
import type { Language, Sha256 } from '../../../content/model/names.ts';
import { type EditionEntry, indexKey } from '../database.ts';
import type { EditionName } from '../edition-reader.ts';
import { inOneLine } from '../errors.ts';
import type { ReportProblem } from '../report.ts';
import { areaWords, type KindWords } from './area-words.ts';
import type { Desk } from './desk.ts';
import { INDEX_VERSION, keepIndex, keptIndexes } from './index-store.ts';
import { readTexts, type TextNeeds } from './read-texts.ts';

/** Documents handed to the desk at once: this size keeps every task of the page under 50 ms. */
const CHUNK = 100;

/** What the index of one language is made of. */
export type IndexSource = TextNeeds & {
  readonly edition: EditionName;
  readonly guide: Guide;
  /** Of every language. */
  readonly entries: readonly EditionEntry[];
  readonly kindWords: KindWords;
  readonly report: ReportProblem;
  /** True while nobody is in front of this page: only then may it write. */
  readonly mayWrite: () => boolean;
};

/**
 * Gets the index of a language ready at the desk: as it was kept, else the kept one of another edition with only what
 * changed indexed anew, else built from nothing. Whatever the database does, the index gets built; rejects only when the
 * desk itself cannot go on.
 */
export async function prepareIndex(desk: Desk, language: Language, source: IndexSource): Promise<void> {
  const { database, edition, limit, report } = source;
  const wanted = new Map(
    source.entries.filter(({ header }) => header.language === language).map((entry) => [entry.hash, entry]),
  );
  const basis = basisOf(source);
  const kept = database
    ? await keptIndexes(database, { manifest: edition.manifest, language, basis }, limit).catch(() => [])
    : [];

  let held: ReadonlySet<Sha256> | null = null;
  let isOwn = false;
  for (const { bytes, sha256, manifest } of kept) {
    try {
      held = new Set(await desk.open({ language, kept: { bytes, sha256 } }));
      isOwn = manifest === edition.manifest;
      break;
    } catch (error) {
      report('search-rebuilt', inOneLine(error));
    }
  }
  held ??= new Set(await desk.open({ language, kept: null }));

  const gone = [...held].filter((hash) => !wanted.has(hash));
  const missing = [...wanted.values()].filter(({ hash }) => !held.has(hash));
  if (gone.length > 0) await desk.remove({ language, hashes: gone });
  for (let start = 0; start < missing.length; start += CHUNK) {
    const chunk = missing.slice(start, start + CHUNK);
    const texts = await readTexts(chunk, source);
    const documents = chunk.map(({ hash, header }, index) => ({
      hash,
      header,
      document: texts[index] ?? null,
      area: areaWords(header, source.guide, source.kindWords),
    }));
    await desk.add({ language, documents });
  }
  if (isOwn && gone.length + missing.length === 0) return;
  // Also puts the index in order, so it is asked for even when it will not be kept.
  const { bytes, sha256 } = await desk.save({ language });
  if (!database || !source.mayWrite()) return;
  const { manifest, seq } = edition;
  const row = { key: indexKey(manifest, language), manifest, seq, language, basis, sha256, bytes };
  // An index that cannot be kept is made again by the next page: slower, and nothing worse.
  await keepIndex(database, row, limit).catch(() => undefined);
}

/** All that decides what becomes of a document besides its own file: another basis needs another index. */
function basisOf({ guide, entries, kindWords }: IndexSource): string {
  const kinds = new Set(entries.map(({ header }) => `${header.kind}=${kindWords(header)}`));
  return JSON.stringify([INDEX_VERSION, guide.themes, [...kinds].sort()]);
}
