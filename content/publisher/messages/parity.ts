import { assertNever } from '../../model/assert-never.ts';
import type { ShapeMark } from '../steps/shape.ts';
import { counted, languageName, type Words } from './words.ts';

/** One side of a document, for messages that compare two of them. */
export type Side = { readonly file: string; readonly language: string; readonly line: number };

/** The first place where two languages have different blocks. */
export function differentShape(
  here: Side & { readonly mark: ShapeMark | undefined },
  there: Side & { readonly mark: ShapeMark | undefined },
): Words {
  return {
    rule: 'different-shape',
    what:
      `The ${languageName(here.language)} and ${languageName(there.language)} texts stop matching here: ` +
      `line ${here.line} of ${here.file} has ${markWords(here.mark)}, ` +
      `line ${there.line} of ${there.file} has ${markWords(there.mark)}.`,
    why: 'A visitor who changes language stays at the same place, so all languages need the same blocks in the same order.',
    todo: 'Add what is missing on one side, or take out what is too much on the other; the words themselves are free.',
  };
}

/** A detail on top of the text that has to be the same in every language. */
export function differentDetail(
  key: string,
  here: Side & { readonly value: string | undefined },
  there: Side & { readonly value: string | undefined },
): Words {
  return {
    rule: 'different-detail',
    what:
      `"${key}" is not the same in both languages: ` +
      `${here.value ?? 'nothing'} on line ${here.line} of ${here.file}, ` +
      `${there.value ?? 'nothing'} on line ${there.line} of ${there.file}.`,
    why: 'It belongs to the document, whatever the language.',
    todo: 'Write the same in both files.',
  };
}

/** A block as people would call it. */
function markWords(mark: ShapeMark | undefined): string {
  if (mark === undefined) return 'the end of the text';
  switch (mark.type) {
    case 'heading':
      return `a heading "${'#'.repeat(mark.level)}"`;
    case 'paragraph':
      return 'a paragraph';
    case 'list':
      return `a list with ${mark.ordered ? 'numbers' : 'dashes'} and ${counted(mark.items, 'item')}`;
    case 'steps':
      return `":::steps" with ${counted(mark.items, 'step')}`;
    case 'boxes':
      return `a list of ${counted(mark.items, 'box', 'boxes')} to tick`;
    case 'item':
      return 'the next item of a list';
    case 'tip':
    case 'warning':
    case 'question':
    case 'contact':
    case 'video':
    case 'next':
      return `":::${mark.type}"`;
    case 'image':
      return `the image ${mark.media}`;
    case 'link':
      return `a link to ${mark.to}`;
    case 'item-link':
      return `an item that ends with nothing but a link to ${mark.to}`;
    case 'checklist':
      return `"::checklist" with ${mark.to || 'no id'}`;
    case 'events': {
      const { eventType, theme } = mark;
      const details = [eventType && `type=${eventType}`, theme && `theme=${theme}`].filter(Boolean);
      return `"::events" ${details.length === 0 ? 'of all sorts' : `with ${details.join(' ')}`}`;
    }
    case 'end':
      return `the end of the ${mark.of}`;
    default:
      return assertNever(mark);
  }
}
