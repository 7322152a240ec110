import { Link2, Link2Off } from 'lucide-react';
import { useState } from 'react';
import type { PreviewProblem } from '../../../content/model/preview.ts';
import { arrange, type Size } from './arrangement.ts';
import { Screen } from './Screen.tsx';
import type { Pages } from './use-pages.ts';
import { useRoom } from './use-room.ts';
import { languageName, words } from './words.ts';
import './stage.css';

/** Room between two screens, in CSS pixels. */
const GAP = 36;

type StageProps = {
  readonly languages: readonly string[];
  readonly size: Size;
  readonly together: boolean;
  readonly onTogether: (together: boolean) => void;
  /** Problems by screen, in the order of the languages. */
  readonly problems: readonly (readonly PreviewProblem[])[];
  readonly attach: Pages['attach'];
  readonly onLook: Pages['look'];
};

/** The screens, one for each language, equally large; the line between their names says whether they go together. */
export function Stage({ languages, size, together, onTogether, problems, attach, onLook }: StageProps) {
  const [area, setArea] = useState<HTMLElement | null>(null);
  const room = useRoom(area);
  const { direction, scale } = arrange(room, size, languages.length, GAP);
  // As long as the screens together, so that each name stands at the middle of its own, and close to it.
  const along = direction === 'row' ? size.width : size.height;
  const length = languages.length * along * scale + GAP * (languages.length - 1);
  return (
    <main className="stage" data-direction={direction} data-together={together}>
      <div
        className="stage__names"
        style={
          direction === 'row'
            ? { width: length }
            : { height: length, translate: `${(room.width - size.width * scale) / 2}px` }
        }
      >
        {languages.map((language, index) => (
          <div key={language} className="stage__stop">
            {index > 0 && <span className="stage__line" aria-hidden />}
            <span className="stage__name" lang={language}>
              {languageName(language)}
            </span>
          </div>
        ))}
        {languages.length > 1 && (
          <button
            type="button"
            className="stage__together"
            aria-pressed={together}
            title={together ? words.togetherHint : words.apartHint}
            onClick={() => onTogether(!together)}
          >
            {together ? <Link2 aria-hidden size={18} /> : <Link2Off aria-hidden size={18} />}
            {together ? words.together : words.apart}
          </button>
        )}
      </div>
      <div className="stage__screens" ref={setArea} style={{ gap: GAP }}>
        {languages.map((language, index) => (
          <Screen
            key={language}
            language={language}
            size={size}
            scale={scale}
            problems={problems[index] ?? []}
            attach={attach}
            onLook={onLook}
          />
        ))}
      </div>
    </main>
  );
}
