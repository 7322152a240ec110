import { type Guide, guide, theme } from '../../model/guide.ts';
import { type Language, type Localized, language, themeId } from '../../model/names.ts';
import { openingHours, WEEKDAYS } from '../../model/opening-hours.ts';
import * as say from '../messages.ts';
import { type Place, type Problem, problemAt, wholeFile } from '../problem.ts';
import { type Fields, fieldProblems } from './field-problems.ts';
import { nearestId } from './nearest.ts';
import type { TextFile } from './sort-files.ts';
import { oneLine, typeset } from './typography.ts';
import { type Locate, readYaml } from './yaml.ts';

/** Longest text under a theme's title on the home screen, in characters. */
const MAX_THEME_SUMMARY_CHARACTERS = 45;

/** What `guide.yaml` says, as far as it can be read. */
export type ReadGuide = {
  /** Undefined when there are problems. */
  readonly guide: Guide | undefined;
  /** Undefined when nobody can tell: then the documents are not compared with them. */
  readonly languages: readonly string[] | undefined;
  readonly themes: readonly string[] | undefined;
  /** Every text in it, as the author wrote it. */
  readonly texts: readonly GuideText[];
  readonly problems: readonly Problem[];
};

/** One text of `guide.yaml` in one language, and where it stands. */
export type GuideText = {
  /** `centre.name`, or for a theme its id and the name of the line: `employment.title`. */
  readonly name: string;
  readonly of: 'centre' | 'theme';
  readonly field: 'name' | 'city' | 'promise' | 'title' | 'summary';
  readonly language: Language;
  readonly text: string;
  readonly place: Place;
};

/** Nothing known, and nothing more to say about it. */
export const unknownGuide: ReadGuide = {
  guide: undefined,
  languages: undefined,
  themes: undefined,
  texts: [],
  problems: [],
};

/** Reads `guide.yaml` and sets its words; `ids` are the documents there are, and which of them are checklists. */
export function readGuide(
  file: TextFile | undefined,
  ids: ReadonlySet<string>,
  checklists: ReadonlySet<string>,
): ReadGuide {
  if (file === undefined)
    return { ...unknownGuide, problems: [problemAt(wholeFile('guide.yaml'), say.noGuideYaml)] };
  const yaml = readYaml(file.text, file.path, 1, 'guide.yaml');
  if (yaml.problems.length > 0) return { ...unknownGuide, problems: yaml.problems };

  const value = yaml.value ?? {};
  const languages = validOnes(field(value, 'languages'), (entry) => language.safeParse(entry).data);
  const themes = validOnes(field(value, 'themes'), (entry) => themeId.safeParse(field(entry, 'id')).data);
  const parsed = guide.safeParse(value);
  if (!parsed.success) {
    const fields = {
      value,
      locate: yaml.locate,
      known: (path) => knownNames(path, languages ?? []),
      ids,
    } satisfies Fields;
    const problems = fieldProblems(parsed.error.issues, fields);
    return { guide: undefined, languages, themes, texts: [], problems };
  }
  const set = setWords(parsed.data);
  const texts = guideTexts(parsed.data, yaml.locate);
  const problems = checkGuide(set, yaml.locate, ids, checklists);
  return { guide: problems.length === 0 ? set : undefined, languages, themes, texts, problems };
}

function guideTexts({ centre, themes, languages }: Guide, locate: Locate): GuideText[] {
  const each = (
    fields: Pick<GuideText, 'name' | 'of' | 'field'>,
    text: Localized,
    path: readonly PropertyKey[],
  ): GuideText[] =>
    languages
      .filter((language) => text[language] !== undefined)
      .map((language) => ({
        ...fields,
        language,
        text: text[language] ?? '',
        place: locate([...path, language]),
      }));
  return [
    ...(['name', 'city', 'promise'] as const).flatMap((field) =>
      each({ name: `centre.${field}`, of: 'centre', field }, centre[field], ['centre', field]),
    ),
    ...themes.flatMap((theme, index) =>
      (['title', 'summary'] as const).flatMap((field) =>
        each({ name: `${theme.id}.${field}`, of: 'theme', field }, theme[field], ['themes', index, field]),
      ),
    ),
  ];
}

