import type { Image, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Inline } from '../../model/block.ts';
import { lineAndColumn } from '../problem.ts';
import { MAX_HEADING_CHARACTERS } from '../steps/blocks.ts';
import { opened } from '../steps/boxed-blocks.ts';
import { onlyImage } from '../steps/images.ts';
import { plain, type Text, type TextRole } from './texts.ts';

/** Every text in the body of a Markdown file, from top to bottom; `source` is the file as it is, `root` its tree. */
export function markdownTexts(root: Root, source: string): Text[] {
  const texts: Text[] = [];
  const range = (node: RootContent | ListItem): { start: number; end: number } => ({
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  });

  const running = (
    id: string,
    role: TextRole,
    node: Extract<RootContent, { children: PhrasingContent[] }>,
    place: { readonly in: 'paragraph' | 'heading' | 'label'; readonly start: number; readonly end: number },
  ): void => {
    texts.push({
      id,
      role,
      line: node.position?.start.line ?? 1,
      ...(place.in === 'heading' ? { limit: MAX_HEADING_CHARACTERS } : {}),
      content: inlinesOf(node.children, source),
      slot: { type: 'running', ...place, indent: (node.position?.start.column ?? 1) - 1 },
    });
  };

  const paragraph = (id: string, role: TextRole, node: Paragraph): void => {
    const image = onlyImage(node);
    if (image === undefined) running(id, role, node, { in: 'paragraph', ...range(node) });
    else texts.push(...imageTexts(id, image, source));
  };

  const walk = (nodes: readonly RootContent[], prefix: string, role: TextRole): void => {
    for (const [index, node] of nodes.entries()) {
      const id = `${prefix}${index + 1}`;
      if (node.type === 'paragraph') paragraph(id, role, node);
      else if (node.type === 'heading') {
        const place = headingWords(source.slice(range(node).start, range(node).end), range(node).start);
        if (place !== undefined) running(id, 'heading', node, { in: 'heading', ...place });
      } else if (node.type === 'list') {
        for (const [at, item] of node.children.entries()) {
          const [first, ...rest] = item.children;
          const isBox = typeof item.checked === 'boolean';
          if (first?.type === 'paragraph') paragraph(`${id}.${at + 1}.1`, isBox ? 'box' : 'item', first);
          else if (first !== undefined) walk([first], `${id}.${at + 1}.`, 'item');
          // Numbered from 2 on, behind the words of the item itself.
          for (const [more, child] of rest.entries()) {
            walk([child], `${id}.${at + 1}.${more + 2}.`, isBox ? 'help' : 'item');
          }
        }
      } else if (node.type === 'containerDirective') {
        const { label, content } = opened(node);
        if (label !== undefined) {
          const { start, end } = range(label);
          const place = { in: 'label' as const, start: start + 1, end: end - 1 };
          running(`${id}.title`, node.name === 'question' ? 'question' : 'block-title', label, place);
        }
        walk(content, `${id}.`, 'paragraph');
      }
    }
  };
  walk(root.children, 'b', 'paragraph');
  return texts;
}

/** Running text of Markdown, words as the author wrote them: nothing is set, nothing is checked. */
export function inlinesOf(nodes: readonly PhrasingContent[], source: string): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    switch (node.type) {
      case 'text':
        return [{ type: 'text', text: node.value }];
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: inlinesOf(node.children, source) }];
      case 'link': {
        const children = inlinesOf(node.children, source);
        // An address in the text (www.example.org) is words: the parser made it a link, not the author.
        return /^[[<]/.test(written) ? [{ type: 'link', to: node.url, children }] : children;
      }
      case 'break':
        return [{ type: 'break' }];
      default:
        return [{ type: 'text', text: written }];
    }
  });
}

/** False when there is more in it than words, bold, emphasis, links and line breaks: code, HTML, pictures. */
export function isRunningText(nodes: readonly PhrasingContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text' || node.type === 'break') return true;
    const marked = node.type === 'strong' || node.type === 'emphasis' || node.type === 'link';
    return marked && isRunningText(node.children);
  });
}

/** Where the words of `## Words ##` stand; undefined for a heading of another form. */
function headingWords(written: string, at: number): { start: number; end: number } | undefined {
  const [, signs = '', words] = /^(#{1,6}[ \t]+)([\s\S]*?)(?:[ \t]+#+)?[ \t]*$/.exec(written) ?? [];
  if (words === undefined || words === '') return undefined;
  return { start: at + signs.length, end: at + signs.length + words.length };
}

function imageTexts(id: string, image: Image, source: string): Text[] {
  const at = image.position?.start.offset ?? 0;
  const written = source.slice(at, image.position?.end.offset ?? 0);
  const match =
    /^!\[(?<alt>[\s\S]*)\](?<link>\(\s*(?:<[^>]*>|[^\s)]*))(?<gap>\s+(?<quote>["'(]))?(?<caption>[\s\S]*?)["')]?\s*\)$/d.exec(
      written,
    );
  const [altStart, altEnd] = match?.indices?.groups?.['alt'] ?? [];
  if (altStart === undefined || altEnd === undefined) return [];
  const line = (offset: number): number => lineAndColumn(source, at + offset).line;
  const alt: Text = {
    id: `${id}.alt`,
    role: 'alt',
    line: line(altStart),
    content: plain(image.alt ?? ''),
    slot: { type: 'alt', start: at + altStart, end: at + altEnd },
  };
  const [start, end] = match?.indices?.groups?.['caption'] ?? [];
  if (!image.title || start === undefined || end === undefined) return [alt];
  const quote = match?.groups?.['quote'] ?? '"';
  const caption: Text = {
    id: `${id}.caption`,
    role: 'caption',
    line: line(start),
    content: plain(image.title),
    slot: { type: 'caption', start: at + start, end: at + end, quote },
  };
  return [alt, caption];
}
