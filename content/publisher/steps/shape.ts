/** One thing in the order of a text that has to be the same in every language. */
export type ShapeMark =
  | { readonly type: 'heading'; readonly level: number }
  | { readonly type: 'paragraph' | 'tip' | 'warning' | 'question' | 'contact' | 'video' | 'next' | 'item' }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: number }
  | { readonly type: 'steps' | 'boxes'; readonly items: number }
  | { readonly type: 'image'; readonly media: string }
  | { readonly type: 'link' | 'item-link' | 'checklist'; readonly to: string }
  | {
      readonly type: 'events';
      readonly eventType: string | undefined;
      readonly theme: string | undefined;
    }
  | { readonly type: 'end'; readonly of: string };

/** A mark and the line it stands on. */
export type PlacedMark = {
  readonly mark: ShapeMark;
  readonly line: number;
  readonly column: number;
};

/** True when two marks match. */
export function sameMark(a: ShapeMark | undefined, b: ShapeMark | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
