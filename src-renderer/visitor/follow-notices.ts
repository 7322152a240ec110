import type { LiveNotice } from '../../content/model/live-notice.ts';
import type { Kiosk } from '../kiosk/kiosk.ts';
import { useLiveNotices } from '../visit/live-notices.ts';

/** Keeps the live notices of this page those of the terminal, from the ones of its briefing on. */
export function followNotices(kiosk: Pick<Kiosk, 'on'>, first: readonly LiveNotice[]): void {
  useLiveNotices.setState({ notices: first });
  kiosk.on.noticesChanged(({ notices }) => useLiveNotices.setState({ notices }));
}
