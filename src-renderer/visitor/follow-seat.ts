import type { Seat } from '../../src-main/contract/visitor.ts';
import type { Kiosk } from '../kiosk/kiosk.ts';

/** Keeps `<html data-seat>` true, and answers the watchdog with a painted frame. */
export function followSeat(kiosk: Kiosk, first: Seat): void {
  const html = document.documentElement;
  html.dataset['seat'] = first;
  kiosk.on.seatChanged(({ seat }) => {
    html.dataset['seat'] = seat;
  });
  kiosk.on.areYouAlive(({ beat }) => {
    requestAnimationFrame(() => {
      // Answered late or not at all means the same to the watchdog: it looks at the next beat.
      kiosk.reportPainted({ beat }).catch(() => undefined);
    });
  });
}
