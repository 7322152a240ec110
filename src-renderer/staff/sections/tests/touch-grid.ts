/** The smaller side of a cell, in millimetres: a dead area smaller than a finger is met by nobody. */
const CELL_MM = 15;

/** The cells of a screen: every one has to be touched. */
export type TouchGrid = { readonly columns: number; readonly rows: number };

/** As many cells as fit, none smaller than {@link CELL_MM}; sizes in CSS pixels. */
export function gridFor(width: number, height: number, pixelsPerMm: number): TouchGrid {
  const cells = (side: number) => Math.max(1, Math.floor(side / (CELL_MM * pixelsPerMm)));
  return { columns: cells(width), rows: cells(height) };
}

/** Number of the cell under a point, row by row from 0; both measures in parts of the screen, from 0 to 1. */
export function cellAt(x: number, y: number, { columns, rows }: TouchGrid): number {
  const within = (part: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(part * count)));
  return within(y, rows) * columns + within(x, columns);
}
