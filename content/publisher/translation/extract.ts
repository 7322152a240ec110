import { parseMarkdown } from '../steps/markdown.ts';
import type { DocumentFile } from '../steps/sort-files.ts';
import { markdownTexts } from './markdown-texts.ts';
import type { Text } from './texts.ts';
import { frontMatterTexts } from './yaml-texts.ts';

/** Every text of a document file as it is on the disk, front matter first. */
export function documentTexts(source: string, kind: DocumentFile['kind']): Text[] {
  const { root, frontMatter } = parseMarkdown(source);
  const body = markdownTexts(root, source);
  if (frontMatter === undefined) return body;
  // The first line is `---` and nothing else: the details begin behind its end.
  const base = /^---[ \t]*\r?\n?/.exec(source)?.[0].length ?? 0;
  return [...frontMatterTexts(frontMatter, base, source, kind), ...body];
}

/** The letters of a file exactly as they are; a byte order mark stays a letter of its own. Undefined when it is not UTF-8. */
export function exactText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
