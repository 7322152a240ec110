import type { ReactNode } from 'react';
import type { TerminalStatus } from '../../../src-main/contract/terminal-status.ts';
import { useStaff } from '../here.tsx';
import { megabyteWords, momentWords } from '../moment-words.ts';
import { Card } from '../parts/Card.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Told } from '../parts/Told.tsx';
import { useAnswerNow } from '../use-answer.ts';

/** How often the status is asked for, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

/** How the terminal is now, as `openfloor status` tells it. */
export function StatusSection() {
  const { desk, t } = useStaff();
  const { answer } = useAnswerNow(desk.getStatus, LOOK_EVERY_MS);
  return (
    <>
      <h1>{t('status.title')}</h1>
      {answer.kind === 'failed' && (
        <Told tone="bad" name="failed">
          {t('page.failed')}
        </Told>
      )}
      {answer.kind === 'answered' && <Status status={answer.value} />}
    </>
  );
}

function Status({ status }: { readonly status: TerminalStatus }) {
  const { t } = useStaff();
  const { reasons, settings } = status;
  return (
    <>
      <Card title={t('section.guide')}>
        <Facts facts={useGuideFacts(status)} />
      </Card>
      <Card title={t('section.terminal')}>
        <Facts facts={useTerminalFacts(status)} />
      </Card>
      <div className="staff__wide">
        <Card title={t('status.reasons')}>
          {reasons.length === 0 && (
            <Told tone="good" name="no-reasons">
              {t('status.no-reasons')}
            </Told>
          )}
          <Reasons reasons={reasons} />
        </Card>
      </div>
      {settings.problems.length > 0 && (
        <div className="staff__wide">
          <Card title={t('status.settings-problems')}>
            {settings.problems.map((problem) => (
              <p key={problem} className="card__text" lang="en" data-setting-problem>
                {problem}
              </p>
            ))}
          </Card>
        </div>
      )}
    </>
  );
}

type FactList = readonly (readonly [name: string, value: ReactNode])[];

function useGuideFacts({ edition, server, eye }: TerminalStatus): FactList {
  const { t, language } = useStaff();
  const label = edition?.label ?? null;
  const shown = edition === null ? t('guide.none') : `${edition.seq}${label === null ? '' : ` · ${label}`}`;
  const contact = server.lastContactAt;
  const settings = server.channelInSettings;
  const isChosen = settings !== null && settings !== server.channel;
  return [
    [t('status.screen'), t(`eye.${eye.state}`)],
    [t('status.alive'), t(eye.alive ? 'page.yes' : 'page.no')],
    [t('status.edition'), edition?.factory === true ? `${shown} (${t('status.factory')})` : shown],
    [t('status.server'), server.url ?? t('status.no-server')],
    [
      t('status.channel'),
      isChosen ? t('status.channel-chosen', { channel: server.channel, settings }) : server.channel,
    ],
    [t('status.sync'), t(`sync.${server.state}`)],
    [t('status.contact'), contact === null ? t('status.never') : momentWords(contact, language)],
  ];
}

function useTerminalFacts(status: TerminalStatus): FactList {
  const { t, language } = useStaff();
  const { visits, pages, printer, display, settings } = status;
  const never = t('status.never');
  return [
    [t('status.visits'), visits.ended],
    [t('status.wiped'), visits.lastWipedAt === null ? never : momentWords(visits.lastWipedAt, language)],
    [t('status.outlived'), visits.outlived],
    [t('status.faults'), pages.crashed + pages.frozen],
    [t('status.settings'), settings.problems.length],
    [t('status.printer'), printer.name ?? t('printer.none')],
    [
      t('status.display'),
      display === null
        ? t('page.none')
        : `${display.widthPx} × ${display.heightPx} · ${t(display.touch ? 'status.touch' : 'status.no-touch')}`,
    ],
    [t('status.memory'), megabyteWords(status.memoryBytes, language)],
    [t('status.started'), momentWords(status.startedAt, language)],
    [t('status.version'), `${status.version} (Electron ${status.electron})`],
  ];
}

function Reasons({ reasons }: { readonly reasons: TerminalStatus['reasons'] }) {
  const { language } = useStaff();
  return (
    <ol className="staff__lines">
      {reasons.map(({ at, code, sentence }, index) => (
        <li key={`${at} ${code} ${reasons.length - index}`} className="staff__line">
          <span className="staff__line-at">{momentWords(at, language)}</span>
          <span lang="en">{sentence}</span>
        </li>
      ))}
    </ol>
  );
}
