import { useEffect, useRef } from 'react';
import { Pill } from '../../ui/Pill.tsx';
import { useStaff } from '../here.tsx';
import './asked.css';

type AskedProps = {
  readonly question: string;
  /** What it means, in a sentence. */
  readonly text: string;
  /** The words of the button that does it. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** A question before something that cannot be taken back by the next touch. */
export function Asked({ question, text, yes, onYes, onNo }: AskedProps) {
  const { t } = useStaff();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="asked"
      aria-labelledby="asked-question"
      aria-describedby="asked-text"
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <h2 id="asked-question">{question}</h2>
      <p id="asked-text">{text}</p>
      <Pill data-action="yes" onClick={onYes}>
        {yes}
      </Pill>
      <Pill look="outline" data-action="no" onClick={onNo}>
        {t('page.cancel')}
      </Pill>
    </dialog>
  );
}
