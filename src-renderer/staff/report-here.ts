import { HERE_EVERY_MS } from '../../src-main/contract/staff.ts';
import type { StaffDesk } from '../kiosk/staff-desk.ts';

/** Tells the terminal now and then that somebody is touching the page, so that it is not taken for one that hangs; answers its own "off". */
export function reportTouches(desk: Pick<StaffDesk, 'reportHere'>): () => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = () => {
    const at = performance.now();
    if (at - toldAt < HERE_EVERY_MS) return;
    toldAt = at;
    desk.reportHere().catch(() => undefined);
  };
  addEventListener('pointerdown', tell, { capture: true, passive: true });
  return () => removeEventListener('pointerdown', tell, { capture: true });
}
