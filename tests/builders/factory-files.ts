import { blobPath, GUIDE_PATH } from '../../content/model/edition.ts';
import { digest } from './signed-repository.ts';
import { tinyGuideFiles } from './tiny-guide.ts';

/** An edition with nothing but its guide, as files by their path below `directory`. */
export function factoryFiles(
  directory: string,
  { timeZone }: { readonly timeZone: string },
): Readonly<Record<string, string>> {
  const guide = (tinyGuideFiles()[GUIDE_PATH] ?? '').replace('Europe/Brussels', timeZone);
  const entry = {
    path: GUIDE_PATH,
    sha256: digest(guide),
    length: Buffer.byteLength(guide),
    type: 'application/json',
  };
  const manifest = JSON.stringify({ schema: 1, seq: 1, languages: ['fr', 'nl'], files: [entry] });
  const pointer = {
    schema: 1,
    seq: 1,
    manifest: { sha256: digest(manifest), length: Buffer.byteLength(manifest) },
  };
  return {
    [`${directory}/edition.json`]: JSON.stringify(pointer),
    [`${directory}/${blobPath(entry.sha256)}`]: guide,
    [`${directory}/${blobPath(digest(manifest))}`]: manifest,
  };
}