/** The names that can stand at a place in `guide.yaml`. */
function knownNames(path: readonly PropertyKey[], languages: readonly string[]): readonly string[] {
  if (path.length === 0) return Object.keys(guide.shape);
  if (path[0] === 'centre' && path.length === 1) return Object.keys(guide.shape.centre.shape);
  if (path[0] === 'themes' && path.length === 2) return Object.keys(theme.shape);
  if (path[0] === 'audiences') return ['id', 'begin'];
  if (path[0] === 'openingHours') {
    if (path.length === 1) return Object.keys(openingHours.shape);
    return path[1] === 'weekly' ? WEEKDAYS : ['from', 'until', 'hours'];
  }
  return languages.length > 0 ? languages : ['fr', 'nl'];
}

/** The guide with its words set for each language, and each text with its languages in the guide's order. */
function setWords(raw: Guide): Guide {
  const set = (text: Localized): Localized => {
    const known = raw.languages.filter((each) => text[each] !== undefined);
    const others = Object.keys(text).filter((each) => !raw.languages.includes(each));
    return Object.fromEntries(
      [...known, ...others].map((each) => [each, typeset(oneLine(text[each] ?? ''), each)]),
    );
  };
  return {
    schema: raw.schema,
    languages: raw.languages,
    centre: {
      name: set(raw.centre.name),
      city: set(raw.centre.city),
      timeZone: raw.centre.timeZone,
      promise: set(raw.centre.promise),
    },
    themes: raw.themes.map(({ id, line, icon, title, summary }) => ({
      id,
      line,
      icon,
      title: set(title),
      summary: set(summary),
    })),
    featured: raw.featured,
    ...(raw.openingHours === undefined ? {} : { openingHours: raw.openingHours }),
    ...(raw.audiences === undefined ? {} : { audiences: raw.audiences }),
  };
}

function checkGuide(
  set: Guide,
  locate: Locate,
  ids: ReadonlySet<string>,
  checklists: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  const twice = (
    values: readonly string[],
    key: string,
    path: (index: number) => readonly PropertyKey[],
  ): void => {
    for (const [index, value] of values.entries()) {
      if (values.indexOf(value) < index)
        problems.push(problemAt(locate(path(index)), say.namedTwice(key, value)));
    }
  };
  twice(set.languages, 'languages', (index) => ['languages', index]);
  twice(
    set.themes.map(({ id }) => id),
    'themes',
    (index) => ['themes', index, 'id'],
  );

  const texts: [readonly PropertyKey[], Localized][] = [
    [['centre', 'name'], set.centre.name],
    [['centre', 'city'], set.centre.city],
    [['centre', 'promise'], set.centre.promise],
    ...set.themes.flatMap(({ title, summary }, index): [readonly PropertyKey[], Localized][] => [
      [['themes', index, 'title'], title],
      [['themes', index, 'summary'], summary],
    ]),
  ];
  for (const [path, text] of texts) {
    const key = String(path.at(-1));
    for (const each of set.languages) {
      const words = text[each];
      if (words === undefined) {
        problems.push(problemAt(locate(path, 'key'), say.localizedMissing(key, each)));
      } else if (path[0] === 'themes' && key === 'summary' && words.length > MAX_THEME_SUMMARY_CHARACTERS) {
        const tooLong = say.tooLong(key, words.length, MAX_THEME_SUMMARY_CHARACTERS);
        problems.push(problemAt(locate([...path, each]), tooLong));
      }
    }
    for (const each of Object.keys(text).filter((other) => !set.languages.includes(other))) {
      problems.push(
        problemAt(locate([...path, each], 'key'), say.localizedTooMany(key, each, set.languages)),
      );
    }
  }

  const audiences = set.audiences ?? [];
  twice(
    audiences.map(({ id }) => id),
    'audiences',
    (index) => ['audiences', index, 'id'],
  );
  for (const [index, { begin }] of audiences.entries()) {
    for (const [place, id] of begin.entries()) {
      if (ids.has(id)) continue;
      const words = say.unknownReference('begin', id, nearestId(id, ids));
      problems.push(problemAt(locate(['audiences', index, 'begin', place]), words));
    }
  }

  const at = locate(['featured']);
  if (!ids.has(set.featured)) {
    problems.push(
      problemAt(at, say.unknownReference('featured', set.featured, nearestId(set.featured, checklists))),
    );
  } else if (!checklists.has(set.featured)) {
    problems.push(problemAt(at, say.featuredIsNoChecklist(set.featured)));
  }
  return problems;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The entries of a list that are right; undefined when not all of them are. */
function validOnes(list: unknown, valid: (entry: unknown) => string | undefined): string[] | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const found = list.map(valid).filter((entry) => entry !== undefined);
  return found.length === list.length ? found : undefined;
}
