import { readScroll, restoreScroll } from '../../navigation/scroll-anchor.ts';
import type { PageScroll } from '../link.ts';

/** Scroll positions this close, in CSS pixels, are the same: browsers round them. */
const SAME_PX = 2;

/** Watches how far the screen is scrolled, and scrolls it as far as another page is, block by block. */
export function scrollTogether(onScrolled: (scroll: PageScroll) => void) {
  let led: number | null = null;
  let asked = false;

  const tell = (area: HTMLElement): void => {
    asked = false;
    const wasLed = led !== null && Math.abs(area.scrollTop - led) < SAME_PX;
    led = null;
    if (wasLed) return;
    const room = area.scrollHeight - area.clientHeight;
    onScrolled({ block: readScroll(area), part: room > 0 ? area.scrollTop / room : 0 });
  };
  addEventListener(
    'scroll',
    ({ target }) => {
      if (asked || !(target instanceof HTMLElement) || target !== scrolledArea()) return;
      asked = true;
      requestAnimationFrame(() => tell(target));
    },
    { capture: true, passive: true },
  );

  return {
    /** Scrolls as far as another page is scrolled. */
    follow: ({ block, part }: PageScroll): void => {
      const area = scrolledArea();
      if (!area) return;
      if (block) restoreScroll(area, block);
      else area.scrollTop = part * (area.scrollHeight - area.clientHeight);
      led = area.scrollTop;
    },
  };
}

/** The part of a screen that scrolls: every screen has at most one, and it is its main part. */
function scrolledArea(): HTMLElement | null {
  return document.querySelector('main');
}
