import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pill } from './Pill.tsx';

/** What stands on top of every screen. */
export type FrameTopProps = {
  /** Where "back" leads, in words; null on the first screen, which shows `brand` instead. */
  readonly back: { readonly words: string; readonly label: string; readonly onBack: () => void } | null;
  readonly brand?: ReactNode;
  readonly languageSwitch: ReactNode;
};

/** The way back, or the centre's name, and the languages: always in the same two corners. Its style is `screen-frame.css`. */
export function FrameTop({ back, brand, languageSwitch }: FrameTopProps) {
  return (
    <header className="frame__top">
      <div className="frame__way">
        {back ? (
          <Pill
            look="outline"
            data-action="back"
            aria-label={back.label}
            start={<ArrowLeft aria-hidden size="3.4rem" strokeWidth={2.6} />}
            onClick={back.onBack}
          >
            {back.words}
          </Pill>
        ) : (
          brand
        )}
      </div>
      <div className="frame__language">{languageSwitch}</div>
    </header>
  );
}
