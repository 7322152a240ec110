import type { Language } from '../../model/names.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { typeset } from '../steps/typography.ts';

/** One caption: from when to when it is seen, in milliseconds, and its words in one or more lines. */
export type Cue = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Line of its times in the file, from 1. */
  readonly line: number;
  /** Line of its first word, from 1, and on how many lines they stand. */
  readonly textLine: number;
  readonly lines: number;
};

/** What is wrong at a line of captions. */
export type CaptionMistake = { readonly line: number; readonly words: Words };

/** A block of lines without an empty one in between; `line` counts from 1. */
type Paragraph = { readonly line: number; readonly lines: readonly string[] };

const TIME = '(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})';
const TIMING = new RegExp(`^${TIME}[ \\t]+-->[ \\t]+${TIME}(?:[ \\t]+.*)?$`);

/** Reads WebVTT; everything that is wrong at once, each at its line. What only places or colours captions is left out. */
export function readCaptions(text: string): {
  readonly cues: readonly Cue[];
  readonly mistakes: readonly CaptionMistake[];
} {
  const [head, ...paragraphs] = paragraphsOf(text.replace(/^\ufeff/, ''));
  const mistakes: CaptionMistake[] = [];
  const report = (line: number, words: Words): void => {
    mistakes.push({ line, words });
  };
  if (head === undefined || head.line !== 1 || !/^WEBVTT(?:[ \t].*)?$/.test(head.lines[0] ?? '')) {
    report(1, say.captionsWithoutHead(/\d,\d{3}[ \t]*-->/.test(text)));
    return { cues: [], mistakes };
  }
  const cues: Cue[] = [];
  for (const paragraph of paragraphs) {
    const [first = ''] = paragraph.lines;
    if (/^NOTE(?:\s|$)/.test(first)) continue;
    if (/^(?:STYLE|REGION)[ \t]*$/.test(first)) report(paragraph.line, say.captionsStyle(first.trim()));
    else {
      const cue = readCue(paragraph, report);
      if (cue !== undefined) cues.push(cue);
    }
  }
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1];
    if (before !== undefined && cue.start < before.end) report(cue.line, say.captionTooEarly(before.line));
  }
  if (cues.length === 0 && mistakes.length === 0) report(1, say.captionsEmpty);
  return { cues, mistakes };
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: { line: number; lines: string[] }[] = [];
  let open = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') open = false;
    else if (open) paragraphs.at(-1)?.lines.push(line);
    else {
      paragraphs.push({ line: index + 1, lines: [line] });
      open = true;
    }
  }
  return paragraphs;
}

function readCue({ line, lines }: Paragraph, report: (line: number, words: Words) => void): Cue | undefined {
  // A caption may have a name of its own above its times.
  const named = !lines[0]?.includes('-->');
  const timing = lines[named ? 1 : 0]?.trim();
  const at = line + (named ? 1 : 0);
  if (timing === undefined || !timing.includes('-->')) {
    report(line, say.captionWithoutTimes(lines[0] ?? ''));
    return undefined;
  }
  const match = TIMING.exec(timing);
  if (match === null) {
    report(at, say.captionTimes(timing));
    return undefined;
  }
  const [start, end] = [milliseconds(match.slice(1, 5)), milliseconds(match.slice(5, 9))];
  if (end <= start) report(at, say.captionEndsFirst);
  const textLine = at + 1;
  const words = lines.slice(named ? 2 : 1);
  const stray = words.findIndex((each) => each.includes('-->'));
  if (stray >= 0) {
    report(textLine + stray, say.captionArrow);
    return undefined;
  }
  for (const [index, each] of words.entries()) {
    const tag = strangeTag(each);
    if (tag !== undefined) report(textLine + index, say.captionMarkup(tag));
  }
  const text = words.map(plainLine).join('\n').trim();
  if (text === '') report(at, say.captionEmpty);
  return { start, end, text, line: at, textLine, lines: words.length };
}

function milliseconds([hours = '0', minutes = '0', seconds = '0', rest = '0']: readonly string[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}

/** Marks that WebVTT knows: they change how words look, which the kiosk decides, or say who speaks. */
const TAG = /<\/?(?:[biu]|c|v|lang|ruby|rt)(?:\.[\w.-]+)*(?:[ \t][^<>]*)?>|<(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}>/g;
const SPEAKER = /<v(?:\.[\w.-]+)*[ \t]+([^<>]*?)[ \t]*>/g;

function strangeTag(line: string): string | undefined {
  return /<[^\s<>]?[^<>]*>?/.exec(line.replace(TAG, ''))?.[0];
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
};

/** A line of a caption as words: who speaks stands in front, other marks are gone, `&amp;` is `&`. */
function plainLine(line: string): string {
  return line
    .replace(SPEAKER, '$1: ')
    .replace(TAG, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => SIGNS[name] ?? '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** WebVTT with nothing but times and words, set for their language. The same captions give the same text. */
export function writeCaptions(cues: readonly Cue[], language: Language): string {
  const blocks = cues.map(
    ({ start, end, text }) =>
      `${timeWords(start)} --> ${timeWords(end)}\n${escaped(typeset(text, language))}`,
  );
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A time as WebVTT writes it: `00:01:02.500`. */
export function timeWords(time: number): string {
  const part = (value: number, length: number): string => String(Math.floor(value)).padStart(length, '0');
  return `${part(time / 3_600_000, 2)}:${part((time / 60_000) % 60, 2)}:${part((time / 1000) % 60, 2)}.${part(time % 1000, 3)}`;
}
