import { ChevronDown } from 'lucide-react';
import { useCallback } from 'react';
import type { PreviewProblem } from '../../../content/model/preview.ts';
import type { Size } from './arrangement.ts';
import { ProblemCard } from './ProblemCard.tsx';
import { languageName, thingsHere } from './words.ts';
import './screen.css';

type ScreenProps = {
  readonly language: string;
  readonly size: Size;
  readonly scale: number;
  /** What is to be put right in the document on this screen. */
  readonly problems: readonly PreviewProblem[];
  readonly attach: (language: string, element: HTMLIFrameElement | null) => void;
};

/** One terminal's screen in its true size, drawn smaller; what is wrong on it lies over it. */
export function Screen({ language, size, scale, problems, attach }: ScreenProps) {
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
      {problems.length > 0 && (
        <details className="screen__problems" open>
          <summary>
            {thingsHere(problems.length)}
            <ChevronDown aria-hidden size={18} strokeWidth={2.4} />
          </summary>
          <div className="screen__list">
            {problems.map((problem) => (
              <ProblemCard key={keyOf(problem)} problem={problem} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function keyOf({ file, line, column, what }: PreviewProblem): string {
  return `${file}:${line}:${column} ${what}`;
}
