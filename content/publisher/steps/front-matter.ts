import {
  type ChecklistFrontMatter,
  checklistFrontMatter,
  type PageFrontMatter,
  pageFrontMatter,
} from '../../model/front-matter.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import { fieldProblems } from './field-problems.ts';
import { nearest, nearestId } from './nearest.ts';
import type { DocumentFile } from './sort-files.ts';
import { oneLine, typeset } from './typography.ts';
import { type Locate, readYaml } from './yaml.ts';

/** The details on top of a document, by its kind. */
export type FrontMatter =
  | ({ readonly kind: 'page' } & PageFrontMatter)
  | ({ readonly kind: 'checklist' } & ChecklistFrontMatter);

/** The details on top of one file; undefined when there are problems. */
export type ReadFrontMatter = {
  readonly front: FrontMatter | undefined;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
};

/** What is known of the whole guide while one file is read. */
export type Around = {
  readonly ids: ReadonlySet<string>;
  /** Undefined when `guide.yaml` cannot be read. */
  readonly themes: readonly string[] | undefined;
};

/** Reads and checks the YAML between the two `---`; `yaml` begins on line 2. */
export function readFrontMatter(yaml: string, file: DocumentFile, { ids, themes }: Around): ReadFrontMatter {
  const read = readYaml(yaml, file.path, 2, 'the lines on top of the text');
  const { locate } = read;
  if (read.problems.length > 0) return { front: undefined, locate, problems: read.problems };

  const schema = file.kind === 'page' ? pageFrontMatter : checklistFrontMatter;
  const value = withSetWords(read.value ?? {}, file.language);
  const parsed =
    file.kind === 'page'
      ? pageFrontMatter.transform((front): FrontMatter => ({ kind: 'page', ...front })).safeParse(value)
      : checklistFrontMatter
          .transform((front): FrontMatter => ({ kind: 'checklist', ...front }))
          .safeParse(value);
  if (!parsed.success) {
    const fields = { value, locate, known: () => Object.keys(schema.shape), ids };
    return { front: undefined, locate, problems: fieldProblems(parsed.error.issues, fields) };
  }
  const front = parsed.data;
  const problems = [...checkReferences(front, file.id, locate, ids)];
  if (front.validFrom !== undefined && front.validUntil !== undefined && front.validFrom > front.validUntil) {
    const words = say.endsBeforeItBegins(front.validFrom, front.validUntil);
    problems.push(problemAt(locate(['validUntil']), words));
  }
  if (front.kind === 'checklist' && themes !== undefined && !themes.includes(front.theme)) {
    const words = say.unknownThemeValue(front.theme, themes, nearest(front.theme, themes));
    problems.push(problemAt(locate(['theme']), words));
  }
  return { front: problems.length === 0 ? front : undefined, locate, problems };
}

function* checkReferences(
  { next, related }: FrontMatter,
  self: string,
  locate: Locate,
  ids: ReadonlySet<string>,
): Generator<Problem> {
  const check = function* (key: string, target: string, path: readonly PropertyKey[]): Generator<Problem> {
    if (target === self) yield problemAt(locate(path), say.referenceToSelf(key));
    else if (!ids.has(target)) {
      yield problemAt(locate(path), say.unknownReference(key, target, nearestId(target, ids)));
    }
  };
  if (next !== undefined) yield* check('next', next, ['next']);
  for (const [index, target] of related.entries()) {
    yield* check('related', target, ['related', index]);
    if (related.indexOf(target) < index) {
      yield problemAt(locate(['related', index]), say.namedTwice('related', target));
    }
  }
}

/** Title and summary as visitors will see them, so that their length is measured as it will be. */
function withSetWords(value: unknown, language: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      (key === 'title' || key === 'summary') && typeof inner === 'string'
        ? [key, typeset(oneLine(inner), language)]
        : [key, inner],
    ),
  );
}
