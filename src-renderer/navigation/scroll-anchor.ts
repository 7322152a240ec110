import type { Scroll } from './place.ts';

/** Marks what a scroll position can be tied to; the same value in every language of a document. */
export const ANCHOR_ATTRIBUTE = 'data-anchor';

/** How far a scrolled area is read, tied to the block at its upper edge; null at the very top. */
export function readScroll(area: HTMLElement): Scroll | null {
  if (area.scrollTop <= 0) return null;
  const top = area.getBoundingClientRect().top;
  for (const block of area.querySelectorAll<HTMLElement>(`[${ANCHOR_ATTRIBUTE}]`)) {
    const box = block.getBoundingClientRect();
    // Half a pixel of tolerance: fractional layout would otherwise pick the block that has just left.
    if (box.bottom <= top + 0.5) continue;
    const anchor = block.getAttribute(ANCHOR_ATTRIBUTE);
    if (anchor) return { anchor, fraction: (top - box.top) / Math.max(1, box.height) };
  }
  return null;
}

/** Brings a scrolled area back to a reading of {@link readScroll}, also after its words have changed. */
export function restoreScroll(area: HTMLElement, scroll: Scroll | null): void {
  if (!scroll) {
    area.scrollTop = 0;
    return;
  }
  const block = area.querySelector<HTMLElement>(`[${ANCHOR_ATTRIBUTE}="${CSS.escape(scroll.anchor)}"]`);
  if (!block) return;
  const box = block.getBoundingClientRect();
  area.scrollTop += box.top + scroll.fraction * box.height - area.getBoundingClientRect().top;
}
