import { useEffect, useState } from 'react';
import { themeOf } from '../../../content/model/document.ts';
import { findTheme } from '../../../content/model/guide.ts';
import { placeKey, type TakeawayOf } from '../../navigation/place.ts';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { useCount } from '../../visit/count.ts';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import { PrintTicket } from '../../visit/print/PrintTicket.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { markTaken } from '../../visit/visit-store.ts';
import { Choice } from './Choice.tsx';
import { TicketCard } from './TicketCard.tsx';
import { useTakeaway } from './use-takeaway.ts';
import './takeaway.css';

/** The ticket: what a visitor takes home on a phone, one code at a time, without account or network. */
export function TakeawayScreen({
  of,
  stop,
  back,
  languageSwitch,
}: ScreenProps & { readonly of: TakeawayOf }) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const areaRef = useKeptPlace(stop);
  const takeaway = useTakeaway(of);
  const count = useCount();
  const [chosen, setChosen] = useState<string | null>(null);
  const key = placeKey({ screen: 'takeaway', of });
  const there = takeaway !== null;
  useEffect(() => {
    if (!there) return;
    markTaken(key);
    count('takeaway-used', key);
  }, [there, key, count]);

  const header = of.what === 'document' ? catalogue.header(of.id, language) : undefined;
  const line = findTheme(catalogue.guide, header && themeOf(header))?.line ?? 'ink';
  const offers = takeaway?.offers ?? [];
  const offer = offers.find((other) => other.key === chosen) ?? offers[0];
  return (
    <ScreenFrame
      line={line}
      head="plain"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="takeaway-title">
          <Title>{t('takeaway.title')}</Title>
          <p>{offer ? t('takeaway.lead') : t('plan.emptyText')}</p>
          {offer && offers.length > 1 && (
            <Choice offers={offers} chosen={offer.key} withTitles={of.what === 'plan'} onChoose={setChosen} />
          )}
          {takeaway && <PrintTicket ticket={() => takeaway.ticket} />}
        </div>
      }
    >
      {offer && (
        <div className="takeaway">
          <TicketCard key={offer.key} offer={offer} />
        </div>
      )}
    </ScreenFrame>
  );
}
