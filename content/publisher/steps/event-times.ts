import type { EventHeader } from '../../model/document.ts';
import { MAX_EVENT_YEARS } from '../../model/limits.ts';
import { dayOf, lastMoment, type Occurrence, occurrencesOf } from '../../model/occurrences.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import { repetitionMistake } from './repetition.ts';
import type { Locate } from './yaml.ts';

/** What of the lines on top of an event says when it takes place and how to come. */
type Times = Pick<EventHeader, 'starts' | 'ends' | 'repeats' | 'except' | 'validFrom' | 'validUntil'> & {
  readonly registration: string;
  readonly register?: string | undefined;
};

/** What is wrong with the days and hours of an event, and with how to register. */
export function eventProblems(event: Times, locate: Locate): Problem[] {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], words: Words): void => {
    problems.push(problemAt(locate(path), words));
  };
  if (event.registration === 'required' && event.register === undefined) {
    report(['registration'], say.registerMissing);
  }
  const mistake = event.repeats === undefined ? undefined : repetitionMistake(event.repeats);
  if (mistake !== undefined) report(['repeats'], mistake);
  if (event.ends <= event.starts) report(['ends'], say.eventEndsBeforeItBegins(event.starts, event.ends));
  if (mistake === undefined && event.ends > event.starts) checkDays(event, report);
  return problems;
}

type Report = (path: readonly PropertyKey[], words: Words) => void;

/** Looks at every day it takes place; the form of `repeats` was checked. */
function checkDays(event: Times, report: Report): void {
  const { starts, repeats, except } = event;
  const all = occurrencesOf({ ...event, except: [] }, starts, lastMoment(starts));
  const [first] = all;
  if (first === undefined) {
    report(['repeats'], say.eventNever);
    return;
  }
  if (first.starts !== starts) {
    report(['starts'], say.firstBeginIsNoDay(starts, repeats ?? '', first.starts));
    return;
  }
  if (endsTooLate(repeats ?? '', all)) {
    report(['repeats'], say.repeatsTooLong(MAX_EVENT_YEARS));
  }
  const next = all.find((each, index) => each.starts < (all[index - 1]?.ends ?? ''));
  if (next !== undefined) report(['ends'], say.eventOverlapsItself(next.starts));

  const days = new Set(all.map((each) => dayOf(each.starts)));
  for (const [index, day] of except.entries()) {
    if (!days.has(day) && except.indexOf(day) === index) {
      report(['except', index], say.exceptIsNoDay(day, nearestDay(day, [...days])));
    }
  }
  const left = all.filter((each) => !except.includes(dayOf(each.starts)));
  const [begin, end] = [left[0], left.at(-1)];
  if (begin === undefined || end === undefined) report(['except'], say.eventAllExcepted);
  else checkWindow(event, begin, end, report);
}

/** A window of days in which it is shown has to touch the days on which it takes place. */
function checkWindow(
  { validFrom, validUntil }: Times,
  first: Occurrence,
  last: Occurrence,
  report: Report,
): void {
  if (validFrom !== undefined && validFrom > dayOf(last.ends)) {
    report(['validFrom'], say.shownOnlyAfterwards(validFrom, dayOf(last.ends)));
  }
  if (validUntil !== undefined && validUntil < dayOf(first.starts)) {
    report(['validUntil'], say.shownOnlyBefore(validUntil, dayOf(first.starts)));
  }
}

/** True when the end that the author wrote lies behind the last day anybody looks at. */
function endsTooLate(repeats: string, all: readonly Occurrence[]): boolean {
  const [, until] = /UNTIL=(\d{8})/.exec(repeats) ?? [];
  const [, count] = /COUNT=(\d+)/.exec(repeats) ?? [];
  const latest = lastMoment(all[0]?.starts ?? '')
    .slice(0, 10)
    .replaceAll('-', '');
  return (until !== undefined && until > latest) || (count !== undefined && all.length < Number(count));
}

/** The day of a list, in order, that is nearest to another one. */
function nearestDay(day: string, days: readonly string[]): string | undefined {
  const distance = (other: string): number => Math.abs(Date.parse(other) - Date.parse(day));
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
}
