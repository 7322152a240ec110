import type { ChannelName } from '../../model/channel.ts';
import { GUIDE_PATH } from '../../model/edition.ts';
import { type Guide, guide } from '../../model/guide.ts';
import { URGENCY } from '../../model/kinds.ts';
import {
  MAX_LIVE_NOTICES,
  MAX_NOTICE_DAYS,
  MAX_NOTICE_PARAGRAPH_CHARACTERS,
  MAX_NOTICE_PARAGRAPHS,
  MAX_TITLE_CHARACTERS,
} from '../../model/limits.ts';
import { type LiveNotice, liveNotice, type NoticeBoard } from '../../model/live-notice.ts';
import { jsonOf } from '../diff/read-edition.ts';
import { utc } from '../keys/roles.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import { Refusal, refuse } from '../refusal.ts';
import { typeset } from '../steps/typography.ts';
import type { Tree } from '../tree/read-tree.ts';
import { announce } from './announce.ts';
import { editionInTree } from './editions.ts';
import { headProblems, type NoticeDraft } from './notice-file.ts';
import { momentOf } from './notice-times.ts';
import type { Workbench } from './workbench.ts';

/** A live notice with the channels it stands on. */
export type StandingNotice = { readonly notice: LiveNotice; readonly channels: readonly ChannelName[] };

/** Puts a notice on the boards of channels (all of them when none is named). One with the same id is replaced. */
export async function publishNotice(
  bench: Workbench,
  draft: NoticeDraft,
  named: ChannelName | undefined,
): Promise<StandingNotice> {
  const { tree, now } = bench;
  const channels = channelsOf(tree, named);
  const notice = await toNotice(tree, channels, draft, now);
  const boards = new Map<ChannelName, NoticeBoard>();
  for (const channel of channels) {
    const others = standing(tree, channel, now).filter(({ id }) => id !== notice.id);
    if (others.length >= MAX_LIVE_NOTICES) refuse(channel, say.tooManyNotices(channel, MAX_LIVE_NOTICES));
    boards.set(channel, { schema: 1, channel, publishedAt: utc(now), notices: [notice, ...others] });
  }
  await announce(bench, { boards });
  return { notice, channels };
}

/** Takes a notice off the boards of channels (all of them when none is named). Returns where it stood. */
export async function withdrawNotice(
  bench: Workbench,
  id: string,
  named: ChannelName | undefined,
): Promise<readonly ChannelName[]> {
  const { tree, now } = bench;
  const channels = channelsOf(tree, named).filter((channel) =>
    standing(tree, channel, now).some((each) => each.id === id),
  );
  if (channels.length === 0) {
    const known = [
      ...new Set([...tree.boards.values()].flatMap(({ notices }) => notices.map((each) => each.id))),
    ];
    refuse(id, say.noSuchNotice(id, known));
  }
  const boards = new Map<ChannelName, NoticeBoard>();
  for (const channel of channels) {
    const notices = standing(tree, channel, now).filter((each) => each.id !== id);
    boards.set(channel, { schema: 1, channel, publishedAt: utc(now), notices });
  }
  await announce(bench, { boards });
  return channels;
}

/** All notices that are not over, each with its channels. */
export function standingNotices(tree: Tree, now: Date): readonly StandingNotice[] {
  const found = new Map<string, { notice: LiveNotice; channels: ChannelName[] }>();
  for (const channel of [...tree.channels.keys()].sort()) {
    for (const notice of standing(tree, channel, now)) {
      // The same id may stand with other words on another channel: those are two.
      const key = JSON.stringify(notice);
      const entry = found.get(key) ?? { notice, channels: [] };
      entry.channels.push(channel);
      found.set(key, entry);
    }
  }
  return [...found.values()];
}

function standing(tree: Tree, channel: ChannelName, now: Date): readonly LiveNotice[] {
  const notices = tree.boards.get(channel)?.notices ?? [];
  return notices.filter(({ validUntil }) => Date.parse(validUntil) > now.getTime());
}

function channelsOf(tree: Tree, named: ChannelName | undefined): readonly ChannelName[] {
  const all = [...tree.channels.keys()].sort();
  if (all.length === 0) refuse(tree.folder, say.nothingPublished);
  if (named === undefined) return all;
  return all.includes(named) ? [named] : refuse(named, say.noSuchChannel(named, all));
}

