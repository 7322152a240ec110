import { cornerWatch } from '../../src-main/contract/corners.ts';

/**
 * Calls back when two opposite corners have been held long enough. It only looks: what the touches do otherwise is none of its
 * business, and a touch with a second finger has never been a tap (`accidental-touches.ts`). For the life of the page.
 */
export function watchCorners(pixelsPerMm: number, onHeld: () => void): void {
  const watch = cornerWatch({
    panel: () => ({ width: innerWidth, height: innerHeight, pixelsPerMm }),
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    onHeld,
  });
  const follow = (tell: typeof watch.down) => (event: PointerEvent) => {
    if (event.pointerType === 'touch') tell(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const lift = (event: PointerEvent) => watch.lifted(event.pointerId);
  const options = { capture: true, passive: true } as const;
  addEventListener('pointerdown', follow(watch.down), options);
  addEventListener('pointermove', follow(watch.moved), options);
  addEventListener('pointerup', lift, options);
  addEventListener('pointercancel', lift, options);
}
