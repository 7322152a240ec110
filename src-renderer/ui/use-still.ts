import { useSyncExternalStore } from 'react';

const asked = matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(onChange: () => void): () => void {
  asked.addEventListener('change', onChange);
  return () => asked.removeEventListener('change', onChange);
}

/** True where less motion was asked for: what changes by itself then stays as it is. */
export function useStill(): boolean {
  return useSyncExternalStore(subscribe, () => asked.matches);
}
