import { signingExitHelp, signingOptionsHelp } from './signing.ts';
import { counted, languageName, listed, suggested, type Words } from './words.ts';

/** The line about `notice` in the overview. */
export const noticeSummary = 'tell all visitors something at once, without a new edition';

/** What `guide notice --help` shows. */
export const noticeUsage = `Usage: npm run guide -- notice publish FILE --to DIR --keys DIR [--channel NAME]
       npm run guide -- notice publish --id ID --urgency urgent --until 18:00 --fr "Title | Text" --nl "Title | Text" ...
       npm run guide -- notice withdraw ID --to DIR --keys DIR [--channel NAME]
       npm run guide -- notice list --to DIR --keys DIR

A short message that is on all terminals within a minute or two, and ends by itself. FILE is a small text:

  id: closed-early            small letters, digits and hyphens; the same id again replaces the message
  urgency: urgent             seen on every screen at once; "information" waits where people begin
  from: 14:00                 if you like: when it begins (at once if you leave it out)
  until: 2026-12-01T18:00     when it ends, on the clock of the centre; 18:00 alone is today
  title:
    fr: Fermeture à 16 h      at most 60 characters, in every language of the guide
    nl: We sluiten om 16 uur
  text:
    fr: |
      Le plateau ferme plus tôt aujourd'hui.

      An empty line begins another paragraph: at most three of them, 300 characters each.
    nl: |
      De vloer sluit vandaag vroeger.

  --id, --urgency, --from, --until
                 the same in the command; they go before what the file says
  --fr "T | P"   title and text of a language in the command; another " | " begins another paragraph
  --channel NAME only the terminals on this channel (all of them if you leave it out)
${signingOptionsHelp}

${signingExitHelp}
`;

/** \`notice\` with something else. */
export function noSuchNoticeCommand(word: string): string {
  return `"notice ${word}" does not exist: it is publish, withdraw or list.`;
}

/** Neither a file nor words. */
export const noticeNeedsWords =
  'Please give a file with the notice, or its words with an option for each language.';

/** \`withdraw\` without an id. */
export const noticeNeedsId = 'Please give the id of the notice; "notice list" tells them.';

/** Above a refusal. */
export const noticeRefusedHeading = 'The notice was not published; terminals show what they showed before.';

/** The file cannot be read. */
export function noticeFileUnreadable(code: string): Words {
  return {
    rule: 'notice-file-unreadable',
    what: `The file with the notice cannot be read: ${code === 'ENOENT' ? 'it is not there' : `the computer says ${code}`}.`,
    why: 'Its words are in it.',
    todo: 'Check its name.',
  };
}

/** Not a list of names and values. */
export const noticeIsNoList: Words = {
  rule: 'notice-is-no-list',
  what: 'This is not a notice: it should be lines with a name, a colon and a value.',
  why: 'The command has to know what is the title, what is the text and when it ends.',
  todo: 'See "npm run guide -- notice --help" for an example to copy.',
};

/** A line nobody knows. */
export function unknownNoticeKey(key: string, known: readonly string[], nearest: string | undefined): Words {
  return {
    rule: 'unknown-notice-key',
    what: `"${key}" is not a line of a notice.`,
    why: `The lines of a notice are ${known.join(', ')}.`,
    todo: `${suggested(nearest)}Correct the name, or take the line away.`,
  };
}

/** Not a plain value. */
export function noticeTextExpected(key: string): Words {
  return {
    rule: 'notice-text-expected',
    what: `"${key}" should be one value.`,
    why: 'Something else stands behind its colon.',
    todo: 'Write it on the same line, behind the colon.',
  };
}

/** Not words by language. */
export function noticeWordsExpected(key: string): Words {
  return {
    rule: 'notice-words-expected',
    what: `"${key}" should hold the words in each language, indented below it.`,
    why: 'Visitors read it in theirs.',
    todo: `Write  ${key}:  on one line, then  fr: ...  and  nl: ...  below it, each after two spaces.`,
  };
}

/** A language is missing. */
export function noticeLacks(part: 'title' | 'text', language: string): Words {
  return {
    rule: 'notice-lacks-language',
    what: `The ${part} is missing in ${languageName(language)}.`,
    why: 'Everybody has to be able to read it: a notice is in every language of the guide.',
    todo: `Add it under "${part}".`,
  };
}

/** A language the guide does not have. */
export function noticeInOtherLanguage(language: string, known: readonly string[]): Words {
  return {
    rule: 'notice-in-other-language',
    what: `The guide has no language "${language}".`,
    why: `Its languages are ${listed(known)}.`,
    todo: 'Take it away, or correct its two letters.',
  };
}

/** Too long. */
export function noticeWordsTooLong(part: 'title' | 'text', length: number, most: number): Words {
  return {
    rule: 'notice-too-long',
    what: `${part === 'title' ? 'This title' : 'A paragraph here'} has ${counted(length, 'character')}, and may have ${most}.`,
    why: 'It is read in passing, in large letters.',
    todo: 'Say less.',
  };
}

