import { assertNever } from '../../model/assert-never.ts';
import type { Block, Inline } from '../../model/block.ts';
import { plainText } from '../../model/plain-text.ts';

/** How fast a visitor reads at a screen, standing, perhaps in a second language. */
const WORDS_PER_MINUTE = 180;

/** The time it takes to read some blocks, in whole minutes, at least 1. */
export function readingMinutes(blocks: readonly Block[]): number {
  return Math.max(1, Math.round(countWords(blocks) / WORDS_PER_MINUTE));
}

/** How many words some blocks have, captions and titles of boxes included. */
export function countWords(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + wordsOf(block), 0);
}

function wordsOf(block: Block): number {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return wordsIn(block.children);
    case 'list':
    case 'steps':
      return block.items.reduce((sum, item) => sum + countWords(item), 0);
    case 'tip':
    case 'warning':
    case 'contact':
      return wordsIn(block.title) + countWords(block.blocks);
    case 'question':
      return wordsIn(block.question) + countWords(block.answer);
    case 'checklist':
    case 'events':
      return 0;
    case 'image':
      return wordsInText(block.caption ?? '');
    // Its text is what the film says: whoever watches it does not read it as well.
    case 'video':
      return wordsIn(block.title) + Math.round((block.seconds / 60) * WORDS_PER_MINUTE);
    default:
      return assertNever(block);
  }
}

function wordsIn(children: readonly Inline[]): number {
  return wordsInText(plainText(children));
}

/** Signs that stand alone between spaces, as French has them, are no words. */
function wordsInText(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
