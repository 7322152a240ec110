import type { Block } from '../../content/model/block.ts';
import { plainText } from '../../content/model/plain-text.ts';
import { MAX_TICKET_TEXT, type TicketLine, type TicketMark } from '../../src-main/contract/ticket.ts';

/** What stands in a text of the guide but not in the text itself, as lines: a checklist's title, the next events. */
export type Embed = (block: Extract<Block, { type: 'checklist' | 'events' }>) => readonly string[];

/** The plain lines of a document under one heading; the heading is missing before the first one. */
export type PlainSection = { readonly title?: string; readonly lines: readonly TicketLine[] };

/** A document's blocks as sections of plain lines, in their order: every word, no markup, no picture. */
export function plainSections(blocks: readonly Block[], embed: Embed): readonly PlainSection[] {
  const sections: { title?: string; lines: TicketLine[] }[] = [{ lines: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') sections.push({ title: plainText(block.children), lines: [] });
    else sections.at(-1)?.lines.push(...linesOf(block, embed));
  }
  return sections.filter(({ title, lines }) => title !== undefined || lines.length > 0);
}

/** The lines of some blocks, one after the other. */
export function plainLines(blocks: readonly Block[], embed: Embed): readonly TicketLine[] {
  return blocks.flatMap((block) => linesOf(block, embed));
}

/** One line, cut to what a ticket takes; nothing for an empty text. */
export function line(text: string, mark: TicketMark = 'none', note?: string): readonly TicketLine[] {
  const words = bounded(text);
  if (words === '') return [];
  const below = note === undefined ? '' : bounded(note);
  return [below === '' ? { text: words, mark } : { text: words, note: below, mark }];
}

/** A text without blanks at its ends, cut to what a ticket takes, and seen to be cut. */
export function bounded(text: string, most = MAX_TICKET_TEXT): string {
  const words = text.trim();
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

function linesOf(block: Block, embed: Embed): readonly TicketLine[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return line(plainText(block.children));
    case 'list':
      return block.items.flatMap((item, at) => listed(item, block.ordered ? at + 1 : null, embed));
    case 'steps':
      return block.items.flatMap((item, at) => listed(item, at + 1, embed));
    case 'tip':
    case 'warning':
    case 'contact':
      return line(plainText(block.title), 'none', below(block.blocks, embed));
    case 'question':
      return line(plainText(block.question), 'none', below(block.answer, embed));
    case 'checklist':
    case 'events':
      return embed(block).flatMap((words) => line(words, 'station'));
    case 'image':
      return block.caption === undefined ? [] : line(block.caption);
    // A film cannot be taken home on paper: what it says can.
    case 'video':
      return [...line(plainText(block.title)), ...plainLines(block.transcript, embed)];
  }
}

/** An item: its first words carry the mark or the number, what follows stands on lines of its own. */
function listed(item: readonly Block[], number: number | null, embed: Embed): readonly TicketLine[] {
  const [first, ...rest] = plainLines(item, embed);
  if (!first) return [];
  const begin: TicketLine =
    number === null ? { ...first, mark: 'station' } : { ...first, text: bounded(`${number}. ${first.text}`) };
  return [begin, ...rest];
}

function below(blocks: readonly Block[], embed: Embed): string {
  return plainLines(blocks, embed)
    .map(({ text, note }) => (note === undefined ? text : `${text} ${note}`))
    .join('\n');
}
