import type { Heading, Link, List, ListItem, Root, RootContent } from 'mdast';
import type { ChecklistDocument, ChecklistGroup, ChecklistItem } from '../../model/document.ts';
import { plainText } from '../../model/plain-text.ts';
import * as say from '../messages.ts';
import { checkHeading, checkHeadingWords, toBlocks } from './blocks.ts';
import type { BodyReader } from './body-reader.ts';
import { type Container, checkContent, checkFrame, opened, titleOf } from './boxed-blocks.ts';
import { isWritten, toInlines } from './inlines.ts';

/** The body of a checklist. */
export type ChecklistBody = Pick<ChecklistDocument, 'intro' | 'groups' | 'next'>;

/** A checklist: an introduction, groups of boxes, perhaps `:::next` at the end. */
export function toChecklist(root: Root, reader: BodyReader): ChecklistBody {
  const nodes = [...root.children];
  const last = nodes.at(-1);
  const ending = last?.type === 'containerDirective' && last.name === 'next' ? last : undefined;
  if (ending !== undefined) nodes.pop();

  const [introduction, ...sections] = cutAtHeadings(nodes);
  const intro = toBlocks(introduction?.content ?? [], reader);
  const groups = sections.map((section, index) => toGroup(section, `g${index + 1}`, reader));
  if (groups.length === 0 && root.children.length > 0) reader.report(nodes[0] ?? root, say.noGroups);
  return { intro, groups, ...(ending === undefined ? {} : { next: toNext(ending, reader) }) };
}

type Section = { readonly heading: Heading | undefined; readonly content: RootContent[] };

/** What stands before the first heading, then each heading with what stands below it. */
function cutAtHeadings(nodes: readonly RootContent[]): Section[] {
  const sections: Section[] = [{ heading: undefined, content: [] }];
  for (const node of nodes) {
    if (node.type === 'heading') sections.push({ heading: node, content: [] });
    else sections.at(-1)?.content.push(node);
  }
  return sections;
}

function toGroup({ heading, content }: Section, anchor: string, reader: BodyReader): ChecklistGroup {
  if (heading === undefined) throw new Error('a group without its heading');
  if (heading.depth === 3) reader.report(heading, say.subheadingInChecklist);
  else checkHeading(heading, reader);
  reader.mark(heading, { type: 'heading', level: 2 });
  const title = toInlines(heading.children, reader);
  checkHeadingWords(heading, plainText(title), reader);

  const at = content.findIndex((node) => node.type === 'list' && node.children.some(isBox));
  const list = content[at];
  if (list?.type !== 'list') {
    // A list there is, but its boxes are spelled wrongly: say so where they stand.
    const first = content.findIndex((node) => node.type === 'list');
    const meant = content[first];
    if (meant?.type === 'list' && first === content.length - 1) {
      toBlocks(content.slice(0, first), reader);
      return { anchor, title, intro: [], items: toItems(meant, anchor, reader) };
    }
    reader.report(heading, say.groupWithoutBoxes);
    toBlocks(content, reader);
    return { anchor, title, intro: [], items: [] };
  }
  const intro = toBlocks(content.slice(0, at), reader);
  const items = toItems(list, anchor, reader);
  for (const node of content.slice(at + 1)) {
    if (node.type === 'containerDirective' && node.name === 'next') reader.report(node, say.nextNotLast);
    else {
      reader.report(node, say.afterBoxes);
      break;
    }
  }
  return { anchor, title, intro, items };
}

function isBox(item: ListItem): boolean {
  return typeof item.checked === 'boolean';
}

function toItems(list: List, group: string, reader: BodyReader): ChecklistItem[] {
  reader.mark(list, { type: 'boxes', items: list.children.length });
  const items = list.children.map((item, index) => toItem(item, `${group}-${index + 1}`, reader));
  reader.markEnd(list, 'boxes');
  return items;
}

function toItem(item: ListItem, anchor: string, reader: BodyReader): ChecklistItem {
  reader.mark(item, { type: 'item' });
  if (!isBox(item)) reader.report(item, say.itemWithoutBox);
  else if (item.checked === true) reader.report(item, say.tickedBox);
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') {
    if (isBox(item)) reader.report(item, say.itemWithoutWords);
    return { anchor, text: [], help: toBlocks(rest, reader) };
  }
  const text = toInlines(first.children, reader);
  const link = onlyLink(rest.at(-1), reader);
  if (link === undefined) return { anchor, text, help: toBlocks(rest, reader) };
  const help = toBlocks(rest.slice(0, -1), reader);
  return { anchor, text, help, ...itemLink(link, reader) };
}

/** The link of a paragraph that holds nothing else: it becomes the link of its item. */
function onlyLink(node: RootContent | undefined, reader: BodyReader): Link | undefined {
  if (node?.type !== 'paragraph') return undefined;
  const [link, ...others] = node.children;
  return link?.type === 'link' && others.length === 0 && isWritten(link, reader) ? link : undefined;
}

function itemLink(link: Link, reader: BodyReader): Pick<ChecklistItem, 'link'> {
  reader.mark(link, { type: 'item-link', to: link.url });
  const [inline] = toInlines([link], reader);
  return inline?.type === 'link' ? { link: inline.to } : {};
}

function toNext(node: Container, reader: BodyReader): NonNullable<ChecklistBody['next']> {
  checkFrame(node, reader);
  const { label, content } = opened(node);
  reader.mark(node, { type: 'next' });
  const title = titleOf(node, label, reader);
  const blocks = toBlocks(content, reader);
  checkContent(node, content, reader);
  reader.markEnd(node, 'next');
  return { title, blocks };
}
