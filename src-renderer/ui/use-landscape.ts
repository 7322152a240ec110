import { useSyncExternalStore } from 'react';

const landscape = matchMedia('(orientation: landscape)');

function subscribe(onChange: () => void): () => void {
  landscape.addEventListener('change', onChange);
  return () => landscape.removeEventListener('change', onChange);
}

/** True on a lying screen; for the few places where a part stands elsewhere in the order, which CSS cannot say. */
export function useLandscape(): boolean {
  return useSyncExternalStore(subscribe, () => landscape.matches);
}
