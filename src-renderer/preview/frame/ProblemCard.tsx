import { TriangleAlert } from 'lucide-react';
import type { PreviewProblem } from '../../../content/model/preview.ts';
import { placeWords, words } from './words.ts';
import './problem-card.css';

type ProblemCardProps = {
  readonly problem: PreviewProblem;
  /** Shows the document it stands in; absent where that is on screen already or is no document. */
  readonly onOpen?: (() => void) | undefined;
};

/** One thing to put right: where it is, what happened, why it matters, what to do. */
export function ProblemCard({ problem, onOpen }: ProblemCardProps) {
  const { file, line, column, what, why, todo } = problem;
  return (
    <article className="problem" data-problem={file}>
      <p className="problem__place">
        <TriangleAlert aria-hidden size={16} strokeWidth={2.4} />
        <code>{placeWords(file, line, column)}</code>
      </p>
      <p className="problem__what">{what}</p>
      <dl className="problem__more">
        <dt>{words.whyLabel}</dt>
        <dd>{why}</dd>
        <dt>{words.todoLabel}</dt>
        <dd>{todo}</dd>
      </dl>
      {onOpen && (
        <button type="button" className="quiet-button" onClick={onOpen}>
          {words.open}
        </button>
      )}
    </article>
  );
}
