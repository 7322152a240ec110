import { Check, RectangleHorizontal, RectangleVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PreviewProblem, PreviewState } from '../../../content/model/preview.ts';
import { ProblemCard } from './ProblemCard.tsx';
import { words } from './words.ts';
import './side.css';

type SideProps = {
  readonly state: PreviewState | null;
  /** One sentence about the edition on screen. */
  readonly status: string;
  /** A sentence that comes before everything else; null when all is as it should be. */
  readonly warning: string | null;
  readonly lying: boolean;
  readonly onLying: (lying: boolean) => void;
  /** What is to be put right in documents that are not on screen. */
  readonly elsewhere: readonly PreviewProblem[];
  readonly onOpen: (id: string) => void;
  /** The line of time. */
  readonly children: ReactNode;
};

/** Beside the screens: which guide this is, what is to be put right, what comes. */
export function Side({ state, status, warning, lying, onLying, elsewhere, onOpen, children }: SideProps) {
  const errors = state?.problems.filter(({ level }) => level === 'error').length ?? 0;
  const hints = (state?.problems.length ?? 0) - errors;
  const listed = (level: PreviewProblem['level']) =>
    elsewhere
      .filter((problem) => problem.level === level)
      .map((problem) => (
        <ProblemCard
          key={`${problem.file}:${problem.line}:${problem.column} ${problem.what}`}
          problem={problem}
          onOpen={openOf(problem, state, onOpen)}
        />
      ));
  return (
    <aside className="side">
      <header className="side__head">
        <h1>{words.title}</h1>
        {state && (
          <p className="side__folder">
            {words.guideIn} <code>{state.folder}</code>
          </p>
        )}
        <p className="side__status" role="status">
          {status}
        </p>
        {warning && (
          <p className="side__warning" role="alert">
            {warning}
          </p>
        )}
        <fieldset className="shape">
          <legend className="visually-hidden">{words.shape}</legend>
          <button type="button" aria-pressed={!lying} onClick={() => onLying(false)}>
            <RectangleVertical aria-hidden size={18} />
            {words.upright}
          </button>
          <button type="button" aria-pressed={lying} onClick={() => onLying(true)}>
            <RectangleHorizontal aria-hidden size={18} />
            {words.lying}
          </button>
        </fieldset>
      </header>
      {state && (
        <section className="works" data-problems={errors} data-hints={hints}>
          {errors === 0 ? (
            <p className="works__well">
              <Check aria-hidden size={18} strokeWidth={3} />
              {words.allWell}
            </p>
          ) : (
            <>
              <h2>
                {words.toPutRight} <span className="works__count">{errors}</span>
              </h2>
              {state.edition !== null && <p className="works__note">{words.lastGood}</p>}
              {listed('error')}
            </>
          )}
          {hints > 0 && (
            <details className="works__hints">
              <summary>
                {words.hints} <span className="works__count works__count--hint">{hints}</span>
              </summary>
              <p className="works__note">{words.hintsNote}</p>
              <div className="works__list">{listed('warning')}</div>
            </details>
          )}
        </section>
      )}
      {children}
    </aside>
  );
}

/** Opens a problem's document, as far as there are screens to show it. */
function openOf({ document }: PreviewProblem, state: PreviewState | null, onOpen: (id: string) => void) {
  return document === null || state === null || state.edition === null
    ? undefined
    : () => onOpen(document.id);
}
