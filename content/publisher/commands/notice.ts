import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { answering } from '../answer.ts';
import { type Command, type Io, UsageError } from '../command.ts';
import * as say from '../messages.ts';
import { readArguments } from '../options.ts';
import { Refusal, refuse, systemCode } from '../refusal.ts';
import type { NoticeDraft } from '../release/notice-file.ts';
import { SIGNING_OPTIONS } from '../signing-options.ts';
import { toChannel } from './publish.ts';

const OPTIONS = {
  ...SIGNING_OPTIONS,
  channel: { type: 'string' },
  id: { type: 'string' },
  urgency: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
} as const;

/** An option that names a language: `--fr`. */
const LANGUAGE_OPTION = /^--([a-z]{2})(?==|$)/;

/** `guide notice`: publishes, withdraws and lists messages that need no edition. */
export const notice: Command = { name: 'notice', summary: say.noticeSummary, usage: say.noticeUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const languages = args
    .flatMap((arg) => LANGUAGE_OPTION.exec(arg)?.[1] ?? [])
    .filter((each) => each !== 'to' && each !== 'id');
  const spoken = Object.fromEntries(languages.map((language) => [language, { type: 'string' } as const]));
  const { options, words } = readArguments(args, { ...spoken, ...OPTIONS }, 2);
  const [what = '', subject] = words;
  const channel = options.channel === undefined ? undefined : toChannel(options.channel);
  const json = options.json === true;
  const { atWorkbench } = await import('../release/workbench.ts');
  const { publishNotice, standingNotices, withdrawNotice } = await import('../release/notices.ts');

  switch (what) {
    case 'publish': {
      const inCommand = new Map(
        languages.map((language) => [language, String(Reflect.get(options, language))]),
      );
      if (subject === undefined && inCommand.size === 0) throw new UsageError(say.noticeNeedsWords);
      return answering(json, say.noticeRefusedHeading, io, async () => {
        const draft = await draftOf(subject, inCommand, options, io.cwd);
        const standing = await atWorkbench(options, io, (bench) => publishNotice(bench, draft, channel));
        const { id, validUntil } = standing.notice;
        return { facts: { ...standing }, text: say.noticePublished(id, validUntil, standing.channels) };
      });
    }
    case 'withdraw': {
      if (subject === undefined) throw new UsageError(say.noticeNeedsId);
      return answering(json, say.notPublishedHeading, io, async () => {
        const channels = await atWorkbench(options, io, (bench) => withdrawNotice(bench, subject, channel));
        return { facts: { id: subject, channels }, text: say.noticeWithdrawn(subject, channels) };
      });
    }
    case 'list':
      return answering(json, say.notPublishedHeading, io, async () => {
        const notices = await atWorkbench(options, io, async ({ tree, now }) => standingNotices(tree, now));
        const lines = notices
          .filter(({ channels }) => channel === undefined || channels.includes(channel))
          .map(({ notice: { id, urgency, validFrom, validUntil, title }, channels }) => ({
            id,
            urgency,
            from: validFrom,
            until: validUntil,
            title,
            channels,
          }));
        return { facts: { notices: lines }, text: say.noticesListed(lines) };
      });
    default:
      throw new UsageError(what === '' ? '' : say.noSuchNoticeCommand(what));
  }
}

/** The notice in a file, with what the command says instead. */
async function draftOf(
  file: string | undefined,
  inCommand: ReadonlyMap<string, string>,
  options: {
    readonly id?: string;
    readonly urgency?: string;
    readonly from?: string;
    readonly until?: string;
  },
  cwd: string,
): Promise<NoticeDraft> {
  const { paragraphsOf, readNoticeFile } = await import('../release/notice-file.ts');
  const written = file === undefined ? undefined : readNoticeFile(await textOf(resolve(cwd, file)), file);
  if (written !== undefined && 'problems' in written) throw new Refusal(written.problems);
  const draft = written?.draft;
  const title = { ...draft?.title };
  const paragraphs = { ...draft?.paragraphs };
  for (const [language, text] of inCommand) {
    const [first = '', ...rest] = text.split(' | ');
    title[language] = first;
    paragraphs[language] = rest.flatMap(paragraphsOf);
  }
  return {
    id: options.id ?? draft?.id ?? '',
    urgency: options.urgency ?? draft?.urgency ?? '',
    from: options.from ?? draft?.from,
    until: options.until ?? draft?.until ?? '',
    title,
    paragraphs,
    locate: draft?.locate ?? (([part]) => ({ file: `--${String(part ?? 'id')}`, line: null, column: null })),
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refuse(path, say.noticeFileUnreadable(code));
  }
}
