import { diffArrays } from 'diff';
import type { ListItem, RootContent } from 'mdast';
import { TITLE_MARK } from '../../model/preview.ts';
import type { DocumentSide } from '../steps/read-document.ts';

/** A block of a text: the anchor it has on the screen, its lines (from 1) in the file, and how it is written. */
export type Landmark = {
  readonly anchor: string;
  readonly line: number;
  readonly end: number;
  readonly written: string;
};

/** The blocks of one language of a document from top to bottom, with the anchors the visitor's page gives them. */
export function landmarksOf({ root, file }: Pick<DocumentSide, 'root' | 'file'>): readonly Landmark[] {
  if (root === undefined) return [];
  const at = (anchor: string, node: RootContent | ListItem): Landmark => {
    const { start, end } = node.position ?? { start: { line: 1, offset: 0 }, end: { line: 1, offset: 0 } };
    const written = file.text.slice(start.offset ?? 0, end.offset ?? 0);
    return { anchor, line: start.line, end: end.line, written };
  };
  if (file.kind !== 'checklist') return root.children.map((node, index) => at(`b${index}`, node));

  const landmarks: Landmark[] = [];
  let group = 0;
  let before = 0;
  for (const node of root.children) {
    if (node.type === 'heading') {
      group++;
      before = 0;
      landmarks.push(at(`g${group}`, node));
    } else if (node.type === 'containerDirective' && node.name === 'next') landmarks.push(at('next', node));
    else if (node.type === 'list' && group > 0 && node.children.some(isBox)) {
      landmarks.push(...node.children.map((item, index) => at(`g${group}-${index + 1}`, item)));
    } else landmarks.push(at(group === 0 ? `i${before++}` : `g${group}i${before++}`, node));
  }
  return landmarks;
}

function isBox(item: ListItem): boolean {
  return typeof item.checked === 'boolean';
}

/**
 * The anchor of the block on screen that a line of the file concerns. `now` are the blocks of the file as it is, `shown`
 * those of the version on the screen: what was changed stands for what it was before, what is new for the block above.
 */
export function markOf(
  line: number | null,
  now: readonly Landmark[],
  shown: readonly Landmark[],
): string | null {
  const here = line === null ? -1 : now.findLastIndex((block) => block.line <= line);
  if (here < 0) return TITLE_MARK;
  return partners(now, shown)[here] ?? null;
}

/** For each block as it is, the anchor of its partner among those on the screen. */
function partners(now: readonly Landmark[], shown: readonly Landmark[]): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let at = 0;
  let gone: Landmark[] = [];
  const parts = diffArrays([...shown], [...now], { comparator: (a, b) => a.written === b.written });
  for (const { added, removed, value } of parts) {
    if (removed) {
      gone = [...value];
      at += value.length;
    } else if (added) {
      for (const _ of value) found.push(gone.shift()?.anchor ?? shown[at - 1]?.anchor ?? TITLE_MARK);
      gone = [];
    } else {
      gone = [];
      for (const _ of value) found.push(shown[at++]?.anchor);
    }
  }
  return found;
}
