import type { Nodes, Parent, PhrasingContent, Root } from 'mdast';
import { frontMatterOf, isTranslated } from '../../../model/front-matter.ts';
import type { Place } from '../../problem.ts';
import type { DocumentSide } from '../read-document.ts';

/** What a piece of text is for. */
export type PassageKind =
  | 'title'
  | 'summary'
  | 'detail'
  | 'heading'
  | 'label'
  | 'paragraph'
  | 'alt'
  | 'caption';

/** A link in a passage: its words and where it begins in the file. */
export type PassageLink = { readonly words: string; readonly place: Place };

/** One piece of text as a visitor reads or hears it, in one line and with straight signs. */
export type Passage = {
  readonly kind: PassageKind;
  readonly text: string;
  readonly links: readonly PassageLink[];
  /** Where a position of the text stands in the file. */
  readonly placeAt: (offset: number) => Place;
  /** For an item of a checklist: true. */
  readonly box: boolean;
};

/** The title of one language of a document; undefined when it has none. */
export function titleOf(side: DocumentSide): Passage | undefined {
  return topPassages(side).find(({ kind }) => kind === 'title');
}

/** Every passage of one language of a document, from top to bottom. */
export function passagesOf(side: DocumentSide): Passage[] {
  return [...topPassages(side), ...(side.root === undefined ? [] : bodyPassages(side.root, side.file))];
}

function topPassages({ front, locate }: DocumentSide): Passage[] {
  if (front === undefined) return [];
  const one = (kind: PassageKind, key: string): Passage[] => {
    const value: unknown = Reflect.get(front, key);
    if (typeof value !== 'string') return [];
    const place = locate([key]);
    return [{ kind, text: plain(value), links: [], placeAt: () => place, box: false }];
  };
  return Object.entries(frontMatterOf[front.kind].shape).flatMap(([key, field]) => {
    if (key === 'title' || key === 'summary') return one(key, key);
    // Nobody reads the keywords: they are single words of everyday speech, for the search alone.
    if (key === 'keywords') return [];
    return isTranslated(field) ? one('detail', key) : [];
  });
}

type File = { readonly path: string; readonly text: string };

function bodyPassages(root: Root, file: File): Passage[] {
  const lines = file.text.split('\n');
  const passages: Passage[] = [];
  const visit = (node: Nodes, parent: Nodes | undefined): void => {
    if (node.type === 'heading') passages.push(running('heading', node, parent, file, lines));
    else if (node.type === 'paragraph') {
      const kind = node.data?.directiveLabel === true ? 'label' : 'paragraph';
      const passage = running(kind, node, parent, file, lines);
      if (passage.text.trim() !== '') passages.push(passage);
      for (const child of node.children) if (child.type === 'image') visit(child, node);
    } else if (node.type === 'image') {
      const place = placeOf(node, file);
      for (const [kind, words] of [
        ['alt', node.alt],
        ['caption', node.title],
      ] as const) {
        if (words) passages.push({ kind, text: plain(words), links: [], placeAt: () => place, box: false });
      }
    } else if ('children' in node) for (const child of node.children) visit(child, node);
  };
  visit(root, undefined);
  return passages;
}

/** A stretch of a passage, the node it comes from and where it begins in the passage. */
type Piece = { readonly start: number; readonly value: string; readonly node: PhrasingContent };

function running(
  kind: PassageKind,
  node: Parent,
  parent: Nodes | undefined,
  file: File,
  lines: readonly string[],
): Passage {
  const pieces: Piece[] = [];
  const links: PassageLink[] = [];
  let text = '';
  const add = (value: string, from: PhrasingContent): void => {
    pieces.push({ start: text.length, value, node: from });
    text += value;
  };
  const collect = (nodes: readonly PhrasingContent[]): void => {
    for (const child of nodes) {
      if (child.type === 'text' || child.type === 'inlineCode') add(child.value, child);
      else if (child.type === 'break') add(' ', child);
      else if ('children' in child) {
        const before = text.length;
        collect(child.children);
        if (child.type === 'link') {
          links.push({ words: plain(text.slice(before)), place: placeOf(child, file) });
        }
      }
    }
  };
  collect(node.children as readonly PhrasingContent[]);
  return {
    kind,
    text: plain(text),
    links,
    placeAt: (offset) => placeIn(pieces, offset, node, file, lines),
    box: parent?.type === 'listItem' && typeof parent.checked === 'boolean' && parent.children[0] === node,
  };
}

function placeOf(node: Nodes | Parent, file: File): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { file: file.path, line, column };
}

/** The words of the source are those of the tree but for indents and signs such as `\*`; so each is looked up on its line. */
function placeIn(
  pieces: readonly Piece[],
  offset: number,
  whole: Parent,
  file: File,
  lines: readonly string[],
): Place {
  const piece = pieces.findLast(({ start }) => start <= offset);
  const start = piece?.node.position?.start;
  if (piece === undefined || start === undefined) return placeOf(whole, file);
  const before = piece.value.slice(0, offset - piece.start).split('\n');
  const line = start.line + before.length - 1;
  const rest = piece.value.slice(offset - piece.start).split('\n')[0] ?? '';
  const from = before.length === 1 ? start.column - 1 + (before[0] ?? '').length : 0;
  const found = (lines[line - 1] ?? '').indexOf(rest.trimEnd(), from);
  return { file: file.path, line, column: (found < 0 ? from : found) + 1 };
}

/** One line with straight apostrophes and plain spaces; as long as before, so that positions stay right. */
export function plain(text: string): string {
  return text.replace(/[\n\t\u00a0\u202f]/g, ' ').replace(/[’‘]/g, "'");
}
