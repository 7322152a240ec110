import { URGENCY } from '../../model/kinds.ts';
import { liveNoticeId } from '../../model/live-notice.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import { nearest } from '../steps/nearest.ts';
import { type Locate, readYaml } from '../steps/yaml.ts';

/** A notice as somebody wrote it, before anybody looked at its languages and times. */
export type NoticeDraft = {
  readonly id: string;
  readonly urgency: string;
  readonly from: string | undefined;
  readonly until: string;
  /** Title and paragraphs by language. */
  readonly title: Readonly<Record<string, string>>;
  readonly paragraphs: Readonly<Record<string, readonly string[]>>;
  /** Where a part of it was written. */
  readonly locate: Locate;
};

const KEYS = ['id', 'urgency', 'from', 'until', 'title', 'text'];

/** Reads a notice written in YAML; gives everything that is wrong with its form at once. */
export function readNoticeFile(
  text: string,
  file: string,
): { readonly draft: NoticeDraft } | { readonly problems: readonly Problem[] } {
  const { value, locate, problems: broken } = readYaml(text, file, 1, 'the notice');
  if (broken.length > 0) return { problems: broken };
  if (!isRecord(value)) return { problems: [problemAt(locate([]), say.noticeIsNoList)] };
  const problems: Problem[] = [];
  for (const key of Object.keys(value)) {
    if (KEYS.includes(key)) continue;
    problems.push(problemAt(locate([key], 'key'), say.unknownNoticeKey(key, KEYS, nearest(key, KEYS))));
  }
  const textOf = (key: string): string | undefined => {
    const found = value[key];
    if (found === undefined) return undefined;
    // A number or a day without quotes is still what somebody wrote.
    if (typeof found === 'string' || typeof found === 'number') return String(found);
    problems.push(problemAt(locate([key]), say.noticeTextExpected(key)));
    return undefined;
  };
  const byLanguage = (key: string): Readonly<Record<string, string>> => {
    const found = value[key];
    if (isRecord(found) && Object.values(found).every((each) => typeof each === 'string')) {
      return Object.fromEntries(Object.entries(found).map(([language, words]) => [language, String(words)]));
    }
    problems.push(problemAt(locate([key]), say.noticeWordsExpected(key)));
    return {};
  };
  const draft: NoticeDraft = {
    id: textOf('id') ?? '',
    urgency: textOf('urgency') ?? '',
    from: textOf('from'),
    until: textOf('until') ?? '',
    title: byLanguage('title'),
    paragraphs: Object.fromEntries(
      Object.entries(byLanguage('text')).map(([language, words]) => [language, paragraphsOf(words)]),
    ),
    locate,
  };
  return problems.length > 0 ? { problems } : { draft };
}

/** A text as paragraphs: an empty line stands between them, and a line break inside one is a space. */
export function paragraphsOf(words: string): readonly string[] {
  return words
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** Problems of the id and the urgency of a draft. */
export function headProblems({ id, urgency, locate }: NoticeDraft): readonly Problem[] {
  const problems: Problem[] = [];
  if (!liveNoticeId.safeParse(id).success) problems.push(problemAt(locate(['id']), say.badNoticeId(id)));
  if (!URGENCY.some((each) => each === urgency)) {
    problems.push(problemAt(locate(['urgency']), say.badUrgency(urgency, URGENCY)));
  }
  return problems;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
