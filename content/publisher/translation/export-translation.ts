import type { Language } from '../../model/names.ts';
import { keptImages } from '../images/kept-renditions.ts';
import { byPlace, type Problem } from '../problem.ts';
import { compileGuide } from '../steps/compile-guide.ts';
import { readDocument } from '../steps/read-document.ts';
import type { Sources } from '../steps/read-sources.ts';
import { applyTexts } from './apply.ts';
import { pairUp } from './pairs.ts';
import { writeXliff } from './xliff-write.ts';

/** What goes to the translation bureau, or what has to be put right in the guide first. */
export type Exported =
  | {
      readonly ok: true;
      readonly xliff: string;
      readonly documents: number;
      readonly texts: number;
      /** How many of the texts have no translation yet. */
      readonly untranslated: number;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Every text of the guide in the language `from` with what there is of it in `to`. A guide with mistakes is not sent
 * out; only sides that are missing in the new language are no mistake here.
 */
export async function exportTranslation(sources: Sources, from: Language, to: Language): Promise<Exported> {
  const { pairs, broken } = pairUp(sources, from, to);
  if (broken.size > 0) return { ok: false, problems: [...broken.values()].sort(byPlace) };

  // The guide as it would be if every missing translation were the source: what is wrong with it then is really wrong.
  const files = new Map(sources.files.map((file) => [file.path, file]));
  for (const pair of pairs) {
    const missing = pair.texts.filter(({ present }) => present === undefined);
    if (pair.to.exists && missing.length === 0) continue;
    const filled = applyTexts(pair, new Map(missing.map(({ id, source }) => [id, source])));
    if ('letters' in filled) {
      files.set(pair.to.path, { path: pair.to.path, bytes: Buffer.from(filled.letters, 'utf8') });
    }
  }
  const compiled = await compileGuide(
    { files: [...files.values()], problems: sources.problems },
    1,
    readDocument,
    keptImages,
  );
  if (!compiled.ok) return { ok: false, problems: compiled.problems };

  const texts = pairs.flatMap((pair) => pair.texts);
  return {
    ok: true,
    xliff: writeXliff(pairs, from, to),
    documents: pairs.length,
    texts: texts.length,
    untranslated: texts.filter(({ present }) => present === undefined).length,
  };
}
