/** Size of a plain window while developing, in CSS pixels. */
export type PlainSize = { readonly width: number; readonly height: number };

/** Reads `1080x1920`; null for anything else, and then the window is a kiosk. */
export function plainSizeOf(text: string): PlainSize | null {
  const match = /^([1-9]\d{2,3})x([1-9]\d{2,3})$/.exec(text);
  return match ? { width: Number(match[1]), height: Number(match[2]) } : null;
}
