import { Hand } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';
import { cellAt, gridFor, type TouchGrid } from './touch-grid.ts';
import './touch-test.css';

/** The screen to paint over with a finger; afterwards, how many cells did not answer. */
export function TouchTest() {
  const { t } = useStaff();
  const [isPainting, setPainting] = useState(false);
  const [dead, setDead] = useState<number | null>(null);
  return (
    <Card title={t('tests.touch')} text={t('tests.touch-text')}>
      <Pill
        data-action="touch-test"
        start={<Hand aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => setPainting(true)}
      >
        {t('tests.touch-start')}
      </Pill>
      {dead !== null && (
        <Told tone={dead === 0 ? 'good' : 'bad'} name="touch">
          {dead === 0 ? t('tests.touch-done') : t('tests.touch-dead', { count: dead })}
        </Told>
      )}
      {isPainting && (
        <Painting
          onEnd={(left) => {
            setPainting(false);
            setDead(left);
          }}
        />
      )}
    </Card>
  );
}

function pixelsPerMm(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')) || 4;
}

function Painting({ onEnd }: { readonly onEnd: (left: number) => void }) {
  const { t } = useStaff();
  const dialog = useRef<HTMLDialogElement>(null);
  const [grid] = useState<TouchGrid>(() => gridFor(innerWidth, innerHeight, pixelsPerMm()));
  const [painted, setPainted] = useState<ReadonlySet<number>>(new Set());
  const left = grid.columns * grid.rows - painted.size;
  useEffect(() => dialog.current?.showModal(), []);

  const paint = (event: PointerEvent) => {
    // Between two frames a finger moves over several cells: the browser has noted the way.
    const points = event.nativeEvent.getCoalescedEvents();
    const cells = (points.length > 0 ? points : [event.nativeEvent]).map(({ clientX, clientY }) =>
      cellAt(clientX / innerWidth, clientY / innerHeight, grid),
    );
    setPainted((before) =>
      cells.every((cell) => before.has(cell)) ? before : new Set([...before, ...cells]),
    );
  };

  return (
    <dialog
      ref={dialog}
      className="painting"
      aria-label={t('tests.touch')}
      onCancel={(event) => {
        event.preventDefault();
        onEnd(left);
      }}
    >
      <div
        className="painting__cells"
        data-cells={grid.columns * grid.rows}
        data-left={left}
        style={{ gridTemplate: `repeat(${grid.rows}, 1fr) / repeat(${grid.columns}, 1fr)` }}
        onPointerDown={paint}
        onPointerMove={paint}
      >
        {Array.from({ length: grid.columns * grid.rows }, (_, cell) => (
          <span key={cell} data-painted={painted.has(cell) || undefined} />
        ))}
      </div>
      <div className="painting__words">
        <p aria-live="off">{left === 0 ? t('tests.touch-done') : t('tests.touch-left', { count: left })}</p>
        <Pill data-action="touch-end" onClick={() => onEnd(left)}>
          {t('tests.touch-end')}
        </Pill>
      </div>
    </dialog>
  );
}
