import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { StaffLine } from '../../../src-main/contract/staff.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { useStaff } from '../here.tsx';
import { momentWords } from '../moment-words.ts';
import { Told } from '../parts/Told.tsx';
import { useAnswerNow } from '../use-answer.ts';

/** The last lines of the terminal's log. */
export function LogSection() {
  const { desk, t } = useStaff();
  const { answer, again } = useAnswerNow(desk.getLines);
  const [level, setLevel] = useState<StaffLine['level'] | null>(null);
  const lines =
    answer.kind === 'answered' ? answer.value.filter((line) => level === null || line.level === level) : [];
  return (
    <>
      <h1>{t('log.title')}</h1>
      <div className="staff__wide staff__stack">
        <p className="card__text">{t('log.lead')}</p>
        <div className="staff__row">
          <Choice
            name="level"
            label={t('log.title')}
            all={t('log.all')}
            options={[
              { value: 'trouble', words: t('log.trouble') },
              { value: 'note', words: t('log.note') },
            ]}
            chosen={level}
            onChoose={setLevel}
          />
          <Pill
            look="outline"
            data-action="log-again"
            start={<RefreshCw aria-hidden size="3.4rem" strokeWidth={2.4} />}
            onClick={again}
          >
            {t('page.again')}
          </Pill>
        </div>
        {answer.kind === 'failed' && (
          <Told tone="bad" name="failed">
            {t('page.failed')}
          </Told>
        )}
        {answer.kind === 'answered' && lines.length === 0 && (
          <Told tone="plain" name="no-lines">
            {t('log.empty')}
          </Told>
        )}
        <Lines lines={lines} />
      </div>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly StaffLine[] }) {
  const { language } = useStaff();
  return (
    <ol className="staff__lines">
      {lines.map(({ at, level, code, sentence }, index) => (
        <li key={`${at} ${code} ${lines.length - index}`} className="staff__line" data-level={level}>
          <span className="staff__line-at">
            {momentWords(at, language)}
            <span lang="en">{code}</span>
          </span>
          <span lang="en">{sentence}</span>
        </li>
      ))}
    </ol>
  );
}
