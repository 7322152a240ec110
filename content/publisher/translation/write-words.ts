import type { Paragraph, RootContent } from 'mdast';
import { isMap, isScalar, parseDocument } from 'yaml';
import { assertNever } from '../../model/assert-never.ts';
import type { Inline } from '../../model/block.ts';
import { plainText } from '../../model/plain-text.ts';
import { opened } from '../steps/boxed-blocks.ts';
import { onlyImage } from '../steps/images.ts';
import { parseMarkdown } from '../steps/markdown.ts';
import { writeCue } from './caption-texts.ts';
import { inlinesOf, isRunningText } from './markdown-texts.ts';
import type { Slot } from './texts.ts';
import { sameContent, tidy } from './tidy.ts';

/**
 * What has to be written at a place so that it reads back as `content`: first the words as they are, then with a
 * backslash before the signs that mean something. Undefined when there is no way, for instance for bold that begins in
 * the middle of a word with a quotation mark. `careful`: the backslashes at once, because of what stands around it.
 */
export function writeWords(content: readonly Inline[], slot: Slot, careful = false): string | undefined {
  const words = tidy(content);
  switch (slot.type) {
    case 'running': {
      const [before, after] = FRAMES[slot.in];
      const found = (careful ? [escapedWords] : [plainWords, escapedWords]).find((write) =>
        sameContent(readRunning(`${before}${toMarkdown(words, write, '')}${after}`, slot.in), words),
      );
      return found === undefined ? undefined : toMarkdown(words, found, ' '.repeat(slot.indent));
    }
    case 'alt': {
      const alt = plainText(words);
      const reads = (written: string): boolean => readImage(`![${written}](media/x.svg)`)?.alt === alt;
      return [alt, escapedWords(alt, true)].find(reads);
    }
    case 'caption': {
      const caption = plainText(words);
      const close = slot.quote === '(' ? ')' : slot.quote;
      const escaped = caption.replace(/[\\"'()&]/g, '\\$&');
      const reads = (written: string): boolean =>
        readImage(`![x](media/x.svg ${slot.quote}${written}${close})`)?.title === caption;
      return [caption, escaped].find(reads);
    }
    case 'cue':
      return writeCue(words);
    case 'yaml':
      return writeScalar(plainText(words), slot.flow, slot.quote);
    case 'yaml-new': {
      const scalar = writeScalar(plainText(words), slot.flow, undefined);
      return scalar === undefined ? undefined : `${slot.before}${scalar}`;
    }
  }
}

type WriteText = (text: string, atStart: boolean) => string;

const plainWords: WriteText = (text) => text;

/** Signs that can mean something anywhere in a line. */
const SIGNS = /[\\`*_[\]<>&~]/g;
/** What would make a list, a heading, a quotation or a block of the first words. */
const BEGINNINGS = /^(?:[#+\-=:|]|\d{1,9}(?=[.)]))/;

const escapedWords: WriteText = (text, atStart) => {
  const escaped = text.replace(SIGNS, '\\$&');
  if (!atStart) return escaped;
  return escaped
    .replace(BEGINNINGS, (sign) => (/\d/.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
};

/** `indent` is what every further line begins with. */
function toMarkdown(content: readonly Inline[], write: WriteText, indent: string, outermost = true): string {
  return content
    .map((piece, index) => {
      switch (piece.type) {
        case 'text':
          return write(piece.text, outermost && (index === 0 || content[index - 1]?.type === 'break'));
        case 'break':
          return `\\\n${indent}`;
        case 'strong':
          return `**${toMarkdown(piece.children, write, indent, false)}**`;
        case 'emphasis':
          return `*${toMarkdown(piece.children, write, indent, false)}*`;
        case 'link':
          return `[${toMarkdown(piece.children, write, indent, false)}](${piece.to})`;
        default:
          return assertNever(piece);
      }
    })
    .join('');
}

/** The surroundings in which running text is tried. */
const FRAMES = {
  paragraph: ['', '\n'],
  heading: ['## ', '\n'],
  label: [':::tip[', ']\nx\n:::\n'],
} as const;

/** What the only paragraph, heading or label of a Markdown text reads as; nothing when it is something else. */
function readRunning(source: string, where: keyof typeof FRAMES): Inline[] {
  const { children } = parseMarkdown(source).root;
  const [node] = children;
  const holder = children.length > 1 ? undefined : where === 'label' ? labelOf(node) : node;
  if (holder?.type !== (where === 'heading' ? 'heading' : 'paragraph')) return [];
  if (holder.type === 'paragraph' && onlyImage(holder) !== undefined) return [];
  return isRunningText(holder.children) ? inlinesOf(holder.children, source) : [];
}

function labelOf(node: RootContent | undefined): Paragraph | undefined {
  return node?.type === 'containerDirective' ? opened(node).label : undefined;
}

function readImage(source: string) {
  const [node, ...others] = parseMarkdown(source).root.children;
  return node?.type === 'paragraph' && others.length === 0 ? onlyImage(node) : undefined;
}

/** A YAML value: in the quotation marks it had, or without any where that reads as the same words. */
function writeScalar(text: string, flow: boolean, quote: '"' | "'" | undefined): string | undefined {
  const double = JSON.stringify(text);
  const single = `'${text.replaceAll("'", "''")}'`;
  const candidates = quote === '"' ? [double] : quote === "'" ? [single, double] : [text, double];
  return candidates.find((written) => {
    const document = parseDocument(flow ? `{ k: ${written}, z: 1 }` : `k: ${written}\nz: 1\n`);
    const map = document.contents;
    if (document.errors.length + document.warnings.length > 0 || !isMap(map) || map.items.length !== 2)
      return false;
    const value: unknown = map.get('k', true);
    return isScalar(value) && value.value === text && value.anchor === undefined;
  });
}
