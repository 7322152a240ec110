import type { Inline } from './block.ts';

// Beside `block.ts` and not in it: the search worker reads texts and validates none, and need not carry the validators.

/** The words of running text without their markup, for screen readers, search and messages. */
export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return child.text;
        case 'break':
          return ' ';
        default:
          return plainText(child.children);
      }
    })
    .join('');
}
