import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SyncNews } from '../../../../src-main/contract/staff.ts';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Card } from '../../parts/Card.tsx';
import { Told } from '../../parts/Told.tsx';

/** Asks the central server now, and shows how far it is. */
export function SyncNow({ onChanged }: { readonly onChanged: () => void }) {
  const { desk, t, whileBusy } = useStaff();
  const [news, setNews] = useState<SyncNews | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    const off = desk.on.syncChanged(({ sync }) => setNews(sync));
    desk.getSync().then(
      (sync) => setNews((before) => before ?? sync),
      () => setFailed(true),
    );
    return off;
  }, [desk]);

  const ask = () => {
    setAsking(true);
    setFailed(false);
    whileBusy(desk.syncNow())
      .then(setNews, () => setFailed(true))
      .finally(() => {
        setAsking(false);
        onChanged();
      });
  };

  if (news?.state === 'off') return <Card title={t('guide.sync')} text={t('guide.no-server')} />;
  return (
    <Card title={t('guide.sync')} text={t('guide.sync-text')}>
      <Pill
        data-action="sync-now"
        aria-disabled={isAsking}
        start={<RefreshCw aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => !isAsking && ask()}
      >
        {isAsking ? t('guide.asking') : t('guide.sync-now')}
      </Pill>
      {news !== null && <SyncWords news={news} />}
      {hasFailed && (
        <Told tone="bad" name="failed">
          {t('page.failed')}
        </Told>
      )}
    </Card>
  );
}

function SyncWords({ news }: { readonly news: SyncNews }) {
  const { t } = useStaff();
  const isBad = news.state === 'offline' || news.state === 'refused';
  const { seq, progress } = news;
  const edition = seq === null ? '' : ` · ${t('status.edition')} ${seq}`;
  const arrived =
    seq === null || progress === null
      ? null
      : t('guide.downloading', { percent: Math.floor(100 * progress), seq });
  return (
    <>
      <Told tone={isBad ? 'bad' : news.state === 'up-to-date' ? 'good' : 'plain'} name={`sync-${news.state}`}>
        {arrived ?? `${t(`sync.${news.state}`)}${edition}`}
      </Told>
      {progress !== null && (
        <progress className="staff__progress" value={progress} max={1} aria-label={t('sync.downloading')} />
      )}
      {news.sentence !== null && (
        <p className="card__text" lang="en">
          {news.sentence}
        </p>
      )}
    </>
  );
}
