import type { WebContents } from 'electron';

const NOTHING_CAN_BE_DRAGGED = '* { -webkit-user-drag: none !important; }';

/**
 * Attack: a picture or a link is dragged out of the page on to the desktop, or back into it as an address. (A file
 * dropped from outside is stopped by `navigateOnDragDrop` in `preferences.ts`.)
 */
export function forbidDragging(contents: WebContents): void {
  contents.on('dom-ready', () => {
    // The page may be gone again before it hears this.
    contents.insertCSS(NOTHING_CAN_BE_DRAGGED, { cssOrigin: 'user' }).catch(() => {});
  });
}
