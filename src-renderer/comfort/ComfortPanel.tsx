import { Contrast as ContrastIcon, SunDim, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Translate } from '../language/translator.ts';
import { Pill } from '../ui/Pill.tsx';
import { CONTRASTS, type Comfort, TEXT_SIZES, type TextSize } from './comfort.ts';
import './comfort-panel.css';

const SIZES = Object.keys(TEXT_SIZES) as readonly TextSize[];

type ComfortPanelProps = {
  readonly t: Translate;
  readonly comfort: Comfort;
  readonly onChoose: (comfort: Comfort) => void;
  readonly onClose: () => void;
};

/**
 * How to read, between the screen and the low bar: the page behind shows at once what a choice does. Each question is a
 * short line with a station for every answer.
 */
export function ComfortPanel({ t, comfort, onChoose, onClose }: ComfortPanelProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever reads with a screen reader, or goes with the keyboard, is taken to what has just appeared.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="comfort" id="comfort" aria-labelledby="comfort-title" data-comfort>
      <div className="comfort__head">
        <h2 id="comfort-title" ref={title} tabIndex={-1}>
          {t('comfort.title')}
        </h2>
        <Pill
          look="outline"
          data-action="close-comfort"
          start={<X aria-hidden size="3.4rem" />}
          onClick={onClose}
        >
          {t('comfort.close')}
        </Pill>
      </div>
      <div className="comfort__questions">
        <Question label={t('comfort.text')}>
          {SIZES.map((text) => (
            <Answer
              key={text}
              name={`text ${text}`}
              words={t(`comfort.texts.${text}`)}
              chosen={comfort.text === text}
              onChoose={() => onChoose({ ...comfort, text })}
            >
              <span className="comfort__letter" data-size={text}>
                A
              </span>
            </Answer>
          ))}
        </Question>
        <Question label={t('comfort.contrast')}>
          {CONTRASTS.map((contrast) => (
            <Answer
              key={contrast}
              name={`contrast ${contrast}`}
              words={t(`comfort.contrasts.${contrast}`)}
              chosen={comfort.contrast === contrast}
              onChoose={() => onChoose({ ...comfort, contrast })}
            >
              {contrast === 'strong' ? <ContrastIcon aria-hidden /> : <SunDim aria-hidden />}
            </Answer>
          ))}
        </Question>
      </div>
    </section>
  );
}

function Question({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="comfort__question">
      <legend>{label}</legend>
      <div className="comfort__answers">{children}</div>
    </fieldset>
  );
}

type AnswerProps = {
  readonly name: string;
  readonly words: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
};

function Answer({ name, words, chosen, onChoose, children }: AnswerProps) {
  return (
    <button
      type="button"
      className="comfort__answer"
      aria-pressed={chosen}
      data-comfort-choice={name}
      onClick={onChoose}
    >
      <span className="comfort__station" aria-hidden>
        {children}
      </span>
      <span>{words}</span>
    </button>
  );
}
