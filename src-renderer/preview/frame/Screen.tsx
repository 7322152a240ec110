import { ChevronDown } from 'lucide-react';
import { useCallback } from 'react';
import type { PreviewProblem } from '../../../content/model/preview.ts';
import type { Size } from './arrangement.ts';
import { ProblemCard } from './ProblemCard.tsx';
import { hintsHere, languageName, thingsHere } from './words.ts';
import './screen.css';

type ScreenProps = {
  readonly language: string;
  readonly size: Size;
  readonly scale: number;
  /** What is to be put right in the document on this screen. */
  readonly problems: readonly PreviewProblem[];
  readonly attach: (language: string, element: HTMLIFrameElement | null) => void;
  readonly onLook: (language: string, at: string) => void;
};

/** One terminal's screen in its true size, drawn smaller; what is wrong on it lies over it. */
export function Screen({ language, size, scale, problems, attach, onLook }: ScreenProps) {
  const ref = useCallback(
    (element: HTMLIFrameElement | null) => attach(language, element),
    [attach, language],
  );
  return (
    <section
      className="screen"
      data-screen-language={language}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      <iframe
        ref={ref}
        className="screen__page"
        title={languageName(language)}
        src={`/preview/page.html?language=${encodeURIComponent(language)}`}
        style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
      />
      <div className="screen__notes">
        <Notes level="error" problems={problems} onLook={(at) => onLook(language, at)} />
        <Notes level="warning" problems={problems} onLook={(at) => onLook(language, at)} />
      </div>
    </section>
  );
}

type NotesProps = {
  readonly level: PreviewProblem['level'];
  readonly problems: readonly PreviewProblem[];
  readonly onLook: (at: string) => void;
};

/** What is to be put right lies open over the screen; what readers may stumble over waits to be opened. */
function Notes({ level, problems, onLook }: NotesProps) {
  const here = problems.filter((problem) => problem.level === level);
  if (here.length === 0) return null;
  return (
    <details className="screen__problems" data-level={level} open={level === 'error'}>
      <summary>
        {level === 'error' ? thingsHere(here.length) : hintsHere(here.length)}
        <ChevronDown aria-hidden size={18} strokeWidth={2.4} />
      </summary>
      <div className="screen__list">
        {here.map((problem) => {
          const mark = problem.document?.mark ?? null;
          return (
            <ProblemCard
              key={keyOf(problem)}
              problem={problem}
              onLook={mark === null ? undefined : () => onLook(mark)}
            />
          );
        })}
      </div>
    </details>
  );
}

function keyOf({ file, line, column, what }: PreviewProblem): string {
  return `${file}:${line}:${column} ${what}`;
}
