import type { Clock } from '../platform/clock.ts';
import { errorCode } from '../platform/files.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import {
  type LockRecord,
  lockAsIfDamaged,
  lockLeftMs,
  lockRecord,
  locksAt,
  NO_WRONG,
  oneMoreWrong,
} from './lock.ts';
import { jsonIn, type RecordFile } from './record-file.ts';

/** The lock in front of the staff page. */
export type Door = {
  /** False when no PIN is set: then nothing opens it. */
  readonly hasPin: boolean;
  /**
   * Tries a PIN. `no` means wrong, locked, no PIN set, or that another attempt is being looked at: whoever asks is not told
   * which, and it takes as long. Never rejects.
   */
  readonly tryPin: (pin: string) => Promise<'open' | 'no'>;
};

/** What the door is made of. */
export type DoorParts = {
  readonly hasPin: boolean;
  /** True for the right PIN; takes as long for a wrong one, and when there is none. */
  readonly fits: (pin: string) => Promise<boolean>;
  readonly record: RecordFile;
  readonly clock: Pick<Clock, 'now' | 'monotonicMs'>;
  readonly log: Log;
};

/** Opens the record of wrong PINs and builds the door. Never rejects: a disk that fails does not keep staff out. */
export async function openDoor({ hasPin, fits, record, clock, log }: DoorParts): Promise<Door> {
  let wrongs: LockRecord = NO_WRONG;
  try {
    const text = await record.read();
    const parsed = text === null ? null : lockRecord.safeParse(jsonIn(text));
    if (parsed?.success === false) {
      log.trouble(
        'staff-lock-damaged',
        'The record of wrong PINs is damaged; the staff page stays locked for a while.',
      );
      wrongs = lockAsIfDamaged(clock.now());
    } else if (parsed) wrongs = parsed.data;
  } catch (error) {
    notKept(log, error);
  }
  let lockedUntil = clock.monotonicMs() + lockLeftMs(wrongs, clock.now());

  const keep = async (next: LockRecord) => {
    wrongs = next;
    try {
      await (next.wrong === 0 ? record.remove() : record.write(`${JSON.stringify(next)}\n`));
    } catch (error) {
      notKept(log, error);
    }
  };

  const attempt = async (pin: string): Promise<'open' | 'no'> => {
    const isLocked = clock.monotonicMs() < lockedUntil;
    if (!isLocked && hasPin) {
      // Counted as wrong before it is looked at: a plug pulled in the middle gives no attempt for nothing.
      const before = wrongs;
      await keep(oneMoreWrong(before, clock.now()));
      if (await fits(pin)) {
        await keep(NO_WRONG);
        log.note('staff-entered', 'The staff page was opened with the right PIN.', {
          wrongBefore: before.wrong,
        });
        return 'open';
      }
      if (locksAt(wrongs.wrong)) lockedUntil = clock.monotonicMs() + lockLeftMs(wrongs, clock.now());
    } else await fits(pin);
    const isLockedNow = clock.monotonicMs() < lockedUntil;
    log.trouble('staff-pin-refused', 'A PIN did not open the staff page.', {
      wrong: wrongs.wrong,
      locked: isLockedNow,
    });
    return 'no';
  };

  let isTrying = false;
  return {
    hasPin,
    tryPin: async (pin) => {
      if (isTrying) return 'no';
      isTrying = true;
      try {
        return await attempt(pin);
      } catch (error) {
        // Not the error's words: whatever failed had the PIN in its hands.
        log.trouble('unexpected', 'A PIN could not be looked at.', { error: errorCode(error) });
        return 'no';
      } finally {
        isTrying = false;
      }
    },
  };
}

function notKept(log: Log, error: unknown): void {
  log.trouble(
    'staff-lock-not-kept',
    `How many wrong PINs there were cannot be kept on the disk (${reasonOf(error)}); it is remembered until the terminal ends.`,
  );
}
