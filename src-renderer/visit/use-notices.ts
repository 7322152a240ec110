import { useEffect, useReducer } from 'react';
import type { Language } from '../../content/model/names.ts';
import { useHere } from './here.tsx';
import { useLiveNotices } from './live-notices.ts';
import { nextChange, type ShownNotice, shownNotices } from './notices.ts';
import { useMinute } from './use-minute.ts';

/** Longest time a browser's timer can wait, in milliseconds. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** What everybody has to know now, in each of these languages; changes by itself when a notice begins or ends. */
export function useNoticesIn(languages: readonly Language[]): readonly (readonly ShownNotice[])[] {
  const { catalogue } = useHere();
  const live = useLiveNotices(({ notices }) => notices);
  // Those of the edition begin and end with a day.
  useMinute();
  const [turn, again] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn waits for the change after it
  useEffect(() => {
    const next = nextChange(live, Date.now());
    if (next === null) return;
    const timer = setTimeout(again, Math.min(next - Date.now(), LONGEST_WAIT_MS));
    return () => clearTimeout(timer);
  }, [live, turn]);
  const now = Date.now();
  return languages.map((language) => shownNotices(language, live, catalogue.headers(language), now));
}

/** What everybody has to know now, in one language. */
export function useNotices(language: Language): readonly ShownNotice[] {
  return useNoticesIn([language])[0] ?? [];
}
