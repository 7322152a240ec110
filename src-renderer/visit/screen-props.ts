import type { ReactNode } from 'react';
import type { Stop } from '../navigation/place.ts';

/** What every screen of a visit is given. */
export type ScreenProps = {
  /** The stop of the way this screen shows. */
  readonly stop: Stop;
  readonly languageSwitch: ReactNode;
  /** The centre's name, for screens with nothing to go back to. */
  readonly brand: ReactNode;
  /** The way back, in words of the current language; null on the first screen. */
  readonly back: { readonly words: string; readonly label: string; readonly onBack: () => void } | null;
};
