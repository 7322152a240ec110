import { type RefObject, useLayoutEffect } from 'react';

/** Where on the screen the eye is taken to read, as a part of the area's height. */
const READING_HEIGHT = 0.62;

/**
 * Fills the line beside a text as far as it has been read and marks the stations that were passed. Writes to the
 * elements directly: a frame while scrolling must not wait for React. `content` names what is shown.
 */
export function useTravelledLine(
  area: RefObject<HTMLElement | null>,
  journey: RefObject<HTMLElement | null>,
  content: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words lie at other heights
  useLayoutEffect(() => {
    const scrolled = area.current;
    const line = journey.current;
    if (!scrolled || !line) return;
    let frame = 0;
    const draw = () => {
      frame = 0;
      const atEnd = scrolled.scrollTop + scrolled.clientHeight >= scrolled.scrollHeight - 2;
      const eye = scrolled.getBoundingClientRect().top + scrolled.clientHeight * READING_HEIGHT;
      const travelled = atEnd ? line.offsetHeight : Math.max(0, eye - line.getBoundingClientRect().top);
      const part = Math.min(1, travelled / Math.max(1, line.offsetHeight));
      // On the drawn line alone: a property of the whole text would be handed down to each of its words.
      line.querySelector<HTMLElement>('.journey__line')?.style.setProperty('--travelled', String(part));
      for (const station of line.querySelectorAll<HTMLElement>('[data-station]')) {
        station.toggleAttribute('data-passed', station.offsetTop < travelled);
      }
    };
    const onChange = () => {
      if (!frame) frame = requestAnimationFrame(draw);
    };
    draw();
    scrolled.addEventListener('scroll', onChange, { passive: true });
    const sizes = new ResizeObserver(onChange);
    sizes.observe(line);
    return () => {
      cancelAnimationFrame(frame);
      scrolled.removeEventListener('scroll', onChange);
      sizes.disconnect();
    };
  }, [area, journey, content]);
}
