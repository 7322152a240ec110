import { type LocalTime, localTime } from '../../model/kinds.ts';
import { UsageError } from '../command.ts';
import { badAt } from '../messages.ts';

/** When a day begins for somebody who names only the day. */
const MORNING = 'T09:00';

/** Reads `--at`: a moment on the centre's clock, or a day; throws {@link UsageError} for anything else. */
export function readMoment(value: string): LocalTime {
  const moment = localTime.safeParse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}${MORNING}` : value);
  if (!moment.success) throw new UsageError(badAt(value));
  return moment.data;
}
