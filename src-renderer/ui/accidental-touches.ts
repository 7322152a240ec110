/** How soon after a touch a second one at the same place is still the same touch, in milliseconds: people tap twice out of habit. */
export const TWICE_WITHIN_MS = 300;

/** How long a touch lasts, in milliseconds, for Chromium to make no click of it. */
export const LONG_TOUCH_MS = 500;

/** How far apart two touches of one place can be, in millimetres: as large as the smallest thing to touch. */
const SAME_PLACE_MM = 15;

/** How long a page that has just come on show takes touches for the end of the visit before, in milliseconds. */
export const STILL_THE_LAST_VISIT_MS = 400;

/** A touch that became a click: when (milliseconds of the page's clock), where (CSS pixels), on what. */
export type Tap = {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** The button or field under it; null beside all of them. */
  readonly on: Element | null;
};

/** What a tap is judged by. */
export type TapHistory = {
  readonly before: Tap | null;
  /** When this page came on show. */
  readonly shownAt: number;
  readonly pixelsPerMm: number;
};

/**
 * True for a tap that nobody meant: the second of a double tap when it would undo the first, or would hit what has come
 * under the finger since; and the second touch on "I'm done", which the next visit's page gets.
 */
export function isAccident(tap: Tap, { before, shownAt, pixelsPerMm }: TapHistory): boolean {
  if (tap.at - shownAt < STILL_THE_LAST_VISIT_MS) return true;
  if (before === null || tap.at - before.at >= TWICE_WITHIN_MS) return false;
  if (Math.hypot(tap.x - before.x, tap.y - before.y) > SAME_PLACE_MM * pixelsPerMm) return false;
  if (before.on === null) return false;
  // What the first tap hit is gone: the screen has changed under the finger. (Neighbouring keys of a keyboard stay.)
  return !before.on.isConnected || (tap.on === before.on && isToggle(before.on));
}

/** Things that go on and off: two touches are none. */
function isToggle(element: Element): boolean {
  return element.matches('[aria-pressed], [aria-expanded], [aria-checked], :has(> input[type="checkbox"])');
}

/**
 * Keeps taps that nobody meant from doing anything, and lets a long touch on a button do what a short one does: whoever
 * hesitates has still touched it. From now on and for the life of the page; `onShown` tells when it comes on show after another.
 */
export function guardTouches(pixelsPerMm: number, onShown: (shown: () => void) => void = () => {}): void {
  let before: Tap | null = null;
  let shownAt = Number.NEGATIVE_INFINITY;
  /** The touch whose click has not come yet: what a label clicks on its own is no touch. */
  let touch: Tap | null = null;
  let isLong = false;
  onShown(() => {
    shownAt = performance.now();
    // Whoever drives this page from outside can wait for the moment when touches count.
    const { dataset } = document.documentElement;
    dataset['still'] = 'true';
    setTimeout(() => delete dataset['still'], STILL_THE_LAST_VISIT_MS);
  });

  /** True when this tap may do something; it is then the one before the next. */
  const counts = (tap: Tap): boolean => {
    if (isAccident(tap, { before, shownAt, pixelsPerMm })) return false;
    before = tap;
    return true;
  };
  const listen = <Name extends keyof WindowEventMap>(name: Name, on: (event: WindowEventMap[Name]) => void) =>
    addEventListener(name, on, { capture: true });

  listen('pointerdown', (event) => {
    isLong = false;
    // A second finger makes it no tap at all; a mouse is no finger.
    touch =
      event.isPrimary && event.pointerType !== 'mouse'
        ? { at: event.timeStamp, x: event.clientX, y: event.clientY, on: touchable(event.target) }
        : null;
  });
  listen('pointercancel', () => {
    touch = null;
  });
  listen('contextmenu', (event) => {
    event.preventDefault();
    isLong = true;
  });
  listen('pointerup', (event) => {
    const tap = touch;
    // Chromium makes no click of a long touch, and does not always say that it was one.
    if (tap !== null && event.timeStamp - tap.at >= LONG_TOUCH_MS) isLong = true;
    if (!isLong || tap?.on == null || event.pointerType !== 'touch') return;
    touch = null;
    // A key of the keyboard has its own meaning for a long touch: the accents.
    if (tap.on.matches('[data-key]')) return;
    const isStillThere = touchable(document.elementFromPoint(event.clientX, event.clientY)) === tap.on;
    if (isStillThere && tap.on instanceof HTMLElement && counts(tap)) tap.on.click();
  });
  listen('click', (event) => {
    if (!event.isTrusted) return;
    const tap = touch;
    touch = null;
    // Of a long touch the click has been made already; one without a touch is a label's, or a key's.
    if (isLong ? event.detail > 0 : tap !== null && !counts(tap)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  });
}

function touchable(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('button, a, label, input') : null;
}
