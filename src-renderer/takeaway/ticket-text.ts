import type { Ticket, TicketLine, TicketSection } from '../../src-main/contract/ticket.ts';
import { bytesOf } from './qr.ts';
import { MAX_PARTS, MAX_QR_BYTES } from './qr-limits.ts';

/** The words that texts and codes are put together with. */
export type TextWords = {
  /** `Mon plan (2/3)`: the first line of one code of several. */
  readonly partTitle: (title: string, part: number, of: number) => string;
  /** What stands at the end when `count` lines were left out. */
  readonly leftOut: (count: number) => string;
};

/** A ticket as the texts of one or more QR codes. */
export type TicketText = {
  /** One text for each code, each at most {@link MAX_QR_BYTES} bytes. */
  readonly parts: readonly string[];
  /** How many lines were left out, 0 for none. */
  readonly leftOut: number;
};

/** How a line begins in plain text. */
const MARKS = { box: '☐ ', station: '• ', none: '' } as const;

/**
 * The texts of a ticket's codes. What is longer than {@link MAX_PARTS} codes is shortened: every section keeps its title
 * and its first lines, all sections the same number of them, and the end says how many lines are missing.
 */
export function ticketText(ticket: Ticket, words: TextWords): TicketText {
  const total = Math.max(0, ...ticket.sections.map(({ lines }) => lines.length));
  for (let kept = total; kept >= 0; kept -= 1) {
    const leftOut = ticket.sections.reduce((sum, { lines }) => sum + Math.max(0, lines.length - kept), 0);
    const parts = partsOf(ticket.title, linesOfText(ticket, kept, leftOut, words), words);
    if (parts.length <= MAX_PARTS) return { parts, leftOut };
  }
  // Titles alone are too long: nothing in a guide comes near, but a code must be shown all the same.
  const leftOut = ticket.sections.reduce((sum, { lines }) => sum + lines.length, 0);
  const head = linesOfText({ ...ticket, sections: [] }, 0, leftOut, words);
  return { parts: partsOf(ticket.title, head, words).slice(0, MAX_PARTS), leftOut };
}

function linesOfText(
  { lead, sections, footer }: Ticket,
  kept: number,
  leftOut: number,
  words: TextWords,
): readonly string[] {
  const lines = [
    ...(lead === undefined ? [] : [lead]),
    ...sections.flatMap((section) => sectionText(section, kept)),
    '',
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ...(footer === undefined ? [] : [footer]),
  ];
  return lines.flatMap((line) => line.split('\n')).map(narrow);
}

function sectionText({ title, lines }: TicketSection, kept: number): readonly string[] {
  const shown = lines.slice(0, kept).map(lineText);
  const more = lines.length > kept && kept > 0 ? ['…'] : [];
  const body = [...shown, ...more];
  if (title === undefined) return body.length > 0 ? ['', ...body] : [];
  // Capitals, since plain text knows no other way to make a heading.
  return ['', title.toLocaleUpperCase(), ...body];
}

function lineText({ text, note, mark }: TicketLine): string {
  return MARKS[mark] + (note === undefined ? text : `${text}\n${note}`);
}

/** Without spaces that only matter on a screen: each takes three bytes of a code, a plain one takes one. */
function narrow(line: string): string {
  return line
    .replaceAll('\u2060', '')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .trimEnd();
}

/** The lines put into as few texts as they need, and into texts of about the same length. */
function partsOf(title: string, lines: readonly string[], words: TextWords): readonly string[] {
  const whole = [narrow(title), ...lines].join('\n');
  if (bytesOf(whole) <= MAX_QR_BYTES) return [whole];
  const head = (part: number, of: number) => narrow(words.partTitle(title, part, of));
  const room = MAX_QR_BYTES - bytesOf(`${head(99, 99)}\n`);
  const pieces = lines.flatMap((line) => wrapped(line, room));
  const fewest = filled(pieces, room).length;
  const all = bytesOf(pieces.join('\n'));
  for (let size = Math.ceil(all / fewest); size < room; size += 8) {
    const parts = filled(pieces, size);
    if (parts.length === fewest) return parts.map((part, at) => `${head(at + 1, fewest)}\n${part}`);
  }
  return filled(pieces, room).map((part, at) => `${head(at + 1, fewest)}\n${part}`);
}

/** Fills texts of at most `room` bytes line by line; an empty line never begins or ends one. */
function filled(lines: readonly string[], room: number): readonly string[] {
  const texts: string[] = [];
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (bytesOf(longer) <= room) {
      text = longer;
    } else {
      if (text !== '') texts.push(text.trimEnd());
      text = line;
    }
  }
  return text.trimEnd() === '' ? texts : [...texts, text.trimEnd()];
}

/** A line longer than a code, broken between words. */
function wrapped(line: string, room: number): readonly string[] {
  if (bytesOf(line) <= room) return [line];
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && bytesOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(...chopped(word, room));
  }
  return lines;
}

/** A word longer than a code, in pieces; characters stay whole. */
function chopped(word: string, room: number): readonly string[] {
  if (bytesOf(word) <= room) return [word];
  const pieces = [''];
  for (const character of word) {
    const last = pieces.at(-1) ?? '';
    if (bytesOf(last + character) <= room) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}
