import { fileURLToPath } from 'node:url';
import { type GuideDocument, guideDocument } from '../../content/model/document.ts';
import { blobPath, GUIDE_PATH, isDocumentPath } from '../../content/model/edition.ts';
import { type Guide, guide } from '../../content/model/guide.ts';
import { compileGuide } from '../../content/publisher/steps/compile-guide.ts';
import { readSources } from '../../content/publisher/steps/read-sources.ts';

/** A guide folder as an edition holds it. */
export type ReadGuide = { readonly guide: Guide; readonly documents: readonly GuideDocument[] };

/** The guide this repository ships. */
export const OUR_GUIDE = fileURLToPath(new URL('../../content/guide/', import.meta.url));

/** The small guide most tests bend. */
export const GOOD_GUIDE = fileURLToPath(new URL('../fixtures/guides/good/', import.meta.url));

/** Every document of a guide folder in every language, by the way an edition is made. */
export async function readGuideFolder(folder: string): Promise<ReadGuide> {
  const compiled = await compileGuide(await readSources(folder), 1);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  const { manifest, blobs } = compiled.edition;
  const json = (sha256: string): unknown =>
    JSON.parse(Buffer.from(blobs.get(blobPath(sha256)) ?? []).toString('utf8'));
  const about = manifest.files.find(({ path }) => path === GUIDE_PATH);
  return {
    guide: guide.parse(json(about?.sha256 ?? '')),
    documents: manifest.files
      .filter(({ path }) => isDocumentPath(path))
      .map(({ sha256 }) => guideDocument.parse(json(sha256))),
  };
}
