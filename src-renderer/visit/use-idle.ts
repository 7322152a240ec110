import { useCallback, useEffect, useRef, useState } from 'react';
import { type IdleLimits, type IdleState, idleState } from './idle.ts';

/** A monotonic clock in milliseconds. */
export type MonotonicClock = () => number;

/** How often the rule is asked, in milliseconds: a quarter second keeps the countdown honest and costs nothing. */
const ASK_EVERY_MS = 250;

/**
 * What tells that somebody is here. A film that plays counts too, up to its end: people watch with their hands at rest.
 * One that is paused, or has got stuck, does not move its time, and counts no longer.
 */
const SIGNS_OF_LIFE = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'wheel',
  'keydown',
  'scroll',
  'timeupdate',
] as const;

/**
 * Watches for signs of life while a visit lasts. During the warning only `stay` counts, so that the next person's
 * chance touch does not bring back what somebody left.
 */
export function useIdle(
  running: boolean,
  limits: IdleLimits,
  onOver: () => void,
  clock: MonotonicClock,
): { readonly state: IdleState; readonly stay: () => void } {
  const [state, setState] = useState<IdleState>({ kind: 'active' });
  const lastTouch = useRef(0);
  const warning = useRef(false);
  const over = useRef(onOver);
  over.current = onOver;

  const stay = useCallback(() => {
    lastTouch.current = clock();
    warning.current = false;
    setState({ kind: 'active' });
  }, [clock]);

  useEffect(() => {
    if (!running) return;
    stay();
    let ended = false;
    const onLife = (event: Event) => {
      if (event.isTrusted && !warning.current) lastTouch.current = clock();
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, onLife, { capture: true, passive: true });
    const timer = setInterval(() => {
      const next = idleState(clock(), lastTouch.current, limits);
      warning.current = next.kind === 'warning';
      setState((before) => (before.kind === 'active' && next.kind === 'active' ? before : next));
      if (next.kind === 'over' && !ended) {
        ended = true;
        over.current();
      }
    }, ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, onLife, { capture: true });
    };
  }, [running, limits, clock, stay]);

  return { state, stay };
}
