/** A width and a height in CSS pixels. */
export type Size = { readonly width: number; readonly height: number };

/** How several screens of one size share a room: beside or below each other, and how much smaller than life. */
export type Arrangement = { readonly direction: 'row' | 'column'; readonly scale: number };

/** The screen of the design, upright. */
export const UPRIGHT: Size = { width: 1080, height: 1920 };

/** The screen of the design, lying. */
export const LYING: Size = { width: 1920, height: 1080 };

/** Arranges screens so that they are as large as they can be, never larger than life; `gap` lies between two of them. */
export function arrange(room: Size, screen: Size, count: number, gap: number): Arrangement {
  const gaps = gap * Math.max(0, count - 1);
  const row = Math.min((room.width - gaps) / (count * screen.width), room.height / screen.height);
  const column = Math.min(room.width / screen.width, (room.height - gaps) / (count * screen.height));
  const direction = row >= column ? 'row' : 'column';
  return { direction, scale: Math.min(1, Math.max(0, row, column)) };
}
