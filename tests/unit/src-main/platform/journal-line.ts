// Logs one line of each level as the terminal does, to whatever standard error is.
import { machineClock } from '../../../../src-main/platform/clock.ts';
import { isJournal, JOURNAL_PREFIX } from '../../../../src-main/platform/journal.ts';
import { logTo, toStderr } from '../../../../src-main/platform/log.ts';

const log = logTo([toStderr(isJournal() ? JOURNAL_PREFIX : null)], machineClock);
log.note('started', 'x');
log.trouble('unexpected', 'x');
