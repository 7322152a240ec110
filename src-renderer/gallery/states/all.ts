import { partStates } from './parts.tsx';
import { screenStates } from './screens.ts';
import { staffStates } from './staff.ts';
import type { GalleryState } from './state.ts';

/** Everything the gallery shows, in the order of its list. */
export const galleryStates: readonly GalleryState[] = [...screenStates, ...partStates, ...staffStates];

/** The state of that id. */
export function stateOf(id: string): GalleryState | undefined {
  return galleryStates.find((state) => state.id === id);
}
