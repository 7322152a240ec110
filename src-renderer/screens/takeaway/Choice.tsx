import { CalendarPlus, FileText, UserPlus } from 'lucide-react';
import type { Offer, OfferKind } from '../../takeaway/offers.ts';
import { useWords } from '../../visit/here.tsx';

const ICONS = {
  text: FileText,
  calendar: CalendarPlus,
  contact: UserPlus,
} as const satisfies Record<OfferKind, unknown>;

type ChoiceProps = {
  readonly offers: readonly Offer[];
  /** Key of the one that is shown. */
  readonly chosen: string;
  /** True where the offers are of several things, so that each says of which. */
  readonly withTitles: boolean;
  readonly onChoose: (key: string) => void;
};

/** Which of the things to take: a text, a date, a contact. */
export function Choice({ offers, chosen, withTitles, onChoose }: ChoiceProps) {
  const { t } = useWords();
  return (
    <fieldset className="choice">
      <legend>{t('takeaway.what')}</legend>
      {offers.map(({ kind, key, title, words }) => {
        const Icon = ICONS[kind];
        return (
          <button
            key={key}
            type="button"
            className="choice__offer"
            aria-pressed={key === chosen}
            data-offer={key}
            onClick={(event) => {
              onChoose(key);
              // With many offers the code may lie below the edge: it comes to whoever has chosen.
              event.currentTarget
                .closest('.takeaway')
                ?.lastElementChild?.scrollIntoView({ block: 'nearest' });
            }}
          >
            <Icon aria-hidden strokeWidth={2.2} />
            <span>
              {withTitles && kind !== 'text' && <b>{title}</b>}
              {words}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
