import { MAX_EDITION_BYTES, MAX_MANIFEST_BYTES } from '../../model/limits.ts';
import { type ImageWork, withoutCache } from '../images/kept-renditions.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { byPlace, type Problem, problemAt, wholeFile } from '../problem.ts';
import { assemble, type Edition } from './assemble.ts';
import type { BodyContext } from './body-reader.ts';
import { checkNames, groupById } from './check-names.ts';
import type { Around } from './front-matter.ts';
import { type GuideText, readGuide, unknownGuide } from './guide-yaml.ts';
import { clean } from './hygiene.ts';
import { type CaptionsFile, inspectMedia, isFilmPath } from './media.ts';
import { CAPTIONS } from './media-captions.ts';
import { compareSides } from './parity.ts';
import { type DocumentSide, readDocument } from './read-document.ts';
import type { Sources } from './read-sources.ts';
import { type DocumentFile, idOfPath, sortFiles } from './sort-files.ts';

/** The documents as they were read, right or wrong, for those who look at the words. */
export type Texts = {
  /** All languages of each document, by id. */
  readonly documents: ReadonlyMap<string, readonly DocumentSide[]>;
  /** The languages of the guide; empty when nobody can tell. */
  readonly languages: readonly string[];
  /** The captions of films that could be read. */
  readonly captions: readonly CaptionsFile[];
  /** The texts of `guide.yaml`, as far as it can be read. */
  readonly guide: readonly GuideText[];
};

/** A document, all its languages, that need not be read: it was read before, and has no problem. */
export type KeptDocument = {
  /** What it becomes in an edition, with the SHA-256 of each. */
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: Uint8Array }[];
  readonly usedMedia: readonly string[];
};

/** Finds the documents, by id, that are as they were before and whose surroundings would say the same of them. */
export type FindKept = (
  files: readonly DocumentFile[],
  around: Around & BodyContext,
  languages: readonly string[],
) => ReadonlyMap<string, KeptDocument>;

const findNothing: FindKept = () => new Map();

/** A guide that can be published, or everything that keeps it from being so. */
export type Compiled = { readonly texts: Texts } & (
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly problems: readonly Problem[] }
);

/**
 * From the files of a guide folder to an edition, in memory. Reports everything that is wrong at once. `read` may
 * remember what it has read before, `images` what it has made of pixel images, and `find` knows whole documents that
 * need not be read at all; those are not among the texts.
 */
export async function compileGuide(
  given: Sources,
  seq: number,
  read = readDocument,
  images: ImageWork = withoutCache,
  find: FindKept = findNothing,
): Promise<Compiled> {
  // A folder that could not be read at all has only that to put right.
  if (given.files.length === 0 && given.problems.length > 0) {
    return {
      ok: false,
      problems: given.problems,
      texts: { documents: new Map(), languages: [], captions: [], guide: [] },
    };
  }
  const { sources, problems: invisible } = clean(given);
  const sorted = sortFiles(sources.files);
  // Files that are there but cannot be read have one problem already: nobody needs to hear that they are missing too.
  const unread = new Set([...sources.problems, ...sorted.problems].map(({ file }) => file));
  const ids = new Set([...sorted.documents.map(({ id }) => id), ...[...unread].map(idOfPath).filter(isText)]);
  const checklists = new Set([...ids].filter((id) => id.startsWith('checklists/')));

  const {
    guide,
    languages,
    themes,
    texts: guideTexts,
    problems: guideProblems,
  } = unread.has('guide.yaml') ? unknownGuide : readGuide(sorted.guideYaml, ids, checklists);
  const {
    media,
    mediaFiles,
    captions,
    problems: mediaProblems,
  } = await inspectMedia(sorted.media, unread, images);
  const around = { ids, themes, media };
  const kept = find(sorted.documents, around, languages ?? []);
  const sides = sorted.documents.filter(({ id }) => !kept.has(id)).map((file) => read(file, around));
  const documents = groupById(sides, languages ?? []);
  const texts = { documents, languages: languages ?? [], captions, guide: guideTexts };

  const isKnown = (language: string): boolean => languages?.includes(language) ?? true;

  const problems = [
    ...sources.problems,
    ...invisible,
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
    const used = new Set([...sides, ...kept.values()].flatMap(({ usedMedia }) => [...usedMedia]));
    // One that is not right has that to put right first.
    const wrong = new Set(mediaProblems.map(({ file }) => file));
    for (const { path } of sorted.media) {
      if (!used.has(path) && !wrong.has(path)) problems.push(problemAt(wholeFile(path), unused(path)));
    }
  }
  if (problems.length > 0 || guide === undefined) {
    return { ok: false, problems: problems.sort(byPlace), texts };
  }

  const edition = assemble({ seq, guide, documents, kept: [...kept.values()], mediaFiles });
  const tooBig = sizeProblems(edition);
  return tooBig.length > 0 ? { ok: false, problems: tooBig, texts } : { ok: true, edition, texts };
}

/** What is said of a file of `media/` that no document shows. */
function unused(path: string): Words {
  if (path.endsWith(CAPTIONS)) return say.captionsUnused;
  return isFilmPath(path) ? say.filmUnused : say.imageUnused;
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
