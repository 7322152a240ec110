import type { PreviewChange } from '../../../content/model/preview.ts';

/** How far the list of changes looks ahead, in days. */
export const DAYS_AHEAD = 30;

const DAY_MS = 86_400_000;

/** One day on which something changes. */
export type DayAhead = { readonly day: string; readonly changes: readonly PreviewChange[] };

/** The day (`YYYY-MM-DD`) it is on the centre's clock. */
export function today(now: Date, timeZone: string | null): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone === null ? {} : { timeZone }),
  }).formatToParts(now);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The day so many days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** What changes from a day on, that day included, until {@link DAYS_AHEAD} days later; by day. */
export function daysAhead(changes: readonly PreviewChange[], from: string): readonly DayAhead[] {
  const until = daysLater(from, DAYS_AHEAD);
  const byDay = new Map<string, PreviewChange[]>();
  for (const change of changes) {
    // Days written YYYY-MM-DD sort as text.
    if (change.day < from || change.day > until) continue;
    byDay.set(change.day, [...(byDay.get(change.day) ?? []), change]);
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, onThatDay]) => ({ day, changes: onThatDay }));
}
