import type { LogCode } from '../platform/log-codes.ts';
import type { GoneReason, Order, SwapReason } from './state.ts';

/** What the log says when a seat is given up: its code, and why. */
export const GONE: Record<GoneReason, { readonly code: LogCode; readonly why: string }> = {
  crashed: { code: 'seat-crashed', why: 'its process died' },
  unresponsive: { code: 'seat-frozen', why: 'it stopped answering touches' },
  frozen: { code: 'seat-frozen', why: 'it painted nothing for 15 seconds' },
  late: { code: 'seat-late', why: 'it was not ready after 30 seconds' },
  refused: { code: 'seat-refused', why: 'it could not open the guide it was given' },
  'not-loaded': { code: 'seat-not-loaded', why: 'its page could not be loaded' },
  'not-built': { code: 'seat-not-loaded', why: 'it could not be built' },
  'shared-process': { code: 'process-shared', why: 'it was given the process of another seat' },
};

/** What the log says when the seats change places. */
export const SWAP: Record<SwapReason, string> = {
  start: 'The first page is on show.',
  'visit-done': 'A visit was ended by its visitor; the next page is on show.',
  'visit-idle': 'A visit was ended because nobody was there; the next page is on show.',
  'page-gone': 'The page on show was given up; the next one is on show.',
  'page-ready': 'A page is ready and on show.',
  'new-edition': 'Nobody is there; the page with the newer edition is on show.',
  'static-page': 'The static page is on show until a page is ready.',
};

/** Why an edition is marked bad, in plain words. */
export function badReason({ reason, where }: Extract<Order, { kind: 'mark-bad' }>): string {
  return where === 'understudy'
    ? `A page with it was tried behind the one on show and failed again and again; the last time ${GONE[reason].why}.`
    : `Pages with it failed again and again on show, and pages with the edition before it do not; the last time ${GONE[reason].why}.`;
}
