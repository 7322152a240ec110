import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type GuideDocument, guideDocument } from '../../content/model/document.ts';
import { blobPath, GUIDE_PATH, isDocumentPath } from '../../content/model/edition.ts';
import { type Guide, guide as guideSchema } from '../../content/model/guide.ts';
import type { DocumentId, Language, Sha256 } from '../../content/model/names.ts';
import { compileGuide } from '../../content/publisher/steps/compile-guide.ts';
import { readSources } from '../../content/publisher/steps/read-sources.ts';
import { areaWords } from '../../src-renderer/catalogue/search/area-words.ts';
import { type DocumentFields, documentFields } from '../../src-renderer/catalogue/search/document-fields.ts';
import { searchEngine } from '../../src-renderer/catalogue/search/engine.ts';
import { timesOf } from '../../src-renderer/catalogue/search/findable.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** The moment the questions are asked at: events of the guide are still to come, its notices are shown. */
export const THAT_DAY = '2026-11-27T10:00';

/** A document of the guide as the search gets it. */
export type Searchable = {
  readonly hash: Sha256;
  readonly document: GuideDocument;
  readonly fields: DocumentFields;
};

/** The documents of a guide folder in one language, compiled as the publisher does. */
export async function searchableGuide(
  language: Language,
  folder = path.join(project, 'content/guide'),
): Promise<readonly Searchable[]> {
  const compiled = await compileGuide(await readSources(folder), 1);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ what }) => what).join('\n'));
  const { manifest, blobs } = compiled.edition;
  const json = (sha256: Sha256): unknown => JSON.parse(new TextDecoder().decode(blobs.get(blobPath(sha256))));
  const guide: Guide = guideSchema.parse(
    json(manifest.files.find((file) => file.path === GUIDE_PATH)?.sha256 ?? ''),
  );
  return manifest.files
    .filter((file) => isDocumentPath(file.path))
    .map((file) => ({ hash: file.sha256, document: guideDocument.parse(json(file.sha256)) }))
    .filter(({ document }) => document.header.language === language)
    .map(({ hash, document }) => {
      const area = areaWords(document.header, guide, () => '');
      return { hash, document, fields: documentFields(document.header, document, area) };
    });
}

/** A question as visitors type it, and the documents any of which answers it. */
export type Question = { readonly asked: string; readonly answers: readonly DocumentId[] };

/** The questions of `tests/fixtures/search/<list>.<language>.txt`. */
export async function questions(
  list: 'asked' | 'held-out',
  language: Language,
): Promise<readonly Question[]> {
  const text = await readFile(path.join(project, `tests/fixtures/search/${list}.${language}.txt`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [asked = '', answers = ''] = line.split(' | ');
      return { asked, answers: answers.split(' ') };
    });
}

/** Finds the ids of documents for a question, the best first. */
export type Finder = (asked: string) => readonly DocumentId[];

/** The kiosk's own search over these documents. */
export function ourFinder(language: Language, documents: readonly Searchable[]): Finder {
  const engine = searchEngine(language);
  for (const { hash, fields, document } of documents) engine.add(hash, fields, timesOf(document.header));
  const ids = new Map(documents.map(({ hash, document }) => [hash, document.header.id]));
  return (asked) => engine.find(asked, THAT_DAY).hits.flatMap(({ hash }) => ids.get(hash) ?? []);
}

/** The share of questions with one of their answers among the first three, and those without. */
export function hitAt3(
  list: readonly Question[],
  find: Finder,
): {
  readonly share: number;
  readonly missed: readonly { readonly asked: string; readonly got: readonly DocumentId[] }[];
} {
  const missed = list.flatMap(({ asked, answers }) => {
    const got = find(asked).slice(0, 3);
    return got.some((id) => answers.includes(id)) ? [] : [{ asked, got }];
  });
  return { share: 1 - missed.length / list.length, missed };
}
