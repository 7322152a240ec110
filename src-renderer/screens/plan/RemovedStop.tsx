import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Pill } from '../../ui/Pill.tsx';
import { useHere, useWords } from '../../visit/here.tsx';
import { type PlanStop, planKey } from '../../visit/plan.ts';
import { useLoaded } from '../../visit/use-loaded.ts';
import { useMinute } from '../../visit/use-minute.ts';
import { useTicks } from '../../visit/visit-store.ts';
import { stopWords } from './stop-words.ts';

type RemovedStopProps = { readonly stop: PlanStop; readonly onRestore: () => void };

/** Where a stop was taken out, with the way to put it back; it stays until the visitor does something else. */
export function RemovedStop({ stop, onRestore }: RemovedStopProps) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const loaded = useLoaded();
  const now = useMinute();
  const ticks = useTicks(stop.thing.id);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const words = stopWords(stop.thing, {
    header: catalogue.header(stop.thing.id, language),
    document: loaded(stop.thing.id),
    ticks,
    guide: catalogue.guide,
    now,
    t,
  });
  return (
    <div className="planned planned--removed" data-anchor={planKey(stop.thing)}>
      <span className="planned__station" aria-hidden />
      <p className="planned__what" role="status">
        <span className="planned__title">{words?.title}</span>
        <span className="planned__note">{t('plan.removed')}</span>
      </p>
      <Pill
        ref={button}
        look="outline"
        data-action="restore"
        start={<Undo2 aria-hidden size="3.8rem" strokeWidth={2.4} />}
        onClick={onRestore}
      >
        {t('plan.restore')}
      </Pill>
    </div>
  );
}
