import { blobPath, GUIDE_PATH } from '../../model/edition.ts';
import { guide } from '../../model/guide.ts';
import type { PreviewProblem, PreviewState } from '../../model/preview.ts';
import { keptImages } from '../images/kept-renditions.ts';
import type { Problem } from '../problem.ts';
import type { Edition } from '../steps/assemble.ts';
import { compileGuide } from '../steps/compile-guide.ts';
import type { Sources } from '../steps/read-sources.ts';
import { idOfPath } from '../steps/sort-files.ts';
import { changesReader } from './changes.ts';
import { type Landmark, landmarksOf, markOf } from './landmarks.ts';
import { rememberingReader } from './remembering-reader.ts';
import { rememberingWarnings } from './remembering-warnings.ts';

/** Editions kept beside the newest: a page that is just loading one may still ask for its files. */
const KEPT_BEFORE = 2;

/** A guide that is looked at again and again. */
export type LivingGuide = {
  /** How it is now. */
  readonly state: () => PreviewState;
  /** An edition that may still be asked for. */
  readonly edition: (seq: number) => Edition | undefined;
  /** Looks at the files again; `changedAt` is when they changed, in milliseconds since 1970, or null for the first look. */
  readonly look: (changedAt: number | null) => Promise<void>;
  /** Calls the listener after every look that found something new; returns its own "off". */
  readonly onChange: (listener: (state: PreviewState) => void) => () => void;
};

/** What a living guide is made from. */
export type LivingGuideOptions = Pick<PreviewState, 'folder' | 'at'> & {
  readonly read: () => Promise<Sources>;
};

/** Keeps the last edition without an error, what has to be put right for the next one, and what readers may stumble over. */
export function livingGuide({ folder, at, read }: LivingGuideOptions): LivingGuide {
  const editions = new Map<number, Edition>();
  const listeners = new Set<(state: PreviewState) => void>();
  const changesOf = changesReader();
  const readDocument = rememberingReader();
  let state: PreviewState = {
    folder,
    edition: null,
    languages: [],
    changedAt: null,
    at,
    timeZone: null,
    problems: [],
    changes: [],
  };
  let shownFiles = '';
  const warningsIn = rememberingWarnings();
  // The blocks of every file as it is on the screens, by path.
  let shownBlocks: ReadonlyMap<string, readonly Landmark[]> = new Map();
  // One look at a time; whatever changes during a look is seen by the next.
  let looking: Promise<void> = Promise.resolve();

  const lookOnce = async (changedAt: number | null): Promise<void> => {
    const compiled = await compileGuide(await read(), (state.edition ?? 0) + 1, readDocument, keptImages);
    const sides = new Map(
      [...compiled.texts.documents.values()].flat().map((side) => [side.file.path, side]),
    );
    const blocksNow = (path: string): readonly Landmark[] => {
      const side = sides.get(path);
      return side === undefined ? [] : landmarksOf(side);
    };
    if (compiled.ok) shownBlocks = new Map([...sides.keys()].map((path) => [path, blocksNow(path)]));
    const told = (problem: Problem, level: PreviewProblem['level']): PreviewProblem => {
      const { file, line, column, what, why, todo } = problem;
      const shown = shownBlocks.get(file);
      const mark = shown === undefined ? null : markOf(line, blocksNow(file), shown);
      return { level, file, line, column, what, why, todo, document: documentOf(file, mark) };
    };
    const problems = [
      ...(compiled.ok ? [] : compiled.problems).map((problem) => told(problem, 'error')),
      ...warningsIn(compiled.texts).map((problem) => told(problem, 'warning')),
    ];
    const edition = compiled.ok ? compiled.edition : undefined;
    const files = edition === undefined ? shownFiles : JSON.stringify(edition.manifest.files);
    const next: PreviewState =
      edition === undefined || files === shownFiles
        ? { ...state, problems }
        : { ...state, ...keep(edition), problems };
    shownFiles = files;
    // Saving a file as it was changes nothing.
    const isNew =
      next.edition !== state.edition || JSON.stringify(next.problems) !== JSON.stringify(state.problems);
    if (!isNew) return;
    state = { ...next, changedAt };
    for (const listener of listeners) listener(state);
  };

  const keep = (edition: Edition): Partial<PreviewState> => {
    const { seq, languages } = edition.manifest;
    editions.set(seq, edition);
    editions.delete(seq - KEPT_BEFORE - 1);
    return {
      edition: seq,
      languages,
      timeZone: timeZoneOf(edition),
      changes: [...changesOf(edition)],
    };
  };

  return {
    state: () => state,
    edition: (seq) => editions.get(seq),
    look: (changedAt) => {
      looking = looking.catch(() => undefined).then(() => lookOnce(changedAt));
      return looking;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The document whose file has that path, with the mark of a block in it. */
function documentOf(file: string, mark: string | null): PreviewProblem['document'] {
  const id = idOfPath(file);
  const language = /\.([a-z]{2})\.md$/.exec(file)?.[1];
  return id === undefined || language === undefined ? null : { id, language, mark };
}

function timeZoneOf({ manifest, blobs }: Edition): string | null {
  const file = manifest.files.find(({ path }) => path === GUIDE_PATH);
  const bytes = file === undefined ? undefined : blobs.get(blobPath(file.sha256));
  return bytes === undefined
    ? null
    : guide.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).centre.timeZone;
}
