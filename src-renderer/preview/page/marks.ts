import { TITLE_MARK } from '../../../content/model/preview.ts';
import { ANCHOR_ATTRIBUTE } from '../../navigation/scroll-anchor.ts';
import type { Mark } from '../link.ts';
import './marks.css';

/** The attribute of a marked block; its value is the level. */
const MARKED = 'data-preview-mark';

/** Marks blocks of the screen over and over again, whatever is painted anew beneath. */
export function markBlocks() {
  let marks: readonly Mark[] = [];
  let told = '';

  const apply = (): void => {
    const wanted = new Map<Element, Mark['level']>();
    // Where something has to be put right, what may be put right can wait.
    for (const level of ['warning', 'error'] as const) {
      for (const mark of marks) {
        const element = mark.level === level ? elementOf(mark.at) : null;
        if (element) wanted.set(element, level);
      }
    }
    for (const element of document.querySelectorAll(`[${MARKED}]`)) {
      if (!wanted.has(element)) element.removeAttribute(MARKED);
    }
    for (const [element, level] of wanted) {
      if (element.getAttribute(MARKED) !== level) element.setAttribute(MARKED, level);
    }
  };
  new MutationObserver(apply).observe(document.body, { childList: true, subtree: true });

  const look = (at: string): void => {
    elementOf(at)?.scrollIntoView({ block: 'center' });
  };
  return {
    /** Marks these and no others; what is newly to be put right comes into sight. */
    set: (next: readonly Mark[]): void => {
      marks = next;
      apply();
      const errors = next.filter(({ level }) => level === 'error');
      const name = JSON.stringify(errors);
      const first = errors[0];
      if (first && name !== told) look(first.at);
      told = name;
    },
    look,
  };
}

function elementOf(at: string): Element | null {
  return at === TITLE_MARK
    ? document.querySelector('h1')
    : document.querySelector(`[${ANCHOR_ATTRIBUTE}="${CSS.escape(at)}"]`);
}
