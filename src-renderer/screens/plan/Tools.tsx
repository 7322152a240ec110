import { ArrowDown, ArrowUp, Check, Plus, Trash2 } from 'lucide-react';
import { flushSync } from 'react-dom';
import { Pill } from '../../ui/Pill.tsx';
import { useWords } from '../../visit/here.tsx';
import { notesFor, type PlanMove, type PlanStop, planKey } from '../../visit/plan.ts';
import { movePlanned, toggleNote } from '../../visit/plan-store.ts';

type ToolsProps = {
  readonly stop: PlanStop;
  readonly place: { readonly first: boolean; readonly last: boolean };
  readonly onChange: () => void;
  readonly onRemove: () => void;
  /** Called once a moved stop stands where it goes. */
  readonly onMoved: () => void;
};

/** What can be done with a stop by plain buttons: earlier, later, a note, out of the plan. */
export function Tools({ stop, place, onChange, onRemove, onMoved }: ToolsProps) {
  const { t } = useWords();
  const key = planKey(stop.thing);
  const move = (way: PlanMove, button: HTMLElement) => {
    flushSync(() => {
      onChange();
      movePlanned(key, way);
    });
    // A node that changes places loses the focus; whoever moves it on by keyboard wants it where it was.
    button.focus({ preventScroll: true });
    onMoved();
  };
  return (
    <>
      <div className="planned__moves">
        <Pill
          look="outline"
          data-action="earlier"
          disabled={place.first}
          start={<ArrowUp aria-hidden size="3.8rem" strokeWidth={2.4} />}
          onClick={(event) => move('earlier', event.currentTarget)}
        >
          {t('plan.earlier')}
        </Pill>
        <Pill
          look="outline"
          data-action="later"
          disabled={place.last}
          start={<ArrowDown aria-hidden size="3.8rem" strokeWidth={2.4} />}
          onClick={(event) => move('later', event.currentTarget)}
        >
          {t('plan.later')}
        </Pill>
        <Pill
          look="outline"
          data-action="remove"
          start={<Trash2 aria-hidden size="3.8rem" strokeWidth={2.2} />}
          onClick={onRemove}
        >
          {t('plan.remove')}
        </Pill>
      </div>
      <fieldset className="planned__notes">
        <legend>{t('plan.notes')}</legend>
        {notesFor(stop.thing).map((note) => {
          const chosen = stop.notes.includes(note);
          const Icon = chosen ? Check : Plus;
          return (
            <button
              key={note}
              type="button"
              className="planned__phrase"
              aria-pressed={chosen}
              data-plan-note={note}
              onClick={() => {
                onChange();
                toggleNote(key, note);
              }}
            >
              <Icon aria-hidden size="3.2rem" strokeWidth={2.6} />
              <span>{t(`plan.note.${note}`)}</span>
            </button>
          );
        })}
      </fieldset>
    </>
  );
}
