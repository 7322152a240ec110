import type { DocumentHeader } from '../../content/model/document.ts';
import type { LocalTime } from '../../content/model/kinds.ts';
import { lastMoment, type Occurrence, occurrencesOf } from '../../content/model/occurrences.ts';

/** The time of an event that begins at that moment; undefined when the guide no longer knows it. */
export function occurrenceAt(header: DocumentHeader, starts: LocalTime): Occurrence | undefined {
  if (header.kind !== 'event') return undefined;
  const [next] = occurrencesOf(header, starts, lastMoment(header.starts), 1);
  return next?.starts === starts ? next : undefined;
}
