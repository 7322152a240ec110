import type { Root } from 'mdast';
import type { DocumentKind, PageDocument } from '../../model/document.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { toBlocks } from './blocks.ts';
import { type BodyContext, BodyReader } from './body-reader.ts';
import { type ChecklistBody, toChecklist } from './checklist.ts';
import { type Around, type FrontMatter, readFrontMatter } from './front-matter.ts';
import { parseMarkdown, tooDeep } from './markdown.ts';
import type { PlacedMark } from './shape.ts';
import type { DocumentFile } from './sort-files.ts';
import { templateLeft } from './template-left.ts';
import type { Locate } from './yaml.ts';

/** The body of a document by its kind. */
export type Body =
  | { readonly kind: Exclude<DocumentKind, 'checklist'>; readonly body: PageDocument['body'] }
  | ({ readonly kind: 'checklist' } & ChecklistBody);

/** One language of one document. */
export type DocumentSide = {
  readonly file: DocumentFile;
  /** Undefined when it has problems. */
  readonly front: FrontMatter | undefined;
  readonly locate: Locate;
  /** The text as Markdown; undefined when nobody can tell where it begins. */
  readonly root: Root | undefined;
  /** Undefined when it has problems. */
  readonly body: Body | undefined;
  readonly marks: readonly PlacedMark[];
  readonly usedMedia: ReadonlySet<string>;
  readonly problems: readonly Problem[];
};

/** Reads one Markdown file, front matter and body. */
export function readDocument(file: DocumentFile, around: Around & BodyContext): DocumentSide {
  const { root, frontMatter } = parseMarkdown(file.text);
  const top = { file: file.path, line: 1, column: 1 };
  const nothing = { front: undefined, locate: () => top };
  const unreadable = (problem: Problem): DocumentSide => {
    const unread = { root: undefined, body: undefined, marks: [], usedMedia: new Set<string>() };
    return { file, ...nothing, ...unread, problems: [problem] };
  };
  if (frontMatter === undefined && /^---[ \t]*\n/.test(file.text)) {
    return unreadable(problemAt(top, say.frontMatterNotClosed));
  }
  const deep = tooDeep(root);
  if (deep !== undefined) return unreadable(problemAt({ file: file.path, ...deep }, say.nestedTooDeep));
  const head =
    frontMatter === undefined
      ? { ...nothing, problems: [problemAt(top, say.noFrontMatter)] }
      : readFrontMatter(frontMatter, file, around);

  const reader = new BodyReader(file, around);
  const body: Body =
    file.kind === 'checklist'
      ? { kind: 'checklist', ...toChecklist(root, reader) }
      : { kind: file.kind, body: toBlocks(root.children, reader, file.kind !== 'notice') };
  reader.problems.push(...templateLeft(file));
  if (root.children.length === 0) reader.problems.push(problemAt(wholeFile(file.path), say.emptyDocument));
  return {
    file,
    front: head.front,
    locate: head.locate,
    root,
    body: reader.problems.length === 0 && !reader.incomplete ? body : undefined,
    marks: reader.marks,
    usedMedia: reader.usedMedia,
    problems: [...head.problems, ...reader.problems],
  };
}
