import type { Inline } from '../../model/block.ts';

/** What a text is to a visitor, so that a translator knows what to write. */
export type TextRole =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'box'
  | 'help'
  | 'block-title'
  | 'question'
  | 'alt'
  | 'caption'
  | 'cue'
  | 'field';

/** Where a text stands in its file, in positions of the file's own letters, and how words are written there. */
export type Slot =
  | {
      readonly type: 'running';
      readonly in: 'paragraph' | 'heading' | 'label';
      readonly start: number;
      readonly end: number;
      /** How many spaces a further line of it begins with. */
      readonly indent: number;
    }
  | { readonly type: 'alt'; readonly start: number; readonly end: number }
  | { readonly type: 'caption'; readonly start: number; readonly end: number; readonly quote: string }
  /** The lines below the times of a caption. */
  | { readonly type: 'cue'; readonly start: number; readonly end: number }
  | {
      readonly type: 'yaml';
      readonly start: number;
      readonly end: number;
      /** Inside `{ }` or `[ ]`. */
      readonly flow: boolean;
      readonly quote: '"' | "'" | undefined;
    }
  /** Behind the last entry of a YAML map: `before` is written first. */
  | {
      readonly type: 'yaml-new';
      readonly start: number;
      readonly end: number;
      readonly flow: boolean;
      readonly before: string;
    };

/** One text of one file that a translator sees. */
export type Text = {
  /** Its place in the file, the same in every language: `title`, `b3.2.1`, `b4.title`, `centre.name`. */
  readonly id: string;
  readonly role: TextRole;
  /** For a field: its name. */
  readonly field?: string;
  /** Line in its file, from 1. */
  readonly line: number;
  /** The most characters it may have. */
  readonly limit?: number;
  /** Undefined when there is a place for it but no words yet. */
  readonly content: readonly Inline[] | undefined;
  readonly slot: Slot;
};

/** Plain words as running text. */
export function plain(text: string): readonly Inline[] {
  return [{ type: 'text', text }];
}
