import { z } from 'zod';
import { language } from '../../content/model/names.ts';
import { CONTRASTS } from '../comfort/comfort.ts';

/** What a page of the gallery is to show; it stands in the page's address. */
export const galleryWish = z.strictObject({
  /** Id of a state, for instance `home` or `article/open`. */
  state: z.string(),
  language,
  /** How a visitor wants to read. */
  text: z.enum(['usual', 'large', 'largest']).default('usual'),
  contrast: z.enum(CONTRASTS).default('usual'),
  /** Words of the screens in the pseudo-language that shows what overflows. */
  pseudo: z.enum(['yes', 'no']).default('no'),
});
export type GalleryWish = z.infer<typeof galleryWish>;

/** Reads the wish out of an address; null when it is not one. */
export function wishOf(search: string): GalleryWish | null {
  return galleryWish.safeParse(Object.fromEntries(new URLSearchParams(search))).data ?? null;
}

/** The address of a page of the gallery, seen from the gallery's own. */
export function addressOf({ state, language: code, text, contrast, pseudo }: GalleryWish): string {
  return `./page.html?${new URLSearchParams({ state, language: code, text, contrast, pseudo })}`;
}
