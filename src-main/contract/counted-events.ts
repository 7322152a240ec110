import { z } from 'zod';

/**
 * All that can be counted, and there is no more to it: no document, no area, no words, no visit. The list is closed, so
 * that nobody can count something else without changing the promise.
 */
export const COUNTED_EVENTS = [
  'document-opened',
  'search-found',
  'search-empty',
  'checklist-completed',
  'takeaway-used',
] as const;
export const countedEvent = z.enum(COUNTED_EVENTS);
export type CountedEvent = z.infer<typeof countedEvent>;
