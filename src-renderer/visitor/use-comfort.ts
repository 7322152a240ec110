import { useCallback, useState } from 'react';
import type { Comfort } from '../comfort/comfort.ts';
import { afterAnswer } from '../ui/answer-first.ts';
import { useCurrentStop, useHere } from '../visit/here.tsx';
import { useVisit } from '../visit/visit-store.ts';

/** How the visitor wants to read, and the panel where they say so: it closes with its button, and when they go elsewhere. */
export function useComfort(): {
  readonly isOpen: boolean;
  readonly chosen: Comfort;
  /** Once its touch was answered: every line of the page may have to be broken anew. */
  readonly choose: (comfort: Comfort) => Promise<void>;
  readonly toggle: () => void;
  readonly close: () => void;
} {
  const { navigator } = useHere();
  const { key } = useCurrentStop();
  const chosen = useVisit((visit) => visit.comfort);
  const [openAt, setOpenAt] = useState<number | null>(null);
  const isOpen = openAt === key;
  return {
    isOpen,
    chosen,
    choose: useCallback(
      (comfort) =>
        afterAnswer(() => {
          navigator.holdPlace();
          useVisit.setState({ comfort });
        }),
      [navigator],
    ),
    toggle: () => setOpenAt(isOpen ? null : key),
    close: () => {
      setOpenAt(null);
      document.querySelector<HTMLElement>('[data-action="comfort"]')?.focus();
    },
  };
}
