import type { Screen } from 'electron';
import type { TerminalStatus } from '../contract/terminal-status.ts';

/** The screen of the terminal in its own pixels; null while the system knows of none. */
export function displayNow(screen: Pick<Screen, 'getPrimaryDisplay'>): TerminalStatus['display'] {
  const { size, scaleFactor, touchSupport } = screen.getPrimaryDisplay();
  const [widthPx, heightPx] = [size.width, size.height].map((side) => Math.round(side * scaleFactor));
  if (!widthPx || !heightPx || !(scaleFactor > 0)) return null;
  return { widthPx, heightPx, scaleFactor, touch: touchSupport === 'available' };
}
