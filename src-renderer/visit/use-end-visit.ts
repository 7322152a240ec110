import { useCallback } from 'react';
import { startOfWay } from '../navigation/place.ts';
import { useHere } from './here.tsx';
import { freshVisit, useVisit } from './visit-store.ts';

/** Ends the visit: the stage swaps seats and destroys this process with everything in it. */
export function useEndVisit(): (reason: 'done' | 'idle') => void {
  const { kiosk, navigator } = useHere();
  return useCallback(
    (reason) => {
      kiosk.endVisit({ reason }).catch(() => {
        // The stage did not swap: at least nothing of this visit stays on the screen.
        navigator.store.setState({ way: startOfWay, documents: {} }, true);
        useVisit.setState(freshVisit, true);
      });
    },
    [kiosk, navigator],
  );
}
