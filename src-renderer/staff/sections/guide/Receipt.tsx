import type { StickReceipt } from '../../../../src-main/contract/staff.ts';
import { useStaff } from '../../here.tsx';
import { momentWords } from '../../moment-words.ts';
import { Facts } from '../../parts/Facts.tsx';
import { Told } from '../../parts/Told.tsx';

type Changed = StickReceipt['added'];

/** What a stick has brought, as plain facts. */
export function Receipt({ receipt }: { readonly receipt: StickReceipt }) {
  const { t, language } = useStaff();
  const { isNothingNew, from, to, label, channel, publishedAt, signedBy, added, changed, removed } = receipt;
  return (
    <div className="staff__receipt" data-receipt={to}>
      <h3>{t('guide.receipt')}</h3>
      <Told tone={isNothingNew ? 'plain' : 'good'} name={isNothingNew ? 'nothing-new' : 'brought'}>
        {isNothingNew ? t('guide.nothing-new') : t('guide.brought', { to })}
      </Told>
      <Facts
        facts={[
          [t('status.edition'), from === null || from === to ? `${to}` : `${from} → ${to}`],
          [t('guide.label'), label],
          [t('guide.channel'), channel],
          [t('guide.published'), momentWords(publishedAt, language)],
          [t('guide.signed'), signedBy.join(', ')],
          [t('guide.added'), <Paths key="added" changed={added} />],
          [t('guide.changed'), <Paths key="changed" changed={changed} />],
          [t('guide.removed'), <Paths key="removed" changed={removed} />],
        ]}
      />
    </div>
  );
}

/** How many, and the first of them by their names in the guide. */
function Paths({ changed: { count, first } }: { readonly changed: Changed }) {
  return (
    <>
      {count}
      {first.map((path) => (
        <span key={path} className="staff__document">
          {path.replace(/^documents\//, '').replace(/\.json$/, '')}
        </span>
      ))}
      {count > first.length && <span className="staff__document">…</span>}
    </>
  );
}
