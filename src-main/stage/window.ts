import { BaseWindow, screen, type View } from 'electron';
import { PAPER } from './limits.ts';
import type { PlainSize } from './plain-size.ts';

/** Opens the one window: over the whole screen, or plain and of a given size while developing. */
export function openStageWindow(plain: PlainSize | null): BaseWindow {
  const common = { title: 'Openfloor', backgroundColor: PAPER } as const;
  if (plain) return new BaseWindow({ ...common, ...plain, useContentSize: true });
  // Where no window manager listens, a kiosk window without a size of its own is 800 by 600.
  const window = new BaseWindow({
    ...common,
    ...screen.getPrimaryDisplay().bounds,
    kiosk: true,
    fullscreen: true,
    frame: false,
  });
  keepOverScreen(window);
  return window;
}

/** A screen that was switched off at night comes back, sometimes with another size: the window covers it again. */
function keepOverScreen(window: BaseWindow): void {
  const cover = () => {
    const { bounds } = screen.getPrimaryDisplay();
    const now = window.getContentBounds();
    if (Math.abs(now.width - bounds.width) <= 1 && Math.abs(now.height - bounds.height) <= 1) return;
    window.setBounds(bounds);
    window.setKiosk(true);
  };
  screen.on('display-added', cover);
  screen.on('display-removed', cover);
  screen.on('display-metrics-changed', cover);
  window.on('closed', () => {
    screen.off('display-added', cover);
    screen.off('display-removed', cover);
    screen.off('display-metrics-changed', cover);
  });
}

/** Keeps every view exactly as large as the window's content, as measured; answers a function that does it now. */
export function followWindow(window: BaseWindow, views: () => readonly View[]): () => void {
  const fit = () => {
    const { width, height } = window.getContentBounds();
    for (const view of views()) view.setBounds({ x: 0, y: 0, width, height });
  };
  window.on('resize', fit);
  return fit;
}
