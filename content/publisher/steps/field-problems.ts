import type { z } from 'zod';
import type { DocumentKind } from '../../model/document.ts';
import { frontMatterOf } from '../../model/front-matter.ts';
import { WEEKDAYS } from '../../model/opening-hours.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import { KINDS } from './folders.ts';
import { fold, nearest, nearestId } from './nearest.ts';
import type { Locate } from './yaml.ts';

/** What the messages about fields need to know around the value itself. */
export type Fields = {
  /** The value as it was read, before the schema saw it. */
  readonly value: unknown;
  readonly locate: Locate;
  /** Names that can stand at a path, for suggestions. */
  readonly known: (path: readonly PropertyKey[]) => readonly string[];
  readonly ids: ReadonlySet<string>;
  /** The kind of document the fields belong to; absent for guide.yaml. */
  readonly kind?: DocumentKind;
};

/** What the schema found, in the author's words and at the author's lines. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[], fields: Fields): Problem[] {
  const misspelled = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, meantKey(key, fields.known(issue.path))].join())
        : [],
    ),
  );
  // A value of the wrong kind is one mistake, whatever else its length or form would be.
  const wrongKind = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join()),
  );
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_type' && wrongKind.has(issue.path.join())) return [];
    // A misspelled name is one mistake, not also a missing one.
    if (misspelled.has(issue.path.join()) && valueAt(fields.value, issue.path) === undefined) return [];
    if (issue.code === 'unrecognized_keys') {
      const known = fields.known(issue.path);
      return issue.keys.map((key) =>
        problemAt(
          fields.locate([...issue.path, key], 'key'),
          unknownKeyWords(key, known, issue.path.length === 0 ? fields.kind : undefined),
        ),
      );
    }
    return [problemAt(fields.locate(issue.path), wordsFor(issue, fields))];
  });
}

/** The lines of `guide.yaml` that hold hours. */
const HOURS: ReadonlySet<PropertyKey> = new Set<PropertyKey>(['hours', ...WEEKDAYS]);

/** What people write for the names the guide knows, in its own languages. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  titre: 'title',
  titel: 'title',
  resume: 'summary',
  samenvatting: 'summary',
  description: 'summary',
  ordre: 'order',
  volgorde: 'order',
  date: 'updated',
  datum: 'updated',
  suivant: 'next',
  volgende: 'next',
  themes: 'theme',
  thema: 'theme',
  duree: 'minutes',
  duur: 'minutes',
  debut: 'starts',
  begin: 'starts',
  fin: 'ends',
  einde: 'ends',
  langues: 'spoken',
  talen: 'spoken',
  lieu: 'place',
  plaats: 'place',
  salle: 'place',
  zaal: 'place',
  exemple: 'example',
  voorbeeld: 'example',
  public: 'audience',
  doelgroep: 'audience',
  urgence: 'urgency',
};

function unknownKeyWords(key: string, known: readonly string[], kind: DocumentKind | undefined): Words {
  const others =
    kind === undefined ? [] : KINDS.filter((each) => Object.hasOwn(frontMatterOf[each].shape, key));
  if (kind !== undefined && others.length > 0) return say.keyOfOtherKinds(key, others, kind);
  return say.unknownKey(key, known, meantKey(key, known));
}

function meantKey(key: string, known: readonly string[]): string | undefined {
  const translated = ALSO_CALLED[fold(key)];
  return translated !== undefined && known.includes(translated) ? translated : nearest(key, known);
}

function wordsFor(issue: z.core.$ZodIssue, { value, known, ids }: Fields): Words {
  const key = pathWords(issue.path);
  const found = valueAt(value, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      if (found === undefined) return say.missingKey(key);
      if (found === null) return say.emptyValue(key);
      if (issue.expected === 'string') return say.badText(key);
      if (issue.expected === 'array') return say.badList(key);
      if (issue.expected === 'boolean') return say.badYesNo(key);
      if (issue.expected === 'int' || issue.expected === 'number')
        return say.badNumber(key, smallest(issue.path));
      return say.badGroup(key, known(issue.path));
    case 'too_big':
      if (issue.origin === 'string') return say.tooLong(key, String(found).length, Number(issue.maximum));
      if (issue.origin === 'array' && Array.isArray(found)) {
        return say.tooMany(key, found.length, Number(issue.maximum));
      }
      return say.badNumber(key, smallest(issue.path));
    case 'too_small':
      if (issue.origin === 'string') return say.emptyValue(key);
      return issue.origin === 'array' ? say.emptyList(key) : say.badNumber(key, smallest(issue.path));
    case 'invalid_format':
      if (HOURS.has(issue.path.findLast((step) => typeof step === 'string') ?? ''))
        return say.badHours(key, String(found));
      return formatWords(issue.path, key, String(found), ids);
    case 'invalid_value': {
      if (found === undefined) return say.missingKey(key);
      const choice = issue.values.map(String);
      return say.notInChoice(key, String(found), choice, nearest(String(found), choice));
    }
    case 'custom':
      if (issue.path[0] === 'openingHours') return say.badOpeningHours(key, issue.message);
      if (issue.path.at(-1) === 'timeZone') return say.badTimeZone(key, String(found));
      if (issue.path.at(-1) === 'contact') return say.emptyContact(key);
      return formatWords(issue.path, key, String(found), ids);
    case 'invalid_key':
      return say.badLanguage(key, String(issue.path.at(-1)));
    default:
      return say.badValue(key, issue.message);
  }
}

function formatWords(
  path: readonly PropertyKey[],
  key: string,
  value: string,
  ids: ReadonlySet<string>,
): Words {
  const name = path.findLast((step) => typeof step === 'string');
  switch (name) {
    case 'updated':
    case 'validFrom':
    case 'validUntil':
    case 'except':
    case 'from':
    case 'until':
      return say.badDay(key, value);
    case 'theme':
    case 'id':
      return say.badThemeId(key, value);
    case 'starts':
    case 'ends':
      return say.badDayWithHour(key, value);
    case 'languages':
    case 'spoken':
      return say.badLanguage(key, value);
    default:
      return say.badId(key, value, nearestId(value, ids));
  }
}

function smallest(path: readonly PropertyKey[]): number {
  return path.at(-1) === 'order' ? 0 : 1;
}

/** `themes.2.title` as an author would count: `themes 3, title`. */
function pathWords(path: readonly PropertyKey[]): string {
  return path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words} ${step + 1}`;
    return words === '' ? String(step) : `${words}, ${String(step)}`;
  }, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}
