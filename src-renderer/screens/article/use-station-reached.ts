import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useStill } from '../../ui/use-still.ts';

/** How far below the upper edge a station counts as reached, as a part of the area's height. */
const REACHED_AT = 0.35;

/** Which of these stations the visitor has reached in a scrolled area, and how to go to one of them. */
export function useStationReached(
  area: RefObject<HTMLElement | null>,
  anchors: readonly string[],
): { readonly current: string | null; readonly goTo: (anchor: string) => void } {
  const [current, setCurrent] = useState<string | null>(null);
  const still = useStill();
  const names = anchors.join(' ');

  useEffect(() => {
    const scrolled = area.current;
    if (!scrolled || names === '') return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = scrolled.getBoundingClientRect().top;
      const atEnd =
        scrolled.scrollTop > 0 && scrolled.scrollTop + scrolled.clientHeight >= scrolled.scrollHeight - 2;
      const reach = top + scrolled.clientHeight * REACHED_AT;
      const reached = names
        .split(' ')
        .filter(
          (anchor) =>
            atEnd || (stationIn(scrolled, anchor)?.getBoundingClientRect().top ?? Infinity) <= reach,
        );
      setCurrent(reached.at(-1) ?? null);
    };
    const onScroll = () => {
      if (!frame) frame = requestAnimationFrame(look);
    };
    look();
    scrolled.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scrolled.removeEventListener('scroll', onScroll);
    };
  }, [area, names]);

  const goTo = useCallback(
    (anchor: string) => {
      if (!area.current) return;
      const behavior = still ? 'instant' : 'smooth';
      stationIn(area.current, anchor)?.scrollIntoView({ block: 'start', behavior });
    },
    [area, still],
  );
  return { current, goTo };
}

function stationIn(area: HTMLElement, anchor: string): HTMLElement | null {
  return area.querySelector<HTMLElement>(`[data-station="${CSS.escape(anchor)}"]`);
}
