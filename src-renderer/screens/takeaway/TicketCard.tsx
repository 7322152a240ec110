import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Offer } from '../../takeaway/offers.ts';
import { qrOf } from '../../takeaway/qr.ts';
import { QUIET_MODULES } from '../../takeaway/qr-limits.ts';
import { Pill } from '../../ui/Pill.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Station } from '../../ui/Station.tsx';
import { useWords } from '../../visit/here.tsx';

/** The ticket itself: one code, its number when there are several, and below the tear line how it is done. */
export function TicketCard({ offer }: { readonly offer: Offer }) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const { codes, kind, leftOut } = offer;
  // Another language may need fewer codes.
  const part = Math.min(at, codes.length - 1);
  const code = codes[part] ?? '';
  const modules = useMemo(() => qrOf(code), [code]);
  const several = codes.length > 1;
  const title = t('takeaway.code', { title: offer.title, words: offer.words });
  return (
    <section className="ticket" aria-label={offer.title} data-anchor="ticket">
      <header className="ticket__head">
        <h2>{offer.title}</h2>
        {offer.words && <p>{offer.words}</p>}
      </header>
      <div className="ticket__code">
        <QrCode modules={modules} quiet={QUIET_MODULES} label={title} />
      </div>
      {several && (
        <nav className="ticket__parts" aria-label={t('takeaway.partHint')}>
          <Pill
            look="outline"
            data-action="previous-code"
            disabled={part === 0}
            start={<ArrowLeft aria-hidden size="4rem" strokeWidth={2.4} />}
            onClick={() => setAt(part - 1)}
          >
            {t('takeaway.previous')}
          </Pill>
          <p className="ticket__part" aria-live="polite" data-part={part + 1} data-parts={codes.length}>
            <span className="ticket__stations" aria-hidden>
              {codes.map((text, index) => (
                <Station key={text} passed={index <= part} />
              ))}
            </span>
            {t('takeaway.part', { part: part + 1, of: codes.length })}
          </p>
          <Pill
            data-action="next-code"
            disabled={part === codes.length - 1}
            end={<ArrowRight aria-hidden size="4rem" strokeWidth={2.4} />}
            onClick={() => setAt(part + 1)}
          >
            {t('takeaway.next')}
          </Pill>
        </nav>
      )}
      {leftOut > 0 && <p className="ticket__cut">{t('takeaway.cut', { count: leftOut })}</p>}
      <div className="ticket__stub">
        <h3>{t('takeaway.steps')}</h3>
        <ol>
          <li>{t('takeaway.open')}</li>
          <li>{t('takeaway.aim')}</li>
          <li>{t(`takeaway.do.${kind}`)}</li>
          {several && <li>{t('takeaway.again')}</li>}
        </ol>
      </div>
    </section>
  );
}
