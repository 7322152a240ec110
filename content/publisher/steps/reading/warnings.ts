import * as say from '../../messages.ts';
import { byPlace, type Problem, problemAt } from '../../problem.ts';
import type { Texts } from '../compile-guide.ts';
import type { DocumentSide } from '../read-document.ts';
import { abbreviationsIn, unexplained } from './abbreviations.ts';
import { SAME_TEXT_WORDS, warningsAround } from './around.ts';
import { strayLanguage } from './languages.ts';
import { lengthWarnings } from './lengths.ts';
import { type Passage, passagesOf, titleOf } from './passages.ts';
import { slipWarnings } from './slips.ts';
import { bare, isShouted, wordsOf } from './text.ts';

/** One language of a document with its passages. */
type Read = { readonly side: DocumentSide; readonly passages: readonly Passage[] };

/**
 * What a guide's readers would stumble over, although it may well be built. Nothing while nobody can tell which languages
 * the guide has. `ofDocument` may remember what it has found before.
 */
export function readingWarnings(texts: Texts, ofDocument: typeof warningsOf = warningsOf): Problem[] {
  const { documents, languages } = texts;
  const all = [...documents.values()];
  const named = new Set(all.flatMap((sides) => explainedIn(sides, languages)));
  return [
    ...all.flatMap((sides) => ofDocument(sides, languages, named)),
    ...twinTitles(all.flat().filter(({ file }) => languages.includes(file.language))),
    ...warningsAround(texts),
  ].sort(byPlace);
}

/** The warnings about one document, all its languages; they depend on nothing but what is given here. */
export function warningsOf(
  sides: readonly DocumentSide[],
  languages: readonly string[],
  named: ReadonlySet<string>,
): Problem[] {
  return warningsIn(readAll(sides, languages), languages, named);
}

/** The abbreviations that a document explains for the whole guide: those in the names of partners. */
export function explainedIn(sides: readonly DocumentSide[], languages: readonly string[]): string[] {
  return sides
    .filter(({ file }) => file.kind === 'partner' && languages.includes(file.language))
    .flatMap(({ front }) => abbreviationsIn(front?.title ?? ''));
}

/** The titles of a document as they are compared with those of others: two that are equal are a warning. */
export function titleKeys(sides: readonly DocumentSide[], languages: readonly string[]): string[] {
  return sides
    .filter(({ file }) => languages.includes(file.language))
    .map((side) => titleKey(side, titleOf(side)))
    .filter((key) => key !== undefined);
}

function readAll(sides: readonly DocumentSide[], languages: readonly string[]): Read[] {
  return sides
    .filter(({ file }) => languages.includes(file.language))
    .map((side) => ({ side, passages: passagesOf(side) }));
}

function warningsIn(
  reads: readonly Read[],
  languages: readonly string[],
  named: ReadonlySet<string>,
): Problem[] {
  return [...languageWarnings(reads, languages), ...reads.flatMap((read) => documentWarnings(read, named))];
}

function titleKey({ file }: DocumentSide, title: Passage | undefined): string | undefined {
  // Two titles of a template are still to be written, and told as that.
  return title === undefined || title.text.includes('[[')
    ? undefined
    : `${file.language} ${bare(title.text)}`;
}

function documentWarnings({ side, passages }: Read, named: ReadonlySet<string>): Problem[] {
  const { language } = side.file;
  const seen = passages.filter(({ text }) => !isShouted(text));
  const texts = seen.map(({ text }) => text);
  return [
    ...passages.flatMap((passage) => [
      ...lengthWarnings(passage, language),
      ...slipWarnings(passage, language),
    ]),
    ...unexplained(texts, named).flatMap(({ text, at, index }) => {
      const place = seen[index]?.placeAt(at);
      return place === undefined ? [] : [problemAt(place, say.unexplainedAbbreviation(text))];
    }),
    ...summaryWarnings(passages),
    ...twinItems(passages),
  ];
}

function summaryWarnings(passages: readonly Passage[]): Problem[] {
  const title = passages.find(({ kind }) => kind === 'title');
  const summary = passages.find(({ kind }) => kind === 'summary');
  if (title === undefined || summary === undefined || bare(title.text) !== bare(summary.text)) return [];
  return [problemAt(summary.placeAt(0), say.summaryRepeatsTitle)];
}

function twinItems(passages: readonly Passage[]): Problem[] {
  const boxes = passages.filter(({ box }) => box);
  const words = boxes.map(({ text }) => bare(text));
  return boxes
    .filter((_, index) => words.indexOf(words[index] ?? '') < index)
    .map(({ text, placeAt }) => problemAt(placeAt(0), say.twinItems(text)));
}

function twinTitles(sides: readonly DocumentSide[]): Problem[] {
  const first = new Map<string, string>();
  return sides.flatMap((side) => {
    const title = titleOf(side);
    const key = titleKey(side, title);
    if (title === undefined || key === undefined) return [];
    const other = first.get(key);
    if (other === undefined) first.set(key, side.file.path);
    return other === undefined ? [] : [problemAt(title.placeAt(0), say.twinTitles(other))];
  });
}

/** Texts that were not translated, or stand in the wrong file. */
function languageWarnings(sides: readonly Read[], languages: readonly string[]): Problem[] {
  const [first, ...others] = sides;
  const same = new Set<Passage>();
  const warnings: Problem[] = [];
  for (const other of others) {
    if (first === undefined || !haveSameShape(first, other)) continue;
    for (const [index, passage] of other.passages.entries()) {
      const twin = first.passages[index];
      if (twin === undefined || wordsOf(passage.text).length < SAME_TEXT_WORDS) continue;
      if (bare(passage.text) !== bare(twin.text)) continue;
      same.add(passage).add(twin);
      const { file, line } = twin.placeAt(0);
      const words = say.sameText(other.side.file.language, first.side.file.language, file, line ?? 1);
      warnings.push(problemAt(passage.placeAt(0), words));
    }
  }
  for (const { side, passages } of sides) {
    for (const passage of passages) {
      if (same.has(passage)) continue;
      const stray = strayLanguage(passage.text, side.file.language, languages);
      if (stray !== undefined) {
        warnings.push(problemAt(passage.placeAt(0), say.otherLanguage(side.file.language, stray)));
      }
    }
  }
  return warnings;
}

/** Passages can be compared one by one only where both sides have the same. */
function haveSameShape(a: Read, b: Read): boolean {
  return (
    a.passages.length === b.passages.length &&
    a.passages.every(({ kind }, index) => kind === b.passages[index]?.kind)
  );
}
