import { useEffect, useMemo } from 'react';
import { type IdleState, SHORTEST_WARNING_MS } from '../visit/idle.ts';
import { useIdle } from '../visit/use-idle.ts';

const now = () => performance.now();

/** Leaves after that much rest, in milliseconds; in the last part of it the state says how soon. Any touch is a reason to stay. */
export function useStaffIdle(restMs: number, onLeave: () => void): IdleState {
  const limits = useMemo(
    () => ({ warnAfterMs: restMs - SHORTEST_WARNING_MS, warningMs: SHORTEST_WARNING_MS }),
    [restMs],
  );
  const { state, stay } = useIdle(true, limits, onLeave, now);
  useEffect(() => {
    addEventListener('pointerdown', stay, { capture: true, passive: true });
    return () => removeEventListener('pointerdown', stay, { capture: true });
  }, [stay]);
  return state;
}
