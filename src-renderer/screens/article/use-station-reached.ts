import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useStill } from '../../ui/use-still.ts';

/** How far below the upper edge a station counts as reached, as a part of the area's height. */
const REACHED_AT = 0.35;

/** A hand that moves the page, as against a page that is taken somewhere. */
const BY_HAND = ['pointerdown', 'wheel', 'keydown'] as const;

/**
 * Which of these stations the visitor has reached in a scrolled area, and how to go to one of them. The one gone to counts
 * until a hand moves the page: near the end of a page several stations are in sight, and the last of them would always win.
 */
export function useStationReached(
  area: RefObject<HTMLElement | null>,
  anchors: readonly string[],
): { readonly current: string | null; readonly goTo: (anchor: string) => void } {
  const [current, setCurrent] = useState<string | null>(null);
  const goneTo = useRef<string | null>(null);
  const still = useStill();
  const names = anchors.join(' ');

  useEffect(() => {
    const scrolled = area.current;
    if (!scrolled || names === '') return;
    let frame = 0;
    const look = () => {
      frame = 0;
      setCurrent(goneTo.current ?? reachedIn(scrolled, names.split(' ')));
    };
    const onScroll = () => {
      if (!frame) frame = requestAnimationFrame(look);
    };
    const onHand = () => {
      goneTo.current = null;
    };
    look();
    scrolled.addEventListener('scroll', onScroll, { passive: true });
    for (const sign of BY_HAND) scrolled.addEventListener(sign, onHand, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scrolled.removeEventListener('scroll', onScroll);
      for (const sign of BY_HAND) scrolled.removeEventListener(sign, onHand);
    };
  }, [area, names]);

  const goTo = useCallback(
    (anchor: string) => {
      if (!area.current) return;
      goneTo.current = anchor;
      setCurrent(anchor);
      const behavior = still ? 'instant' : 'smooth';
      stationIn(area.current, anchor)?.scrollIntoView({ block: 'start', behavior });
    },
    [area, still],
  );
  return { current, goTo };
}

/** The last station that has come up far enough; at the very end of the page the last of all. */
function reachedIn(area: HTMLElement, anchors: readonly string[]): string | null {
  const atEnd = area.scrollTop > 0 && area.scrollTop + area.clientHeight >= area.scrollHeight - 2;
  if (atEnd) return anchors.at(-1) ?? null;
  const reach = area.getBoundingClientRect().top + area.clientHeight * REACHED_AT;
  const reached = anchors.filter((anchor) => {
    const top = stationIn(area, anchor)?.getBoundingClientRect().top;
    return top !== undefined && top <= reach;
  });
  return reached.at(-1) ?? null;
}

function stationIn(area: HTMLElement, anchor: string): HTMLElement | null {
  return area.querySelector<HTMLElement>(`[data-station="${CSS.escape(anchor)}"]`);
}
