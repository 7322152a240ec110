import type { StaffBriefing, SyncNews } from '../contract/staff.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { fitsPin, parsePinHash } from '../provisioning/pin/pin-hash.ts';
import { openDoor } from '../staff/door.ts';
import { STAFF_VISIT } from '../staff/limits.ts';
import type { RecordFile } from '../staff/record-file.ts';
import { createStaffRoom, type StaffRoom, type StaffView } from '../staff/staff-room.ts';
import { syncNewsOf } from '../staff/sync-news.ts';
import type { Sync } from '../sync/sync.ts';
import type { Printing } from '../takeaway/printing.ts';
import type { CallPort } from './answer.ts';
import { type Ending, type StaffAnswerParts, staffAnswers } from './staff-answers.ts';
import { postStaffDoormen } from './staff-doormen.ts';

/** How long an answer to the page has before the application ends, in milliseconds. */
const ANSWER_FIRST_MS = 200;

/** What everything behind the staff page needs. */
export type StaffDeskParts = Omit<StaffAnswerParts, 'room' | 'sync' | 'printing'> & {
  readonly port: CallPort;
  readonly view: StaffView & {
    readonly tell: (event: 'syncChanged', payload: { readonly sync: SyncNews }) => void;
  };
  /** The settings' hash of the PIN; null when none is set. */
  readonly pin: string | null;
  readonly pixelsPerMm: number;
  readonly lockRecord: RecordFile;
  /** Ends the visit that was going on on the page of that seat. */
  readonly endVisit: (visit: number) => void;
  readonly about: Omit<StaffBriefing, 'maintenance'>;
  readonly sync: Pick<Sync, 'state' | 'syncNow' | 'syncFrom' | 'onState'>;
  readonly printing: Pick<Printing, 'printer' | 'print' | 'visitEnded'>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Everything behind the staff page, ready for two corners to be held. */
export type StaffDesk = Pick<StaffRoom, 'open' | 'leave'> & { readonly close: () => void };

/** Builds the door, the room behind it and its doormen. Never rejects. */
export async function openStaffDesk(parts: StaffDeskParts): Promise<StaffDesk> {
  const { port, view, clock, log, sync, printing } = parts;
  const hash = parts.pin === null ? null : parsePinHash(parts.pin);
  const door = await openDoor({
    hasPin: hash !== null,
    fits: (pin) => fitsPin(pin, hash),
    record: parts.lockRecord,
    clock,
    log,
  });
  const room = createStaffRoom({
    view,
    door,
    pixelsPerMm: parts.pixelsPerMm,
    endVisit: parts.endVisit,
    onLeft: () => printing.visitEnded(STAFF_VISIT),
    clock,
    log,
  });
  const end = (how: Ending) => void clock.after(ANSWER_FIRST_MS, () => parts.end(how));
  const dismissDoormen = postStaffDoormen({
    port,
    entrance: room,
    services: staffAnswers({ ...parts, room, end }),
    log,
  });
  const offSync = sync.onState((state) => {
    if (room.isInside()) view.tell('syncChanged', { sync: syncNewsOf(state) });
  });
  return {
    open: room.open,
    leave: room.leave,
    close: () => {
      room.leave('closed');
      offSync();
      dismissDoormen();
    },
  };
}
