import type { Inline } from '../../model/block.ts';
import type { Language } from '../../model/names.ts';
import { differentTexts } from '../messages.ts';
import { byCodeUnits, type Problem, problemAt } from '../problem.ts';
import type { Sources } from '../steps/read-sources.ts';
import { type DocumentFile, sortFiles } from '../steps/sort-files.ts';
import { captionTexts } from './caption-texts.ts';
import { documentTexts, exactText } from './extract.ts';
import type { Text } from './texts.ts';
import { guideYamlTexts } from './yaml-texts.ts';

/** One text in two languages: the words to translate, the words there are, and where they stand or would stand. */
export type PairedText = Omit<Text, 'content'> & {
  readonly source: readonly Inline[];
  /** Undefined when it was never translated. */
  readonly present: readonly Inline[] | undefined;
};

/** A file in two languages; for `guide.yaml` both are the same file. */
export type Pair = {
  /** The path without language and ending, with dots: an id that XML allows. */
  readonly id: string;
  readonly from: { readonly path: string };
  readonly to: {
    readonly path: string;
    /** The letters into which words are written: the file's own, or the source's when there is no file yet. */
    readonly letters: string;
    readonly exists: boolean;
  };
  /** Each with its place in `to.letters`. */
  readonly texts: readonly PairedText[];
  /** Finds the texts again after words were written. */
  readonly reread: (letters: string) => readonly Text[];
};

/** A byte order mark, which some editors put in front. */
const BOM = '\ufeff';

/** The files of a guide in two languages. */
export type Pairs = {
  /** In the order of their paths, `guide.yaml` first. */
  readonly pairs: readonly Pair[];
  /** Where the two sides do not have the same texts, by the id the pair would have. */
  readonly broken: ReadonlyMap<string, Problem>;
};

/** Every file of a guide that has words in the language `from`, beside its side in `to`. */
export function pairUp(sources: Sources, from: Language, to: Language): Pairs {
  const bytes = new Map(sources.files.map((file) => [file.path, file.bytes]));
  const lettersOf = (path: string): string | undefined => {
    const found = bytes.get(path);
    return found === undefined ? undefined : exactText(found);
  };
  const pairs: Pair[] = [];
  const broken = new Map<string, Problem>();

  const yaml = lettersOf('guide.yaml');
  if (yaml !== undefined) pairs.push(guidePair(yaml, from, to));

  const documents = sortFiles(sources.files).documents.filter(({ language }) => language === from);
  for (const file of documents.sort((a, b) => byCodeUnits(a.stem, b.stem))) {
    const letters = lettersOf(file.path);
    if (letters === undefined) continue;
    const path = `${file.stem}.${to}.md`;
    const found = documentPair(file, letters, path, lettersOf(path));
    if ('id' in found) pairs.push(found);
    else broken.set(idOf(file), found);
  }
  for (const path of sources.files.map(({ path: each }) => each).sort(byCodeUnits)) {
    const [, stem] = new RegExp(`^(media/.+)\\.${from}\\.vtt$`).exec(path) ?? [];
    const letters = stem === undefined ? undefined : lettersOf(path);
    if (stem === undefined || letters === undefined) continue;
    const pair = captionsPair(stem, from, to, letters, lettersOf(`${stem}.${to}.vtt`));
    if (pair !== undefined) pairs.push(pair);
  }
  return { pairs, broken };
}

/**
 * Captions of a film in two languages. Undefined where each language has cut its captions in its own way, as it may: then
 * nobody can tell which belong together, and they are translated by hand.
 */
function captionsPair(
  stem: string,
  from: Language,
  to: Language,
  source: string,
  target: string | undefined,
): Pair | undefined {
  const here = shifted(source, captionTexts);
  const there =
    target === undefined
      ? here.map((text) => ({ ...text, content: undefined }))
      : shifted(target, captionTexts);
  if (here.length === 0 || here.length !== there.length) return undefined;
  return {
    id: `${stem.replaceAll('/', '.')}.vtt`,
    from: { path: `${stem}.${from}.vtt` },
    to: { path: `${stem}.${to}.vtt`, letters: target ?? source, exists: target !== undefined },
    texts: joined(here, there),
    reread: (letters) => shifted(letters, captionTexts),
  };
}

function guidePair(letters: string, from: Language, to: Language): Pair {
  const reread = (changed: string) => shifted(changed, (rest) => guideYamlTexts(rest, from, to));
  const there = reread(letters);
  const here = shifted(letters, (rest) => guideYamlTexts(rest, from, from));
  return {
    id: 'guide.yaml',
    from: { path: 'guide.yaml' },
    to: { path: 'guide.yaml', letters, exists: true },
    texts: joined(here, there),
    reread,
  };
}

function idOf({ stem }: DocumentFile): string {
  return stem.replaceAll('/', '.');
}

function documentPair(
  file: DocumentFile,
  source: string,
  path: string,
  target: string | undefined,
): Pair | Problem {
  const reread = (letters: string) => shifted(letters, (rest) => documentTexts(rest, file.kind));
  const here = reread(source);
  const there = target === undefined ? here.map((text) => ({ ...text, content: undefined })) : reread(target);
  const odd = firstDifference(here, there);
  if (odd !== undefined) {
    const [mine, theirs] = odd;
    const place = { file: path, line: theirs?.line ?? 1, column: null };
    return problemAt(place, differentTexts(file.path, mine, theirs));
  }
  return {
    id: idOf(file),
    from: { path: file.path },
    to: { path, letters: target ?? source, exists: target !== undefined },
    texts: joined(here, there),
    reread,
  };
}

/** Texts with their places counted as if the byte order mark were a letter, which parsers do not see. */
function shifted(letters: string, read: (rest: string) => readonly Text[]): readonly Text[] {
  if (!letters.startsWith(BOM)) return read(letters);
  return read(letters.slice(1)).map((text) => ({
    ...text,
    slot: { ...text.slot, start: text.slot.start + 1, end: text.slot.end + 1 },
  }));
}

function firstDifference(
  here: readonly Text[],
  there: readonly Text[],
): readonly [Text | undefined, Text | undefined] | undefined {
  const ids = new Set(there.map(({ id }) => id));
  const missing = here.find(({ id }) => !ids.has(id));
  if (missing !== undefined) return [missing, undefined];
  const own = new Set(here.map(({ id }) => id));
  const more = there.find(({ id }) => !own.has(id));
  return more === undefined ? undefined : [undefined, more];
}

/** The source's words with the target's words and places, in the order of the source. */
function joined(here: readonly Text[], there: readonly Text[]): PairedText[] {
  const byId = new Map(there.map((text) => [text.id, text]));
  return here.flatMap(({ content, ...text }) => {
    const other = byId.get(text.id);
    if (content === undefined || other === undefined) return [];
    return [{ ...text, source: content, present: other.content, slot: other.slot }];
  });
}
