import { STAFF_ORIGIN } from '../contract/staff.ts';
import { VISITOR_ORIGIN } from '../contract/visitor.ts';

/** A frame as far as the doormen look at it. */
export type SpeakingFrame = { readonly origin: string };

/** Who sent a call, as far as the doormen look at it; Electron's `IpcMainInvokeEvent` fits. */
export type Speaker = {
  readonly sender: { readonly id: number; readonly mainFrame: SpeakingFrame };
  /** Null when the frame was gone before the call was heard. */
  readonly senderFrame: SpeakingFrame | null;
};

/**
 * The visit that a call comes from: the main frame of a living seat, at the visitor's origin. Null for everyone else:
 * sub-frames, other origins, other web contents, seats that are gone.
 */
export function visitOfSpeaker(
  { sender, senderFrame }: Speaker,
  visitOf: (webContentsId: number) => number | null,
): number | null {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return null;
  return senderFrame.origin === VISITOR_ORIGIN ? visitOf(sender.id) : null;
}

/** True for the main frame of the staff page that is open now, at the staff's origin; `webContentsId` is null while none is. */
export function isStaffPage({ sender, senderFrame }: Speaker, webContentsId: number | null): boolean {
  return (
    webContentsId !== null &&
    sender.id === webContentsId &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.origin === STAFF_ORIGIN
  );
}
