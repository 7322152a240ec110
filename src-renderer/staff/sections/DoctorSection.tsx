import { CircleAlert, CircleCheck, CircleX, Stethoscope } from 'lucide-react';
import type { DoctorFinding, DoctorReport, Verdict } from '../../../src-main/contract/doctor-report.ts';
import { Pill } from '../../ui/Pill.tsx';
import { useStaff } from '../here.tsx';
import { momentWords } from '../moment-words.ts';
import { Told } from '../parts/Told.tsx';
import { useAnswer } from '../use-answer.ts';
import type french from '../words/fr.json';
import './doctor.css';

type KnownCheck = keyof (typeof french)['doctor']['check'];

/** Checks that have a name in the words of this page; one that is newer than them keeps its own. */
const KNOWN_CHECKS = [
  'configuration',
  'trust',
  'server',
  'clock',
  'disk-space',
  'disk-health',
  'display',
  'touch',
  'printer',
  'sound',
  'headset',
  'network',
  'permissions',
  'session',
  'package',
  'watchdog',
  'memory',
  'running',
  'reach',
] as const satisfies readonly KnownCheck[];

const isKnown = (id: string): id is KnownCheck => KNOWN_CHECKS.some((known) => known === id);

/** What `openfloor doctor` finds, with the heaviest first. */
export function DoctorSection() {
  const { desk, t, whileBusy } = useStaff();
  const { answer, again } = useAnswer(() => whileBusy(desk.runDoctor()));
  const isAsking = answer.kind === 'asking';
  return (
    <>
      <h1>{t('doctor.title')}</h1>
      <div className="staff__wide staff__stack">
        <p className="card__text">{isAsking ? t('doctor.running') : t('doctor.lead')}</p>
        <Pill
          data-action="run-doctor"
          aria-disabled={isAsking}
          start={<Stethoscope aria-hidden size="3.4rem" strokeWidth={2.4} />}
          onClick={() => !isAsking && again()}
        >
          {t('doctor.run')}
        </Pill>
        {answer.kind === 'failed' && (
          <Told tone="bad" name="failed">
            {t('page.failed')}
          </Told>
        )}
      </div>
      {answer.kind === 'answered' && <Report report={answer.value} />}
    </>
  );
}

const WEIGHT: Readonly<Record<Verdict, number>> = { fail: 0, warn: 1, pass: 2 };

function Report({ report }: { readonly report: DoctorReport }) {
  const { t, language } = useStaff();
  const { findings } = report;
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const counts = { pass: count('pass'), warn: count('warn'), fail: count('fail') };
  const isWell = counts.warn + counts.fail === 0;
  const sorted = [...findings].sort(
    (one, other) => WEIGHT[one.verdict] - WEIGHT[other.verdict] || one.number - other.number,
  );
  return (
    <>
      <div className="staff__wide staff__stack">
        <Told tone={isWell ? 'good' : counts.fail > 0 ? 'bad' : 'plain'} name="doctor">
          {isWell ? t('doctor.all-well') : t('doctor.counts', counts)} · {momentWords(report.at, language)}
        </Told>
        <p className="card__text">{t('doctor.english')}</p>
      </div>
      <ol className="findings staff__wide">
        {sorted.map((finding) => (
          <Finding key={finding.number} finding={finding} />
        ))}
      </ol>
    </>
  );
}

const ICONS = { pass: CircleCheck, warn: CircleAlert, fail: CircleX } as const;

function Finding({ finding }: { readonly finding: DoctorFinding }) {
  const { t } = useStaff();
  const { number, id, title, verdict, found, means, todo } = finding;
  const Icon = ICONS[verdict];
  return (
    <li className={`finding finding--${verdict}`} data-finding={id}>
      <p className="finding__verdict">
        <Icon aria-hidden size="3.8rem" strokeWidth={2.4} />
        {t(`doctor.${verdict}`)}
      </p>
      <h2 className="finding__title">
        {number}. {isKnown(id) ? t(`doctor.check.${id}`) : <span lang="en">{title}</span>}
      </h2>
      <div className="finding__words" lang="en">
        <p>{found}</p>
        {verdict !== 'pass' && <p>{means}</p>}
        {todo !== null && <p className="finding__todo">{todo}</p>}
      </div>
    </li>
  );
}
