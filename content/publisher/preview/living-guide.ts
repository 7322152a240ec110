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
import { rememberingReader } from './remembering-reader.ts';

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

/** Keeps the last edition without a problem, and what has to be put right for the next one. */
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
  // One look at a time; whatever changes during a look is seen by the next.
  let looking: Promise<void> = Promise.resolve();

  const lookOnce = async (changedAt: number | null): Promise<void> => {
    const compiled = await compileGuide(await read(), (state.edition ?? 0) + 1, readDocument, keptImages);
    let next: PreviewState;
    if (compiled.ok) {
      const files = JSON.stringify(compiled.edition.manifest.files);
      next = files === shownFiles ? { ...state, problems: [] } : { ...state, ...keep(compiled.edition) };
      shownFiles = files;
    } else {
      next = { ...state, problems: compiled.problems.map(withDocument) };
    }
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
      problems: [],
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

/** A problem together with the document whose file it stands in. */
function withDocument({ file, line, column, what, why, todo }: Problem): PreviewProblem {
  const id = idOfPath(file);
  const language = /\.([a-z]{2})\.md$/.exec(file)?.[1];
  const document = id === undefined || language === undefined ? null : { id, language };
  return { file, line, column, what, why, todo, document };
}

function timeZoneOf({ manifest, blobs }: Edition): string | null {
  const file = manifest.files.find(({ path }) => path === GUIDE_PATH);
  const bytes = file === undefined ? undefined : blobs.get(blobPath(file.sha256));
  return bytes === undefined
    ? null
    : guide.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).centre.timeZone;
}
