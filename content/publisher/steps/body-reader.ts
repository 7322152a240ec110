import type { Language } from '../../model/names.ts';
import type { Words } from '../messages.ts';
import { lineAndColumn, type Problem, problemAt } from '../problem.ts';
import type { MediaFacts } from './media.ts';
import type { PlacedMark, ShapeMark } from './shape.ts';
import type { DocumentFile } from './sort-files.ts';

/** Anything with a place in a Markdown file. */
type Placed = {
  readonly position?:
    | {
        readonly start: {
          readonly line: number;
          readonly column: number;
          readonly offset?: number | undefined;
        };
        readonly end: {
          readonly line: number;
          readonly column: number;
          readonly offset?: number | undefined;
        };
      }
    | undefined;
};

/** What has to be known of the rest of the guide to read the body of one file. */
export type BodyContext = {
  readonly ids: ReadonlySet<string>;
  readonly media: ReadonlyMap<string, MediaFacts>;
  /** Undefined when `guide.yaml` cannot be read. */
  readonly themes: readonly string[] | undefined;
};

/** One Markdown body while it is turned into blocks: where it comes from, and what was noticed on the way. */
export class BodyReader {
  readonly file: DocumentFile;
  readonly language: Language;
  readonly ids: ReadonlySet<string>;
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly themes: readonly string[] | undefined;
  readonly problems: Problem[] = [];
  /** The order of things, for the comparison of languages. */
  readonly marks: PlacedMark[] = [];
  readonly usedMedia = new Set<string>();
  /** True when something could not be turned into a block because a file beside this one is wrong. */
  incomplete = false;
  /** How many ::: are still to come that close nothing because of a mistake already reported. */
  closingsToCome = 0;
  headings = 0;
  questions = 0;
  films = 0;
  /** True while the text that stands for a film is read. */
  insideFilm = false;

  constructor(file: DocumentFile, context: BodyContext) {
    this.file = file;
    this.language = file.language;
    this.ids = context.ids;
    this.media = context.media;
    this.themes = context.themes;
  }

  /** Notes a problem where something begins. */
  report(node: Placed, words: Words): void {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    this.problems.push(problemAt({ file: this.file.path, line, column }, words));
  }

  /** Notes a problem at a text inside something, or where that begins if the text is not found. */
  reportAtText(node: Placed, text: string, words: Words): void {
    const start = node.position?.start.offset;
    const index = start === undefined ? -1 : this.source(node).indexOf(text);
    if (start === undefined || index < 0) this.report(node, words);
    else {
      const place = lineAndColumn(this.file.text, start + index);
      this.problems.push(problemAt({ file: this.file.path, ...place }, words));
    }
  }

  /** Notes a thing for the comparison of languages. */
  mark(node: Placed, mark: ShapeMark): void {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    this.marks.push({ mark, line, column });
  }

  /** Notes where a list or block ends, for the comparison of languages. */
  markEnd(node: Placed, of: string): void {
    const { line, column } = node.position?.end ?? { line: 1, column: 1 };
    this.marks.push({ mark: { type: 'end', of }, line, column });
  }

  /** What the author wrote for a node, signs included. */
  source(node: Placed): string {
    const { start, end } = node.position ?? {};
    return this.file.text.slice(start?.offset ?? 0, end?.offset ?? 0);
  }
}
