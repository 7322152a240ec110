import { MAX_EDITION_BYTES, MAX_MANIFEST_BYTES } from '../../model/limits.ts';
import * as say from '../messages.ts';
import { byPlace, type Problem, problemAt, wholeFile } from '../problem.ts';
import { assemble, type Edition } from './assemble.ts';
import { checkNames, groupById } from './check-names.ts';
import { readGuide, unknownGuide } from './guide-yaml.ts';
import { inspectMedia } from './media.ts';
import { compareSides } from './parity.ts';
import { readDocument } from './read-document.ts';
import type { Sources } from './read-sources.ts';
import { idOfPath, sortFiles } from './sort-files.ts';

/** A guide that can be published, or everything that keeps it from being so. */
export type Compiled =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** From the files of a guide folder to an edition, in memory. Reports everything that is wrong at once. */
export function compileGuide(sources: Sources, seq: number): Compiled {
  // A folder that could not be read at all has only that to put right.
  if (sources.files.length === 0 && sources.problems.length > 0)
    return { ok: false, problems: sources.problems };
  const sorted = sortFiles(sources.files);
  // Files that are there but cannot be read have one problem already: nobody needs to hear that they are missing too.
  const unread = new Set([...sources.problems, ...sorted.problems].map(({ file }) => file));
  const ids = new Set([...sorted.documents.map(({ path }) => path), ...unread].map(idOfPath).filter(isText));
  const checklists = new Set([...ids].filter((id) => id.startsWith('checklists/')));

  const {
    guide,
    languages,
    themes,
    problems: guideProblems,
  } = unread.has('guide.yaml') ? unknownGuide : readGuide(sorted.guideYaml, ids, checklists);
  const { media, problems: mediaProblems } = inspectMedia(sorted.media, unread);
  const sides = sorted.documents.map((file) => readDocument(file, { ids, themes, media }));
  const documents = groupById(sides, languages ?? []);

  const isKnown = (language: string): boolean => languages?.includes(language) ?? true;

  const problems = [
    ...sources.problems,
    ...sorted.problems,
    ...guideProblems,
    ...checkNames(sorted.documents, unread, { languages, themes }),
    ...mediaProblems,
    ...sides.flatMap((side) => side.problems),
    ...[...documents.values()].flatMap((all) =>
      compareSides(all.filter(({ file }) => isKnown(file.language))),
    ),
  ];
  // Only when every text could be read can anybody say that an image is in none of them.
  const allRead = unread.size === 0 && sides.every(({ body }) => body !== undefined);
  if (allRead) {
    const used = new Set(sides.flatMap(({ usedMedia }) => [...usedMedia]));
    for (const { path } of sorted.media) {
      if (!used.has(path)) problems.push(problemAt(wholeFile(path), say.imageUnused));
    }
  }
  if (problems.length > 0 || guide === undefined) return { ok: false, problems: problems.sort(byPlace) };

  const edition = assemble({ seq, guide, documents, mediaFiles: sorted.media, media });
  const tooBig = sizeProblems(edition);
  return tooBig.length > 0 ? { ok: false, problems: tooBig } : { ok: true, edition };
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}

/** An edition can outgrow what terminals accept even if each of its files is small enough. */
function sizeProblems({ pointer, manifest, blobs }: Edition): Problem[] {
  const total = [...blobs.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const guideFolder = wholeFile('guide.yaml');
  return [
    ...(total > MAX_EDITION_BYTES
      ? [problemAt(guideFolder, say.guideTooLarge(total, MAX_EDITION_BYTES))]
      : []),
    ...(pointer.manifest.length > MAX_MANIFEST_BYTES
      ? [problemAt(guideFolder, say.tooManyFiles(manifest.files.length))]
      : []),
  ];
}
