import type { Nodes, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** A Markdown file taken apart: its front matter as YAML text, and its tree. */
export type ParsedMarkdown = { readonly root: Root; readonly frontMatter: string | undefined };

/** Parses one Markdown file; never fails, because every text is Markdown of some kind. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const root = parser.parse(text);
  const [first, ...rest] = root.children;
  return first?.type === 'yaml'
    ? { root: { ...root, children: rest }, frontMatter: first.value }
    : { root, frontMatter: undefined };
}

/** How deep a tree can be; a list in a list in a list has a depth of 7. */
const MAX_DEPTH = 24;

/** Where a tree is deeper than anybody can have meant, and too deep for what comes after; undefined where it is not. */
export function tooDeep(root: Root): { line: number; column: number } | undefined {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
    if (level.length === 0) return undefined;
  }
  const { line, column } = level[0]?.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** The character code of `:`. */
const COLON = 58;

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkFrontmatter, ['yaml'])
  .use(withoutTextDirectives)
  .freeze();

/**
 * Of remark-directive we want the blocks only. Its third form, inside a sentence, would take `14:30` and `CV:tips`
 * apart; without it they stay the text they are, whatever stands around them.
 */
function withoutTextDirectives(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const { [COLON]: _, ...text } = extension.text ?? {};
    return { ...extension, text };
  });
}
