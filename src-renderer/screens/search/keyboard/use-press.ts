import { type PointerEvent, useEffect, useRef } from 'react';

/** Holding a key this long offers its accents, or begins to repeat it; in milliseconds. */
export const HOLD_MS = 450;

/** Pause between two repeats of a held key, in milliseconds. */
export const REPEAT_MS = 90;

/** What a key does. */
export type Press = {
  readonly onPress: () => void;
  /** Called when the key is held; then lifting the finger is no press. */
  readonly onHold?: (() => void) | undefined;
  /** Where a finger was lifted that had held the key, in the view. */
  readonly onLift?: ((x: number, y: number) => void) | undefined;
  /** Presses at once, and again and again while held. */
  readonly repeats?: boolean;
};

/**
 * Handlers of one key. A press is heard when its finger is lifted over the key, each finger for itself: two thumbs may
 * overlap, which clicks would not survive. The pressed look is set on the element at once, without waiting for React.
 */
export function usePress(press: Press) {
  const latest = useRef(press);
  latest.current = press;
  const held = useRef({ timer: 0, isHeld: false });

  const stop = (key: HTMLElement) => {
    clearTimeout(held.current.timer);
    delete key.dataset['pressed'];
  };
  useEffect(() => () => clearTimeout(held.current.timer), []);

  const repeat = () => {
    latest.current.onPress();
    held.current.timer = window.setTimeout(repeat, REPEAT_MS);
  };

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const key = event.currentTarget;
      clearTimeout(held.current.timer);
      held.current.isHeld = false;
      key.dataset['pressed'] = 'true';
      key.setPointerCapture(event.pointerId);
      const { onPress, onHold, repeats = false } = latest.current;
      if (repeats) onPress();
      if (!repeats && !onHold) return;
      held.current.timer = window.setTimeout(() => {
        held.current.isHeld = true;
        if (repeats) repeat();
        else latest.current.onHold?.();
      }, HOLD_MS);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const key = event.currentTarget;
      const wasPressed = key.dataset['pressed'] === 'true';
      stop(key);
      if (!wasPressed || latest.current.repeats) return;
      if (held.current.isHeld) latest.current.onLift?.(event.clientX, event.clientY);
      else if (isOver(key, event)) latest.current.onPress();
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => stop(event.currentTarget),
    // The field keeps the focus, so that its caret stays where it is.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
    // A click without a finger comes from a keyboard or from assistive technology.
    onClick: (event: { detail: number }) => {
      if (event.detail === 0) latest.current.onPress();
    },
  };
}

function isOver(key: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = key.getBoundingClientRect();
  return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
}
