import type { Inline } from '../../model/block.ts';

/** Running text in one canonical form: spaces single, none at its edges or just inside bold, emphasis and links. */
export function tidy(content: readonly Inline[]): Inline[] {
  const pieces = collapsed(hoisted(content), { pending: false, begun: false });
  return pieces.filter((piece) => piece.type !== 'text' || piece.text !== '');
}

/** True when two contents are the same to a reader: same letters, same markup, whatever their spaces. */
export function sameContent(a: readonly Inline[], b: readonly Inline[]): boolean {
  return contentKey(a) === contentKey(b);
}

/** A content as one string that is the same for the same content. */
export function contentKey(content: readonly Inline[]): string {
  return JSON.stringify(tidy(content)).normalize('NFC');
}

/** True when there is nothing to read. */
export function isEmpty(content: readonly Inline[]): boolean {
  return tidy(content).length === 0;
}

const SPACES = '[ \\t\\r\\n]+';
const LEADING = new RegExp(`^${SPACES}`);
const TRAILING = new RegExp(`${SPACES}$`);

/** Spaces at the edges of bold, emphasis and links moved out of them; Markdown cannot hold them inside. */
function hoisted(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const piece of content) {
    if (!('children' in piece)) {
      add(result, piece);
      continue;
    }
    const children = hoisted(piece.children);
    const first = children[0];
    const before = first?.type === 'text' && LEADING.test(first.text);
    if (first?.type === 'text') children[0] = { type: 'text', text: first.text.replace(LEADING, '') };
    const last = children.at(-1);
    const after = last?.type === 'text' && TRAILING.test(last.text);
    if (last?.type === 'text')
      children[children.length - 1] = { type: 'text', text: last.text.replace(TRAILING, '') };
    if (before) add(result, { type: 'text', text: ' ' });
    add(result, {
      ...piece,
      children: children.filter((child) => child.type !== 'text' || child.text !== ''),
    });
    if (after) add(result, { type: 'text', text: ' ' });
  }
  return result;
}

function add(list: Inline[], piece: Inline): void {
  const last = list.at(-1);
  if (piece.type === 'text' && last?.type === 'text') {
    list[list.length - 1] = { type: 'text', text: last.text + piece.text };
  } else list.push(piece);
}

/** `pending`: a space was seen and is written once more words follow; `begun`: words were written in this line. */
type Spacing = { pending: boolean; begun: boolean };

function collapsed(content: readonly Inline[], spacing: Spacing): Inline[] {
  const result: Inline[] = [];
  for (const piece of content) {
    if (piece.type === 'text') {
      add(result, { type: 'text', text: collapsedText(piece.text, spacing) });
    } else if (piece.type === 'break') {
      Object.assign(spacing, { pending: false, begun: false });
      result.push(piece);
    } else {
      // The edges of a marked piece have no spaces any more: what is pending belongs before it.
      if (spacing.pending && spacing.begun) add(result, { type: 'text', text: ' ' });
      spacing.pending = false;
      result.push({ ...piece, children: collapsed(piece.children, spacing) });
    }
  }
  return result.filter((piece) => piece.type !== 'text' || piece.text !== '');
}

function collapsedText(text: string, spacing: Spacing): string {
  let result = '';
  for (const part of text.split(/([ \t\r\n]+)/)) {
    if (part === '') continue;
    if (LEADING.test(part)) spacing.pending = true;
    else {
      if (spacing.pending && spacing.begun) result += ' ';
      Object.assign(spacing, { pending: false, begun: true });
      result += part;
    }
  }
  return result;
}
