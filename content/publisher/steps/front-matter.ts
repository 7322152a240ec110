import { z } from 'zod';
import type { DocumentKind } from '../../model/document.ts';
import {
  checklistFrontMatter,
  eventFrontMatter,
  frontMatterOf,
  isTranslated,
  noticeFrontMatter,
  pageFrontMatter,
  partnerFrontMatter,
  serviceFrontMatter,
} from '../../model/front-matter.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import { eventProblems } from './event-times.ts';
import { fieldProblems } from './field-problems.ts';
import { keywordProblems } from './keywords.ts';
import { nearest, nearestId } from './nearest.ts';
import type { DocumentFile } from './sort-files.ts';
import { oneLine, typeset } from './typography.ts';
import { type Locate, readYaml } from './yaml.ts';

/** The details on top of a document, by its kind. */
export type FrontMatter = {
  [Kind in DocumentKind]: { readonly kind: Kind } & Readonly<z.infer<(typeof frontMatterOf)[Kind]>>;
}[DocumentKind];

/** The details of one kind of document. */
export type FrontMatterOf<Kind extends DocumentKind> = Extract<FrontMatter, { readonly kind: Kind }>;

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

const readers = {
  page: pageFrontMatter.transform((front): FrontMatter => ({ kind: 'page', ...front })),
  checklist: checklistFrontMatter.transform((front): FrontMatter => ({ kind: 'checklist', ...front })),
  event: eventFrontMatter.transform((front): FrontMatter => ({ kind: 'event', ...front })),
  service: serviceFrontMatter.transform((front): FrontMatter => ({ kind: 'service', ...front })),
  partner: partnerFrontMatter.transform((front): FrontMatter => ({ kind: 'partner', ...front })),
  notice: noticeFrontMatter.transform((front): FrontMatter => ({ kind: 'notice', ...front })),
} satisfies Readonly<Record<DocumentKind, z.ZodType<FrontMatter>>>;

/** Reads and checks the YAML between the two `---`; `yaml` begins on line 2. */
export function readFrontMatter(yaml: string, file: DocumentFile, { ids, themes }: Around): ReadFrontMatter {
  const read = readYaml(yaml, file.path, 2, 'the lines on top of the text');
  const { locate } = read;
  if (read.problems.length > 0) return { front: undefined, locate, problems: read.problems };

  const schema = frontMatterOf[file.kind];
  const value = withSetWords(read.value ?? {}, schema, file.language);
  const parsed = readers[file.kind].safeParse(value);
  if (!parsed.success) {
    const known = (path: readonly PropertyKey[]) => Object.keys(objectAt(schema, path).shape);
    const fields = { value, locate, known, ids, kind: file.kind };
    return { front: undefined, locate, problems: fieldProblems(parsed.error.issues, fields) };
  }
  const front = parsed.data;
  const problems = [
    ...checkLists(front, locate),
    ...checkReferences(front, file.id, locate, ids),
    ...checkTimes(front, locate),
    ...keywordProblems(front, locate),
  ];
  if (
    'theme' in front &&
    front.theme !== undefined &&
    themes !== undefined &&
    !themes.includes(front.theme)
  ) {
    const words = say.unknownThemeValue(front.theme, themes, nearest(front.theme, themes));
    problems.push(problemAt(locate(['theme']), words));
  }
  return { front: problems.length === 0 ? front : undefined, locate, problems };
}

/** The object at a path of a schema; the outermost when there is none at that place. */
function objectAt(schema: z.ZodObject, path: readonly PropertyKey[]): z.ZodObject {
  const [key] = path;
  const field: unknown = key === undefined ? schema : schema.shape[String(key)];
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
  return inner instanceof z.ZodObject ? inner : schema;
}

function checkTimes(front: FrontMatter, locate: Locate): Problem[] {
  const problems = front.kind === 'event' ? eventProblems(front, locate) : [];
  if (front.validFrom !== undefined && front.validUntil !== undefined && front.validFrom > front.validUntil) {
    const words = say.endsBeforeItBegins(front.validFrom, front.validUntil);
    problems.push(problemAt(locate(['validUntil']), words));
  }
  return problems;
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
  }
}

/** Reports whatever a list names a second time. */
function* checkLists(front: FrontMatter, locate: Locate): Generator<Problem> {
  for (const [key, list] of Object.entries(front)) {
    if (!Array.isArray(list)) continue;
    for (const [index, value] of list.entries()) {
      if (list.indexOf(value) < index) {
        yield problemAt(locate([key, index]), say.namedTwice(key, String(value)));
      }
    }
  }
}

/** The words as visitors will see them, so that their length is measured as it will be. */
function withSetWords(value: unknown, schema: z.ZodObject, language: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      const field = schema.shape[key];
      if (field === undefined) return [key, inner];
      if (typeof inner === 'string' && isTranslated(field)) return [key, typeset(oneLine(inner), language)];
      const nested = objectAt(schema, [key]);
      return [key, nested === schema ? inner : withSetWords(inner, nested, language)];
    }),
  );
}
