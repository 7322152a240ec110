import { Activity, BookOpen, Hand, MonitorCog, ScrollText, Stethoscope, X } from 'lucide-react';
import { type ComponentType, useCallback, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../content/model/names.ts';
import { STAFF_BUSY_IDLE_MS, STAFF_IDLE_MS, type StaffBriefing } from '../../src-main/contract/staff.ts';
import type { StaffDesk } from '../kiosk/staff-desk.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Pill } from '../ui/Pill.tsx';
import { StaffHereProvider } from './here.tsx';
import { reportTouches } from './report-here.ts';
import { DoctorSection } from './sections/DoctorSection.tsx';
import { GuideSection } from './sections/GuideSection.tsx';
import { LogSection } from './sections/LogSection.tsx';
import { StatusSection } from './sections/StatusSection.tsx';
import { TerminalSection } from './sections/TerminalSection.tsx';
import { TestsSection } from './sections/TestsSection.tsx';
import { staffTranslator } from './staff-words.ts';
import { usePageMarks } from './use-page-marks.ts';
import { useStaffIdle } from './use-staff-idle.ts';

type IconProps = { readonly size?: string; readonly strokeWidth?: number };
type Part = { readonly icon: ComponentType<IconProps>; readonly section: ComponentType };

/** The parts of the page, in the order in which somebody with a question looks for an answer. */
const PARTS = {
  status: { icon: Activity, section: StatusSection },
  doctor: { icon: Stethoscope, section: DoctorSection },
  guide: { icon: BookOpen, section: GuideSection },
  tests: { icon: Hand, section: TestsSection },
  log: { icon: ScrollText, section: LogSection },
  terminal: { icon: MonitorCog, section: TerminalSection },
} as const satisfies Record<string, Part>;
type PartName = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as PartName[];

type StaffPageProps = {
  readonly desk: StaffDesk;
  readonly briefing: StaffBriefing;
  readonly languages: readonly Language[];
  /** Asks for the briefing again. */
  readonly onChanged: () => void;
  readonly onLeave: () => void;
};

/** What is behind the door: one part at a time, the others one touch away. */
export function StaffPage({ desk, briefing, languages, onChanged, onLeave }: StaffPageProps) {
  const [language, setLanguage] = useState<Language>(languages[0] ?? 'fr');
  const [part, setPart] = useState<PartName>(NAMES[0] ?? 'status');
  const [busy, setBusy] = useState(0);
  const t = useMemo(() => staffTranslator(language), [language]);
  const whileBusy = useCallback(async <Value,>(work: Promise<Value>): Promise<Value> => {
    setBusy((before) => before + 1);
    try {
      return await work;
    } finally {
      setBusy((before) => before - 1);
    }
  }, []);
  const here = useMemo(
    () => ({ desk, briefing, language, t, whileBusy, changed: onChanged }),
    [desk, briefing, language, t, whileBusy, onChanged],
  );
  useEffect(() => reportTouches(desk), [desk]);
  usePageMarks(part, language);
  const idle = useStaffIdle(busy > 0 ? STAFF_BUSY_IDLE_MS : STAFF_IDLE_MS, onLeave);
  const Section = PARTS[part].section;
  const { id, place } = briefing.terminal;

  return (
    <StaffHereProvider here={here}>
      <div className="staff">
        <header className="staff__top">
          <p className="staff__name">
            <b>{id}</b>
            {place !== null && <span>{place}</span>}
          </p>
          <LanguageSwitch
            languages={languages.map((code) => ({ code, name: staffTranslator(code)('language.name') }))}
            current={language}
            label={t('language.switch')}
            onSwitch={setLanguage}
          />
          <Pill
            look="outline"
            data-action="leave"
            start={<X aria-hidden size="3.4rem" strokeWidth={2.6} />}
            onClick={onLeave}
          >
            {t('page.leave')}
          </Pill>
        </header>
        <div className="staff__body">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard */}
          <main className="staff__area" key={part} tabIndex={0}>
            <Section />
          </main>
        </div>
        <nav className="staff__parts" aria-label={t('page.sections')}>
          {NAMES.map((name) => {
            const Icon = PARTS[name].icon;
            return (
              <button
                key={name}
                type="button"
                className="staff__part"
                data-part={name}
                aria-current={name === part ? 'page' : undefined}
                onClick={() => setPart(name)}
              >
                <Icon aria-hidden size="4rem" strokeWidth={2.2} />
                <span>{t(`section.${name}`)}</span>
              </button>
            );
          })}
        </nav>
        {idle.kind === 'warning' && (
          <p className="staff__closing" role="status" data-closing>
            {t('page.closes-in', { count: Math.ceil(idle.remainingMs / 1000) })} {t('page.touch-to-stay')}
          </p>
        )}
      </div>
    </StaffHereProvider>
  );
}
