import type { Session } from 'electron';
import type { Log } from '../platform/log.ts';

/**
 * Attack: a page asks for the camera, the microphone, the clipboard, a device, full screen … Everything is refused, when
 * asked for and when merely looked up, and no device is ever chosen.
 */
export function refusePermissions(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.trouble('permission-blocked', 'A page asked for a permission; it is refused.', { permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
