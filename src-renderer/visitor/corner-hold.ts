import { CORNERS_HELD_MS } from '../../src-main/contract/staff.ts';

/** How far from its corner a finger may lie, in millimetres: about the width of a hand. */
const CORNER_MM = 40;

/** A finger on the screen, in CSS pixels. */
export type Finger = { readonly x: number; readonly y: number };

/** Width and height of the screen in CSS pixels, and how many of them are a millimetre. */
export type Panel = { readonly width: number; readonly height: number; readonly pixelsPerMm: number };

/** True when two fingers, and no third, lie in two corners that face each other. */
export function holdsOppositeCorners(
  fingers: readonly Finger[],
  { width, height, pixelsPerMm }: Panel,
): boolean {
  const [one, other] = fingers;
  if (one === undefined || other === undefined || fingers.length !== 2) return false;
  // On a small screen the corners must not meet.
  const reach = Math.min(CORNER_MM * pixelsPerMm, width / 4, height / 4);
  const corner = ({ x, y }: Finger) => {
    const side = x <= reach ? 'left' : x >= width - reach ? 'right' : null;
    const end = y <= reach ? 'top' : y >= height - reach ? 'bottom' : null;
    return side === null || end === null ? null : { side, end };
  };
  const [first, second] = [corner(one), corner(other)];
  return first !== null && second !== null && first.side !== second.side && first.end !== second.end;
}

/**
 * Calls back when two opposite corners have been held long enough. It only looks: what the touches do otherwise is none of its
 * business, and a touch with a second finger has never been a tap (`accidental-touches.ts`). For the life of the page.
 */
export function watchCorners(pixelsPerMm: number, onHeld: () => void): void {
  const fingers = new Map<number, Finger>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    const panel = { width: innerWidth, height: innerHeight, pixelsPerMm };
    if (!holdsOppositeCorners([...fingers.values()], panel)) {
      clearTimeout(timer);
      timer = undefined;
    } else timer ??= setTimeout(onHeld, CORNERS_HELD_MS);
  };
  const follow = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    look();
  };
  const lift = (event: PointerEvent) => {
    if (fingers.delete(event.pointerId)) look();
  };
  const options = { capture: true, passive: true } as const;
  addEventListener('pointerdown', follow, options);
  addEventListener(
    'pointermove',
    (event) => {
      if (fingers.has(event.pointerId)) follow(event);
    },
    options,
  );
  addEventListener('pointerup', lift, options);
  addEventListener('pointercancel', lift, options);
}
