import type { StaffDoor } from '../contract/staff.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Door } from './door.ts';
import { SILENT_FOR_MS } from './limits.ts';

/** Why the staff page is gone. */
export type LeftReason = 'left' | 'silent' | 'crashed' | 'closed';

/** The view of the staff page; none of its calls waits. */
export type StaffView = {
  /** Builds it over everything else and begins to load its page. Throws when it cannot. */
  readonly show: () => void;
  /** Takes it away and ends its process. */
  readonly hide: () => void;
  /** Its web contents; null while there is none. */
  readonly pageId: () => number | null;
};

/** The staff page from its opening to its end. */
export type StaffRoom = {
  /** Somebody held two corners on the page of this visit. */
  readonly open: (visit: number) => void;
  readonly door: () => StaffDoor;
  readonly enterPin: (pin: string) => Promise<'open' | 'no'>;
  readonly leave: (reason: LeftReason) => void;
  readonly pageId: () => number | null;
  readonly isInside: () => boolean;
  /** The page has said something: it lives. */
  readonly heard: () => void;
};

/** What the room needs. */
export type StaffRoomParts = {
  readonly view: StaffView;
  readonly door: Door;
  readonly pixelsPerMm: number;
  /** Ends the visit that was going on behind. */
  readonly endVisit: (visit: number) => void;
  /** Called when the page is gone. */
  readonly onLeft: () => void;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
};

/** Opens the staff page over the stage, lets in whoever has the PIN, and takes the page away again whatever happens to it. */
export function createStaffRoom(parts: StaffRoomParts): StaffRoom {
  const { view, door, pixelsPerMm, endVisit, onLeft, clock, log } = parts;
  let opened = 0;
  let isOpen = false;
  let isInside = false;
  let stopWaiting = () => {};

  const heard = () => {
    stopWaiting();
    stopWaiting = clock.after(SILENT_FOR_MS, () => leave('silent'));
  };

  const leave = (reason: LeftReason) => {
    if (!isOpen) return;
    isOpen = false;
    isInside = false;
    stopWaiting();
    view.hide();
    onLeft();
    const say = reason === 'crashed' || reason === 'silent' ? log.trouble : log.note;
    say('staff-left', 'The staff page is gone, and its process with it.', { reason });
  };

  return {
    open: (visit) => {
      if (isOpen) return;
      opened += 1;
      isOpen = true;
      heard();
      try {
        view.show();
      } catch (error) {
        leave('crashed');
        throw error;
      }
      // What a visitor left on the screen is nobody's any more, and nothing of it may go on behind.
      endVisit(visit);
      log.note('staff-opened', 'Two corners were held: the staff page asks for the PIN.', {
        hasPin: door.hasPin,
      });
    },
    door: () => ({ pixelsPerMm, hasPin: door.hasPin, opened: Math.max(1, opened) }),
    enterPin: async (pin) => {
      const asked = opened;
      const verdict = await door.tryPin(pin);
      // Looking at a PIN takes a moment, and the page may have been left, or opened anew, in it.
      if (!isOpen || asked !== opened) return 'no';
      if (verdict === 'open') isInside = true;
      return verdict;
    },
    leave,
    pageId: () => (isOpen ? view.pageId() : null),
    isInside: () => isOpen && isInside,
    heard,
  };
}
