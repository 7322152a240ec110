import { House } from 'lucide-react';
import { Pill } from '../../ui/Pill.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { useHere, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import './sorry.css';

type SorryProps = Pick<ScreenProps, 'back' | 'brand' | 'languageSwitch'> & {
  /** Whoever is at home already has no use for a way there; another try is what is left. */
  readonly onAgain: (() => void) | null;
};

/** A page that could not be shown apologises in the visitor's language: back, home and the other language stay. */
export function Sorry({ back, brand, languageSwitch, onAgain }: SorryProps) {
  const { navigator } = useHere();
  const { t } = useWords();
  return (
    <ScreenFrame
      line="ink"
      head="plain"
      back={back}
      brand={brand}
      languageSwitch={languageSwitch}
      title={<Title>{t('sorry.title')}</Title>}
    >
      <div className="sorry">
        <p>{t('sorry.text')}</p>
        {onAgain ? (
          <Pill data-action="sorry-again" onClick={onAgain}>
            {t('sorry.again')}
          </Pill>
        ) : (
          <Pill
            start={<House aria-hidden size="3.8rem" strokeWidth={2.4} />}
            data-action="sorry-home"
            onClick={navigator.toHome}
          >
            {t('sorry.home')}
          </Pill>
        )}
      </div>
    </ScreenFrame>
  );
}
