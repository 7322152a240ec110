import { useEffect, useRef } from 'react';
import { Pill } from '../ui/Pill.tsx';
import { playChime } from './chime.ts';
import { useWords } from './here.tsx';
import './idle-warning.css';

type IdleWarningProps = {
  readonly remainingMs: number;
  /** Length of the whole warning, in milliseconds. */
  readonly totalMs: number;
  readonly onStay: () => void;
  readonly onLeave: () => void;
};

const RADIUS = 150;
const ROUND = 2 * Math.PI * RADIUS;

/** "Are you still there?" over the current screen, seen and heard: a line that runs out, and one big answer. */
export function IdleWarning({ remainingMs, totalMs, onStay, onLeave }: IdleWarningProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const seconds = Math.ceil(remainingMs / 1000);

  useEffect(() => {
    dialog.current?.showModal();
    try {
      playChime();
    } catch {
      // A terminal without a sound device: the warning is seen all the same.
    }
  }, []);

  return (
    <dialog
      ref={dialog}
      className="idle-warning"
      data-idle-warning
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <div className="idle-warning__clock" aria-hidden>
        <svg viewBox="0 0 332 332" role="presentation">
          <circle className="idle-warning__track" cx="166" cy="166" r={RADIUS} />
          <circle
            className="idle-warning__left"
            cx="166"
            cy="166"
            r={RADIUS}
            strokeDasharray={ROUND}
            strokeDashoffset={ROUND * (1 - remainingMs / totalMs)}
          />
        </svg>
        <span className="idle-warning__seconds">
          <b>{seconds}</b>
          {t('idle.seconds', { count: seconds })}
        </span>
      </div>
      <h2 id="idle-title">{t('idle.title')}</h2>
      <p id="idle-text">{t('idle.text')}</p>
      <Pill data-action="still-here" onClick={onStay}>
        {t('idle.stay')}
      </Pill>
      <Pill look="outline" data-action="leave-now" onClick={onLeave}>
        {t('idle.leave')}
      </Pill>
    </dialog>
  );
}
