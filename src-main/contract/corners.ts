/** How long two opposite corners of the visitor's screen must be held to open the staff page, in milliseconds. */
export const CORNERS_HELD_MS = 3_000;

/** How far from its corner a finger may lie, in millimetres: about the width of a hand. */
const CORNER_MM = 40;

/** Channel on which the static page's preload says that two corners were held; it says nothing else, and nothing is answered. */
export const PREPARING_CORNERS_CHANNEL = 'preparing:corners-held';

/** Beginning of the argument that tells that preload how many pixels are a millimetre. */
export const PIXELS_PER_MM_ARGUMENT = '--openfloor-pixels-per-mm=';

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

/** Two fingers being watched; whoever hears of touches tells it. */
export type CornerWatch = {
  /** A finger has come down or moved. */
  readonly down: (id: number, finger: Finger) => void;
  /** Moves count of fingers that came down before. */
  readonly moved: (id: number, finger: Finger) => void;
  readonly lifted: (id: number) => void;
};

/** What the watch needs of its page. */
export type CornerWatchParts = {
  readonly panel: () => Panel;
  /** Calls back later; answers its own "off". */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Two opposite corners were held long enough. */
  readonly onHeld: () => void;
};

/** Watches fingers until two of them have held opposite corners long enough. */
export function cornerWatch({ panel, after, onHeld }: CornerWatchParts): CornerWatch {
  const fingers = new Map<number, Finger>();
  let stop: (() => void) | null = null;
  const look = () => {
    if (holdsOppositeCorners([...fingers.values()], panel())) stop ??= after(CORNERS_HELD_MS, onHeld);
    else {
      stop?.();
      stop = null;
    }
  };
  const down = (id: number, finger: Finger) => {
    fingers.set(id, finger);
    look();
  };
  return {
    down,
    moved: (id, finger) => {
      if (fingers.has(id)) down(id, finger);
    },
    lifted: (id) => {
      if (fingers.delete(id)) look();
    },
  };
}
