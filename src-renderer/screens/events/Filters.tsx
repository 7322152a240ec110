import type { DocumentHeader } from '../../../content/model/document.ts';
import { EVENT_TYPES } from '../../../content/model/kinds.ts';
import { capital, languageName } from '../../language/dates.ts';
import { Choice } from '../../ui/Choice.tsx';
import type { AgendaWish } from '../../visit/agenda.ts';
import { useWords } from '../../visit/here.tsx';
import { setEventWish } from '../../visit/visit-store.ts';

type FiltersProps = { readonly events: readonly DocumentHeader[]; readonly wish: AgendaWish };

/** Which sort, in which language; only what the agenda has, and nothing where there is no choice. */
export function Filters({ events, wish }: FiltersProps) {
  const { language, t } = useWords();
  const types = EVENT_TYPES.filter((type) =>
    events.some((header) => header.kind === 'event' && header.type === type),
  );
  const spoken = [
    ...new Set(events.flatMap((header) => (header.kind === 'event' ? header.spoken : []))),
  ].sort();
  return (
    <div className="events-filters">
      <Choice
        name="type"
        label={t('agenda.whichType')}
        all={t('agenda.allTypes')}
        options={types.map((value) => ({ value, words: t(`events.${value}`) }))}
        chosen={wish.type}
        onChoose={(type) => setEventWish({ ...wish, type })}
      />
      <Choice
        name="spoken"
        label={t('agenda.whichLanguage')}
        all={t('agenda.allLanguages')}
        options={spoken.map((value) => ({ value, words: capital(languageName(value, language), language) }))}
        chosen={wish.spoken}
        onChoose={(chosen) => setEventWish({ ...wish, spoken: chosen })}
      />
    </div>
  );
}
