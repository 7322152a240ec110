/** How large all text is, as a part of the usual size. */
export const TEXT_SIZES = { usual: 1, large: 1.5, largest: 2 } as const;
export type TextSize = keyof typeof TEXT_SIZES;

export const CONTRASTS = ['usual', 'strong'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** How a visitor wants to read. */
export type Comfort = { readonly text: TextSize; readonly contrast: Contrast };

/** What every visit begins with. */
export const USUAL_COMFORT: Comfort = { text: 'usual', contrast: 'usual' };

/** How large what stands around the page may become, as a part of the usual size. */
const MOST_AROUND = 1.2;

/** Marks the page with what was chosen; the styles do the rest. */
export function showComfort({ text, contrast }: Comfort, html = document.documentElement): void {
  const size = TEXT_SIZES[text];
  html.style.setProperty('--text-size', String(size));
  html.style.setProperty('--frame-zoom', String(Math.min(size, MOST_AROUND) / size));
  html.dataset['text'] = text;
  html.dataset['contrast'] = contrast;
}
