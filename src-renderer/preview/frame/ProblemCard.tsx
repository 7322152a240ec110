import { Feather, TriangleAlert } from 'lucide-react';
import type { PreviewProblem } from '../../../content/model/preview.ts';
import { placeWords, words } from './words.ts';
import './problem-card.css';

type ProblemCardProps = {
  readonly problem: PreviewProblem;
  /** Shows the document it stands in; absent where that is on screen already or is no document. */
  readonly onOpen?: (() => void) | undefined;
  /** Brings the block it concerns into sight; absent where that is not on screen. */
  readonly onLook?: (() => void) | undefined;
};

/** One thing to put right, or to think about: where it is, what happened, why it matters, what to do. */
export function ProblemCard({ problem, onOpen, onLook }: ProblemCardProps) {
  const { level, file, line, column, what, why, todo } = problem;
  const Icon = level === 'error' ? TriangleAlert : Feather;
  return (
    <article className="problem" data-problem={file} data-level={level}>
      <p className="problem__place">
        <Icon aria-hidden size={16} strokeWidth={2.4} />
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
      {onLook && (
        <button type="button" className="quiet-button" onClick={onLook}>
          {words.look}
        </button>
      )}
    </article>
  );
}
