import { Fragment, type ReactNode } from 'react';
import { marksIn } from '../../catalogue/search/marks.ts';
import { useWords } from '../../visit/here.tsx';

type MarkedProps = {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly question: string;
};

/** A text with what answers the question marked. */
export function Marked({ text, terms, question }: MarkedProps): ReactNode {
  const { language } = useWords();
  let from = 0;
  const pieces = marksIn(text, terms, question, language).map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return (
      <Fragment key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  );
}
