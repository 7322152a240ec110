import type { Inline } from '../../model/block.ts';
import { keptImages } from '../images/kept-renditions.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { byPlace, type Problem, problemAt, wholeFile } from '../problem.ts';
import { compileGuide } from '../steps/compile-guide.ts';
import { readGuide } from '../steps/guide-yaml.ts';
import { readDocument } from '../steps/read-document.ts';
import type { Sources } from '../steps/read-sources.ts';
import { sortFiles } from '../steps/sort-files.ts';
import { applyTexts } from './apply.ts';
import { checkUnit } from './check-unit.ts';
import { type Pair, pairUp } from './pairs.ts';
import { unitIds } from './unit-ids.ts';
import { readXliff, type XliffFile, type XliffUnit } from './xliff-read.ts';

/** One file with its new bytes. */
export type Change = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isNew: boolean;
  /** How many of its texts have new words. */
  readonly texts: number;
};

/** What a translation would change in the guide, or why nothing may change. */
export type Imported =
  | {
      readonly ok: true;
      readonly to: string;
      readonly changes: readonly Change[];
      /** Files that were sent out without any translation and came back so. */
      readonly untranslated: readonly string[];
      /** Files of the guide the translation says nothing about. */
      readonly absent: readonly string[];
      /** What the changed files have to be put right in before the next build. */
      readonly remarks: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Fits a translation that came back into the guide, in memory; `path` names it in messages. All of it or nothing. */
export async function importTranslation(
  sources: Sources,
  bytes: Uint8Array,
  path: string,
): Promise<Imported> {
  const text = decode(bytes);
  if (text === undefined) return { ok: false, problems: [problemAt(wholeFile(path), say.xliffNotText)] };
  const read = readXliff(text, path);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const { xliff } = read;

  const { guideYaml } = sortFiles(sources.files);
  const { languages } = readGuide(guideYaml, new Set(), new Set());
  const language = wrongLanguage(xliff.from, xliff.to, languages);
  if (language !== undefined) return { ok: false, problems: [problemAt(wholeFile(path), language)] };

  const { pairs, broken } = pairUp(sources, xliff.from, xliff.to);
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const problems: Problem[] = [];
  const changes: Change[] = [];
  const untranslated: string[] = [];
  for (const file of xliff.files) {
    const pair = byId.get(file.id);
    const known = broken.get(file.id);
    if (known !== undefined) problems.push(known);
    else if (pair === undefined)
      problems.push(problemAt({ file: path, line: file.line, column: null }, say.unknownFile(file.id)));
    else {
      const fitted = fit(file, pair, path);
      problems.push(...fitted.problems);
      if (fitted.untranslated) untranslated.push(pair.to.path);
      if (fitted.change !== undefined) changes.push(fitted.change);
    }
  }
  if (problems.length > 0) return { ok: false, problems: problems.sort(byPlace) };
  const named = new Set(xliff.files.map(({ id }) => id));
  const absent = pairs.filter(({ id }) => !named.has(id)).map((pair) => pair.to.path);
  return {
    ok: true,
    to: xliff.to,
    changes,
    untranslated,
    absent,
    remarks: await remarksOn(sources, changes),
  };
}

type Fitted = {
  readonly problems: readonly Problem[];
  readonly untranslated?: boolean;
  readonly change?: Change;
};

function fit(file: XliffFile, pair: Pair, path: string): Fitted {
  const problems: Problem[] = [];
  const report = (unit: Pick<XliffUnit, 'line'>, words: Words): void => {
    problems.push(problemAt({ file: path, line: unit.line, column: null }, words));
  };
  const ids = unitIds(pair.texts);
  const lines = new Map(file.units.map((unit) => [unit.id, unit]));
  const absent = pair.texts.filter(({ id }) => !lines.has(ids.get(id) ?? ''));
  // A text that has come into the guide since is no part of this translation; one that got lost on the way is.
  const lost = file.sent === undefined || file.units.length < file.sent;
  const texts = new Map(pair.texts.map((text) => [ids.get(text.id), text]));
  const changed = new Map(absent.map((text) => [text.id, text]));

  const told = new Set<string>();
  const wanted = new Map<string, readonly Inline[]>();
  const without: XliffUnit[] = [];
  for (const unit of file.units) {
    const text = texts.get(unit.id);
    if (text === undefined) {
      // Its words are nowhere now: another text stands in its place, or none.
      const other = changed.get(unit.name);
      if (other === undefined) report(unit, say.unknownUnit(unit.name, pair.from.path));
      else report(unit, say.sourceChanged(unit.name, `${pair.from.path}:${other.line}`));
      if (other !== undefined) told.add(other.id);
      continue;
    }
    const checked = checkUnit(unit, text, `${pair.from.path}:${text.line}`);
    if (checked.outcome === 'wrong') report(unit, checked.words);
    else if (checked.outcome === 'untranslated') without.push(unit);
    else if (checked.outcome === 'new') wanted.set(text.id, checked.content);
  }
  const missing = absent
    .filter(({ id, present }) => (lost || present === undefined) && !told.has(id))
    .map(({ id }) => id);
  if (missing.length > 0) report(file, say.missingUnits(missing, pair.from.path));
  const nothing = pair.texts.every(({ present }) => present === undefined);
  if (problems.length === 0 && nothing && without.length === file.units.length)
    return { problems, untranslated: true };
  for (const unit of without) report(unit, say.unitUntranslated(unit.name));
  if (problems.length > 0 || wanted.size === 0) return { problems };

  const applied = applyTexts(pair, wanted);
  if ('unwritable' in applied) {
    for (const { id } of applied.unwritable) {
      report(lines.get(ids.get(id) ?? '') ?? file, say.cannotBeWritten(id));
    }
    return { problems };
  }
  const bytes = Buffer.from(applied.letters, 'utf8');
  return { problems, change: { path: pair.to.path, bytes, isNew: !pair.to.exists, texts: wanted.size } };
}

/** UTF-8, or UTF-16 with its mark in front, as some translation tools write. */
function decode(bytes: Uint8Array): string | undefined {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function wrongLanguage(
  from: string,
  to: string,
  languages: readonly string[] | undefined,
): Words | undefined {
  if (languages === undefined) return say.languagesUnknown;
  if (from === to) return say.sameLanguage(to);
  const stranger = [from, to].find((each) => !languages.includes(each));
  return stranger === undefined ? undefined : say.languageOutsideGuide(stranger, languages);
}

async function remarksOn(sources: Sources, changes: readonly Change[]): Promise<readonly Problem[]> {
  if (changes.length === 0) return [];
  const files = new Map(sources.files.map((file) => [file.path, file]));
  for (const { path, bytes } of changes) files.set(path, { path, bytes });
  const compiled = await compileGuide(
    { files: [...files.values()], problems: sources.problems },
    1,
    readDocument,
    keptImages,
  );
  const changed = new Set(changes.map(({ path }) => path));
  return compiled.ok ? [] : compiled.problems.filter(({ file }) => changed.has(file));
}
