import { Delete } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../../visit/here.tsx';
import { ACCENTS, type Key, LETTERS, type SignKey } from './layout.ts';
import { usePress } from './use-press.ts';
import './keyboard.css';

type KeyboardProps = {
  readonly onSign: (sign: string) => void;
  readonly onDelete: () => void;
};

/** A held key, by its place, whose accents are offered. */
type Held = { readonly key: SignKey; readonly row: number; readonly column: number };

/** Columns of the grid: two for a key. */
const COLUMNS = 20;

/**
 * The keyboard on the screen. It is one stop on the way of the tabulator; arrows move between its keys. It writes
 * nothing itself: whoever shows it gets signs.
 */
export const Keyboard = memo(function Keyboard({ onSign, onDelete }: KeyboardProps) {
  const { t } = useWords();
  const [layer, setLayer] = useState<'letters' | 'accents'>('letters');
  const [held, setHeld] = useState<Held | null>(null);
  const [stop, setStop] = useState('1-0');
  const board = useRef<HTMLFieldSetElement>(null);

  const write = (sign: string) => {
    setHeld(null);
    setLayer('letters');
    onSign(sign);
  };
  const lift = (x: number, y: number) => {
    const over = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-variant]');
    if (over?.dataset['variant']) write(over.dataset['variant']);
  };
  const keyOf = (key: Key, row: number, column: number): ReactNode => {
    const place = `${row}-${column}`;
    const common = {
      place,
      isStop: stop === place,
      style: { '--row': row + 1, '--column': column + 1, '--span': key.span },
    };
    switch (key.kind) {
      case 'sign': {
        const hold =
          key.variants.length === 0 ? {} : { onHold: () => setHeld({ key, row, column }), onLift: lift };
        return (
          <KeyButton
            key={place}
            {...common}
            sign={key.sign}
            label={labelOf(key.sign, t('search.apostrophe'), t('search.hyphen'))}
            press={{ onPress: () => write(key.sign), ...hold }}
          >
            {key.sign}
          </KeyButton>
        );
      }
      case 'space':
        return (
          <KeyButton key={place} {...common} name="space" press={{ onPress: () => write(' ') }}>
            {t('search.space')}
          </KeyButton>
        );
      case 'delete':
        return (
          <KeyButton
            key={place}
            {...common}
            name="delete"
            label={t('search.delete')}
            press={{
              onPress: () => {
                setHeld(null);
                onDelete();
              },
              repeats: true,
            }}
          >
            <Delete aria-hidden size="4.2rem" strokeWidth={2.2} />
          </KeyButton>
        );
      case 'layer': {
        const isLetters = layer === 'letters';
        const toggle = () => {
          setHeld(null);
          setLayer(isLetters ? 'accents' : 'letters');
        };
        return (
          <KeyButton
            key={place}
            {...common}
            name="layer"
            // What is said begins with what is written on the key: people who steer by voice read it there.
            label={
              isLetters
                ? `${t('search.accents')}, ${t('search.accentsLabel')}`
                : `${t('search.letters')}, ${t('search.lettersLabel')}`
            }
            press={{ onPress: toggle }}
          >
            {isLetters ? t('search.accents') : t('search.letters')}
          </KeyButton>
        );
      }
    }
  };

  const rows = layer === 'letters' ? LETTERS : ACCENTS;
  return (
    <fieldset
      className="keyboard"
      ref={board}
      onFocus={({ target }) => target.dataset['place'] && setStop(target.dataset['place'])}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setHeld(null);
        moveFocus(event, board.current);
      }}
    >
      <legend className="visually-hidden">{t('search.keyboard')}</legend>
      {rows.map((row, index) => {
        let column = 0;
        return row.map((key) => {
          const button = keyOf(key, index, column);
          column += key.span;
          return button;
        });
      })}
      {held && (
        <Variants held={held} label={t('search.variants', { letter: held.key.sign })} onChoose={write} />
      )}
    </fieldset>
  );
});

type KeyButtonProps = {
  readonly place: string;
  readonly isStop: boolean;
  readonly style: Readonly<Record<`--${string}`, number>>;
  readonly sign?: string;
  readonly name?: string;
  readonly label?: string | undefined;
  readonly press: Parameters<typeof usePress>[0];
  readonly children: ReactNode;
};

function KeyButton({ place, isStop, style, sign, name, label, press, children }: KeyButtonProps) {
  return (
    <button
      type="button"
      className={`key key--${name ?? 'sign'}`}
      style={style}
      data-place={place}
      data-key={sign ?? name}
      data-preview={sign}
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      {...usePress(press)}
    >
      {children}
    </button>
  );
}

/** The accents of a held key, above it: slide the finger there, or lift it and touch one. */
function Variants({
  held: { key, row, column },
  label,
  onChoose,
}: {
  readonly held: Held;
  readonly label: string;
  readonly onChoose: (sign: string) => void;
}) {
  const width = key.variants.length * 2;
  const first = Math.min(Math.max(0, column - 2), COLUMNS - width);
  return (
    <fieldset
      className="variants"
      aria-label={label}
      style={{ '--row': row, '--column': first + 1, '--span': width }}
    >
      {key.variants.map((sign) => (
        <Variant key={sign} sign={sign} onChoose={onChoose} />
      ))}
    </fieldset>
  );
}

function Variant({ sign, onChoose }: { readonly sign: string; readonly onChoose: (sign: string) => void }) {
  return (
    <button
      type="button"
      className="key key--variant"
      data-variant={sign}
      {...usePress({ onPress: () => onChoose(sign) })}
    >
      {sign}
    </button>
  );
}

/** Signs that are no letters have a name to be read aloud. */
function labelOf(sign: string, apostrophe: string, hyphen: string): string | undefined {
  return sign === '’' ? apostrophe : sign === '-' ? hyphen : undefined;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Moves the focus to the next key in a direction, by where keys stand on the screen. */
function moveFocus(event: KeyboardEvent, board: HTMLElement | null): void {
  const step = STEPS[event.key];
  const from = document.activeElement;
  if (!step || !board || !(from instanceof HTMLElement) || !from.dataset['place']) return;
  event.preventDefault();
  const [down, right] = step;
  const here = from.getBoundingClientRect();
  let best: HTMLElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const key of board.querySelectorAll<HTMLElement>('[data-place]')) {
    const box = key.getBoundingClientRect();
    const along = right === 0 ? (box.top - here.top) * down : (box.left - here.left) * right;
    const aside = right === 0 ? Math.abs(middle(box) - middle(here)) : Math.abs(box.top - here.top);
    if (along < 1 || (right !== 0 && aside > 1)) continue;
    const distance = along * 10 + aside;
    if (distance < least) [best, least] = [key, distance];
  }
  best?.focus();
}

function middle({ left, width }: DOMRect): number {
  return left + width / 2;
}
