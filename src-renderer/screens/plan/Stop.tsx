import {
  BookOpen,
  CalendarDays,
  ListChecks,
  MessagesSquare,
  SquareCheckBig,
  SquarePen,
  X,
} from 'lucide-react';
import { useRef } from 'react';
import { useHere, useWords } from '../../visit/here.tsx';
import { type PlanStop, type PlanThing, planKey } from '../../visit/plan.ts';
import { useLoaded } from '../../visit/use-loaded.ts';
import { useMinute } from '../../visit/use-minute.ts';
import { useTicks } from '../../visit/visit-store.ts';
import { stopWords } from './stop-words.ts';
import { Tools } from './Tools.tsx';

const ICONS = {
  document: BookOpen,
  event: CalendarDays,
  contact: MessagesSquare,
  remains: ListChecks,
  item: SquareCheckBig,
} as const satisfies Record<PlanThing['kind'], unknown>;

type StopProps = {
  readonly stop: PlanStop;
  /** Whether it is at an end of the whole plan, beyond which it cannot be moved. */
  readonly place: { readonly first: boolean; readonly last: boolean };
  readonly open: boolean;
  readonly onOpen: () => void;
  /** Called before anything about it is changed. */
  readonly onChange: () => void;
  readonly onRemove: () => void;
};

/** One stop of the plan: what it is, its notes, and behind "change" everything that can be done with it. */
export function Stop({ stop, place, open, onOpen, onChange, onRemove }: StopProps) {
  const { catalogue, navigator } = useHere();
  const { language, t } = useWords();
  const loaded = useLoaded();
  const now = useMinute();
  const { thing, notes } = stop;
  const ticks = useTicks(thing.id);
  const row = useRef<HTMLElement>(null);
  const key = planKey(thing);
  const words = stopWords(thing, {
    header: catalogue.header(thing.id, language),
    document: loaded(thing.id),
    ticks,
    guide: catalogue.guide,
    now,
    t,
  });
  if (!words) return null;
  const Icon = ICONS[thing.kind];
  const toolsId = `tools-${key}`;
  return (
    <section
      ref={row}
      className="planned"
      aria-label={words.title}
      data-line={words.line}
      data-anchor={key}
      data-plan-stop={key}
      data-step={stop.step}
      data-open={open || undefined}
    >
      <span className="planned__station" data-passed={words.done || undefined} aria-hidden>
        <Icon size="4.4rem" strokeWidth={2.2} />
      </span>
      <button
        type="button"
        className="planned__what"
        data-document-id={thing.id}
        onClick={() => void navigator.toDocument(thing.id)}
      >
        <span className="planned__title">{words.title}</span>
        <span className="planned__note">{words.note}</span>
        {notes.map((note) => (
          <span key={note} className="planned__said">
            {t(`plan.note.${note}`)}
          </span>
        ))}
      </button>
      <button
        type="button"
        className="planned__change"
        aria-expanded={open}
        aria-controls={toolsId}
        data-action="change-stop"
        onClick={onOpen}
      >
        {open ? <X aria-hidden strokeWidth={2.4} /> : <SquarePen aria-hidden strokeWidth={2.2} />}
        <span>{t(open ? 'plan.close' : 'plan.change')}</span>
        <span className="visually-hidden">{words.title}</span>
      </button>
      <div id={toolsId} className="planned__tools" hidden={!open}>
        {open && (
          <Tools
            stop={stop}
            place={place}
            onChange={onChange}
            onRemove={onRemove}
            onMoved={() => row.current?.scrollIntoView({ block: 'nearest' })}
          />
        )}
      </div>
    </section>
  );
}
