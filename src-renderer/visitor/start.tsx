import { createRoot } from 'react-dom/client';
import type { VisitorBridge } from '../../src-main/contract/bridge.ts';
import type { Briefing } from '../../src-main/contract/visitor.ts';
import { type Catalogue, type CatalogueOptions, openCatalogue } from '../catalogue/catalogue.ts';
import { type EditionFetch, fetchEdition } from '../catalogue/edition-reader.ts';
import type { ReportProblem } from '../catalogue/report.ts';
import { sweepCatalogue } from '../catalogue/sweep.ts';
import { connectKiosk } from '../kiosk/kiosk.ts';
import { kindWords } from '../language/kind-words.ts';
import { createNavigator, type Navigator } from '../navigation/navigator.ts';
import { guardTouches } from '../ui/accidental-touches.ts';
import { answerTouch, followTouches } from '../ui/answer-first.ts';
import { documentsOf } from '../visit/documents-of.ts';
import { useVisit } from '../visit/visit-store.ts';
import { App } from './App.tsx';
import { watchCorners } from './corner-hold.ts';
import { followComfort } from './follow-comfort.ts';
import { followMaintenance } from './follow-maintenance.ts';
import { followNight } from './follow-night.ts';
import { followNotices } from './follow-notices.ts';
import { followSeat } from './follow-seat.ts';
import { painted } from './painted.ts';
import { reportScriptErrors } from './report-script-errors.ts';

/** What the visitor's page stands on; only `bridge` differs from a terminal's page unless something else is given. */
export type VisitorStart = {
  readonly bridge: VisitorBridge;
  /** How the files of an edition are fetched. */
  readonly editionFetch?: (seq: number) => EditionFetch;
  readonly catalogue?: Pick<CatalogueOptions, 'databaseName' | 'now'>;
  /** Called with every catalogue that was opened, before its first screen is painted. */
  readonly onOpened?: (page: {
    readonly catalogue: Catalogue;
    readonly navigator: Navigator;
  }) => Promise<void>;
};

/** A visitor's page that has been started. */
export type VisitorPage = {
  readonly navigator: Navigator;
  /** Asks for a briefing, opens its edition and resolves once that is painted; a preview asks again after every change. */
  readonly show: () => Promise<Catalogue | null>;
};

/** Prepares the visitor's page; nothing is seen before `show` is called. */
export function startVisitor(start: VisitorStart): VisitorPage {
  const kiosk = connectKiosk(start.bridge);
  const report: ReportProblem = (code, detail) => {
    // A report that is not taken must never become a problem of its own.
    kiosk.reportProblem({ code, detail: detail.slice(0, 200) }).catch(() => undefined);
  };
  reportScriptErrors(report);

  const element = document.getElementById('root');
  if (!element) throw new Error('The page has lost its #root.');
  const root = createRoot(element, {
    onCaughtError: (error) => report('screen-failed', String(error)),
    onUncaughtError: (error) => {
      // Not even the apology could be drawn, and nothing is left on the screen: the next visit's page is whole.
      report('screen-failed', String(error));
      if (useVisit.getState().language) kiosk.endVisit({ reason: 'done' }).catch(() => undefined);
    },
  });

  let catalogue: Catalogue | null = null;
  let followed = false;
  const navigator = createNavigator({
    readDocument: async (id, language) => {
      if (!catalogue) throw new Error('There is no guide to read from.');
      return catalogue.document(id, language);
    },
    language: () => useVisit.getState().language,
    setLanguage: (language) => useVisit.setState({ language }),
    documentsOf: (place) => documentsOf(place, useVisit.getState()),
    answerTouch,
  });

  const show = async (): Promise<Catalogue | null> => {
    const briefing = await kiosk.getBriefing();
    if (!followed) {
      followComfort();
      followSeat(kiosk, briefing.seat);
      followNotices(kiosk, briefing.notices);
      followMaintenance(kiosk, briefing.maintenance);
      followNight(briefing.dimHours);
      guardTouches(briefing.pixelsPerMm, (shown) =>
        kiosk.on.seatChanged(({ seat }) => {
          if (seat === 'on-show') shown();
        }),
      );
      followTouches();
      watchCorners(briefing.pixelsPerMm, () => void kiosk.openStaff().catch(() => undefined));
    }
    followed = true;
    document.documentElement.style.setProperty('--mm', `${briefing.pixelsPerMm}px`);

    // An edition that cannot be opened leaves on screen what was there before it.
    const before = catalogue;
    catalogue = (await openGuide(briefing, start, report)) ?? catalogue;
    if (before !== catalogue) before?.search.close();
    if (catalogue) await start.onOpened?.({ catalogue, navigator });
    root.render(<App kiosk={kiosk} briefing={briefing} catalogue={catalogue} navigator={navigator} />);

    await painted();
    document.documentElement.dataset['ready'] = 'true';
    await kiosk.reportReady({ seq: catalogue?.seq ?? null, source: catalogue?.source ?? 'none' });

    if (briefing.seat === 'understudy' && briefing.edition && catalogue?.source === 'catalogue') {
      // Nobody is here yet: the moment to make room. What cannot be swept now is swept by the next one.
      await sweepCatalogue({ keep: [briefing.edition.manifest, ...briefing.kept] }).catch(() => undefined);
    }
    // Last, and waited for by nobody: a visitor who is quicker is told that the search gets ready.
    for (const language of catalogue?.languages ?? []) void catalogue?.search.prepare(language);
    return catalogue;
  };
  return { navigator, show };
}

/** The guide of this visit, or null when no edition can be shown. */
async function openGuide(
  { edition, seat }: Briefing,
  { catalogue, editionFetch = fetchEdition }: VisitorStart,
  report: ReportProblem,
): Promise<Catalogue | null> {
  if (!edition) return null;
  try {
    return await openCatalogue({
      ...catalogue,
      ...editionFetch(edition.seq),
      edition,
      role: seat,
      report,
      search: { mayWrite: () => document.documentElement.dataset['seat'] === 'understudy', kindWords },
    });
  } catch (error) {
    report('edition-unreadable', error instanceof Error ? error.message : String(error));
    return null;
  }
}
