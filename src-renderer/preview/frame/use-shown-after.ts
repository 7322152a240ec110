import { useEffect, useState } from 'react';

type Shown = {
  readonly edition: number | null;
  /** When the files changed that led to it, in milliseconds since 1970; null for how it was at the start. */
  readonly changedAt: number | null;
  /** True once every screen has painted it. */
  readonly everywhere: boolean;
};

/** How long the edition took from saving to all screens, in milliseconds; null when nothing was saved yet. */
export function useShownAfter({ edition, changedAt, everywhere }: Shown): number | null {
  const [after, setAfter] = useState<{ readonly edition: number; readonly ms: number } | null>(null);
  useEffect(() => {
    if (!everywhere || edition === null || changedAt === null) return;
    // Only the first time counts: the same edition is shown again when the clock is set.
    setAfter((before) => (before?.edition === edition ? before : { edition, ms: Date.now() - changedAt }));
  }, [everywhere, edition, changedAt]);
  return after?.edition === edition ? after.ms : null;
}
