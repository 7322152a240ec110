import { useLayoutEffect, useState } from 'react';
import type { Size } from './arrangement.ts';

/** The size of an element's content, kept true while the window changes. */
export function useRoom(element: HTMLElement | null): Size {
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
