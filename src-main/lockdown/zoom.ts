import type { WebContents } from 'electron';

/** Attack: a pinch or Ctrl and the wheel enlarge the screen until its buttons are outside. Text size is a setting of the page. */
export function fixZoom(contents: WebContents): void {
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    // The page may be gone again before it hears this.
    contents.setVisualZoomLevelLimits(1, 1).catch(() => {});
  });
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
}