/** A notice ready to be signed; refuses with everything that is wrong. */
async function toNotice(
  tree: Tree,
  channels: readonly ChannelName[],
  draft: NoticeDraft,
  now: Date,
): Promise<LiveNotice> {
  const guides: Guide[] = [];
  for (const channel of channels) {
    const name = tree.channels.get(channel)?.manifest;
    if (name !== undefined) guides.push(await guideOf(tree.folder, name));
  }
  const languages = [...new Set(guides.flatMap((each) => each.languages))];
  const timeZone = guides[0]?.centre.timeZone ?? 'UTC';
  const problems: Problem[] = [...headProblems(draft)];
  const report = (path: readonly string[], words: say.Words): void => {
    problems.push(problemAt(draft.locate(path), words));
  };

  const from = draft.from === undefined ? undefined : momentOf(draft.from, timeZone, now);
  const until = momentOf(draft.until, timeZone, now);
  if (draft.from !== undefined && from === undefined) report(['from'], say.badMoment('from', draft.from));
  if (draft.until === '') report(['until'], say.noticeWithoutEnd);
  else if (until === undefined) report(['until'], say.badMoment('until', draft.until));
  else if (Date.parse(until) <= now.getTime()) report(['until'], say.noticeIsOver(until));
  else if (from !== undefined && Date.parse(until) <= Date.parse(from))
    report(['until'], say.noticeEndsFirst);
  else if (Date.parse(until) > now.getTime() + MAX_NOTICE_DAYS * 24 * 60 * 60 * 1000) {
    report(['until'], say.noticeTooLong(MAX_NOTICE_DAYS));
  }

  for (const language of new Set([...Object.keys(draft.title), ...Object.keys(draft.paragraphs)])) {
    if (!languages.includes(language))
      report(['title', language], say.noticeInOtherLanguage(language, languages));
  }
  const count = Math.max(0, ...Object.values(draft.paragraphs).map(({ length }) => length));
  for (const language of languages) {
    const title = draft.title[language]?.trim() ?? '';
    const paragraphs = draft.paragraphs[language] ?? [];
    if (title === '') report(['title', language], say.noticeLacks('title', language));
    if (title.length > MAX_TITLE_CHARACTERS) {
      report(['title', language], say.noticeWordsTooLong('title', title.length, MAX_TITLE_CHARACTERS));
    }
    if (paragraphs.length === 0) report(['text', language], say.noticeLacks('text', language));
    else if (paragraphs.length < count)
      report(['text', language], say.noticeParagraphs(language, paragraphs.length, count));
    for (const paragraph of paragraphs) {
      if (paragraph.length <= MAX_NOTICE_PARAGRAPH_CHARACTERS) continue;
      report(
        ['text', language],
        say.noticeWordsTooLong('text', paragraph.length, MAX_NOTICE_PARAGRAPH_CHARACTERS),
      );
    }
  }
  if (count > MAX_NOTICE_PARAGRAPHS) report(['text'], say.tooManyParagraphs(count, MAX_NOTICE_PARAGRAPHS));
  if (problems.length > 0 || until === undefined) throw new Refusal(problems);

  const inAll = (words: (language: string) => string): Record<string, string> =>
    Object.fromEntries(languages.map((language) => [language, typeset(words(language), language)]));
  const notice = {
    schema: 1,
    id: draft.id,
    urgency: URGENCY.find((each) => each === draft.urgency) ?? 'information',
    publishedAt: utc(now),
    ...(from === undefined ? {} : { validFrom: from }),
    validUntil: until,
    title: inAll((language) => draft.title[language]?.trim() ?? ''),
    paragraphs: Array.from({ length: count }, (_, index) =>
      inAll((language) => draft.paragraphs[language]?.[index] ?? ''),
    ),
  } satisfies LiveNotice;
  const parsed = liveNotice.safeParse(notice);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) =>
    problemAt(
      draft.locate([String(path[0] === 'paragraphs' ? 'text' : path[0])]),
      say.noticeNotTaken(message),
    ),
  );
  throw new Refusal(issues);
}

async function guideOf(folder: string, name: Parameters<typeof editionInTree>[1]): Promise<Guide> {
  const edition = await editionInTree(folder, name);
  const file = edition.files.get(GUIDE_PATH);
  const parsed = file && guide.safeParse(jsonOf(await edition.read(file)));
  return parsed?.success === true ? parsed.data : refuse(GUIDE_PATH, say.treeOfOtherVersion);
}