/** Not as many paragraphs as in another language. */
export function noticeParagraphs(language: string, found: number, count: number): Words {
  return {
    rule: 'notice-paragraphs',
    what: `There are ${counted(found, 'paragraph')} in ${languageName(language)}, and ${count} in another language.`,
    why: 'Whoever changes the language should find the same.',
    todo: 'Make as many paragraphs; an empty line begins another one.',
  };
}

/** Too many paragraphs. */
export function tooManyParagraphs(count: number, most: number): Words {
  return {
    rule: 'notice-too-many-paragraphs',
    what: `There are ${count} paragraphs, and there may be ${most}.`,
    why: 'It is read in passing.',
    todo: 'Say less, or make a page of the guide.',
  };
}

/** Not an id. */
export function badNoticeId(id: string): Words {
  return {
    rule: 'bad-notice-id',
    what: id === '' ? 'The notice has no id.' : `"${id}" is not an id.`,
    why: 'By its id it is replaced and withdrawn.',
    todo: 'Use small letters, digits and hyphens, for instance closed-early.',
  };
}

/** Not an urgency. */
export function badUrgency(value: string, known: readonly string[]): Words {
  return {
    rule: 'bad-urgency',
    what: value === '' ? 'It is not said how urgent the notice is.' : `"${value}" is not an urgency.`,
    why: 'An urgent one is seen on every screen at once.',
    todo: `Write urgency: ${known.join(' or ')}.`,
  };
}

/** Not a moment. */
export function badMoment(key: string, value: string): Words {
  return {
    rule: 'bad-moment',
    what: `"${key}: ${value}" is not a moment.`,
    why: 'Terminals begin and end by it.',
    todo: 'Write 2026-12-01T18:00, or 18:00 for today, on the clock of the centre.',
  };
}

/** It has to end. */
export const noticeWithoutEnd: Words = {
  rule: 'notice-without-end',
  what: 'It is not said when the notice ends.',
  why: 'A message that nobody takes down is believed for weeks.',
  todo: 'Add a line until, for instance  until: 18:00 .',
};

/** Over before it is published. */
export function noticeIsOver(until: string): Words {
  return {
    rule: 'notice-is-over',
    what: `The notice would be over already: it ends at ${until} (UTC).`,
    why: 'No terminal would show it.',
    todo: 'Give a later end.',
  };
}

/** Ends before it begins. */
export const noticeEndsFirst: Words = {
  rule: 'notice-ends-first',
  what: 'The notice would end before it begins.',
  why: 'No terminal would ever show it.',
  todo: 'Look at "from" and "until".',
};

/** For too long. */
export function noticeTooLong(days: number): Words {
  return {
    rule: 'notice-stands-too-long',
    what: `A notice may stand for ${days} days at most.`,
    why: 'What is true for longer belongs into the guide, where it is read and revised.',
    todo: 'Give an earlier end, or write a page.',
  };
}

/** Signs that are no words. */
export function noticeNotTaken(message: string): Words {
  return {
    rule: 'notice-not-taken',
    what: `Terminals would not take this: ${message}.`,
    why: 'It holds signs that cannot be shown, or is not what it should be.',
    todo: 'Type the words again instead of copying them from elsewhere.',
  };
}

/** The board is full. */
export function tooManyNotices(channel: string, most: number): Words {
  return {
    rule: 'too-many-notices',
    what: `Channel "${channel}" has ${most} notices already.`,
    why: 'More than that nobody reads.',
    todo: 'Withdraw one first: notice list, notice withdraw ID.',
  };
}

/** Not there. */
export function noSuchNotice(id: string, known: readonly string[]): Words {
  return {
    rule: 'no-such-notice',
    what: `There is no notice "${id}".`,
    why: known.length === 0 ? 'No notice stands at the moment.' : `There are ${listed(known)}.`,
    todo: 'See "notice list".',
  };
}

/** Published. */
export function noticePublished(id: string, until: string, channels: readonly string[]): string {
  return `The notice "${id}" is published on ${listed(channels)}; it ends at ${until} (UTC). Terminals show it the next time they look, within a minute or two.`;
}

/** Withdrawn. */
export function noticeWithdrawn(id: string, channels: readonly string[]): string {
  return `The notice "${id}" is withdrawn from ${listed(channels)}. Terminals take it down the next time they look.`;
}

/** A notice in the list. */
export type NoticeLine = {
  readonly id: string;
  readonly urgency: string;
  readonly from: string | undefined;
  readonly until: string;
  readonly title: Readonly<Record<string, string>>;
  readonly channels: readonly string[];
};

/** All of them. */
export function noticesListed(notices: readonly NoticeLine[]): string {
  if (notices.length === 0) return 'No notice stands at the moment.';
  return notices
    .map(({ id, urgency, from, until, title, channels }) => {
      const words = Object.entries(title).map(([language, text]) => `    ${language}  ${text}`);
      const begin = from === undefined ? '' : `from ${from} `;
      return [`${id}: ${urgency}, ${begin}until ${until} (UTC), on ${listed(channels)}`, ...words].join('\n');
    })
    .join('\n');
}
