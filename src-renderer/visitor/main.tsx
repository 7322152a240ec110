import './zod-without-eval.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import { createRoot } from 'react-dom/client';
import type { Briefing } from '../../src-main/contract/visitor.ts';
import { type Catalogue, openCatalogue } from '../catalogue/catalogue.ts';
import { fetchEdition } from '../catalogue/edition-reader.ts';
import type { ReportProblem } from '../catalogue/report.ts';
import { sweepCatalogue } from '../catalogue/sweep.ts';
import { bridgeOfWindow, hasBridge } from '../kiosk/bridge-of-window.ts';
import { browserTwin } from '../kiosk/browser-twin.ts';
import { connectKiosk } from '../kiosk/kiosk.ts';
import { createNavigator } from '../navigation/navigator.ts';
import { useVisit } from '../visit/visit-store.ts';
import { App } from './App.tsx';
import { followSeat } from './follow-seat.ts';
import { painted } from './painted.ts';
import { reportScriptErrors } from './report-script-errors.ts';

// A development server in an ordinary browser has no terminal around it; the twin never reaches a built page.
const kiosk = connectKiosk(import.meta.env.DEV && !hasBridge() ? browserTwin() : bridgeOfWindow());
const report: ReportProblem = (code, detail) => {
  // A report that is not taken must never become a problem of its own.
  kiosk.reportProblem({ code, detail: detail.slice(0, 200) }).catch(() => undefined);
};

/** The guide of this visit, or null when no edition can be shown. */
async function openGuide({ edition, seat }: Briefing): Promise<Catalogue | null> {
  if (!edition) return null;
  try {
    return await openCatalogue({ edition, role: seat, report, ...fetchEdition(edition.seq) });
  } catch (error) {
    report('edition-unreadable', error instanceof Error ? error.message : String(error));
    return null;
  }
}

reportScriptErrors(report);
const briefing = await kiosk.getBriefing();
followSeat(kiosk, briefing.seat);
document.documentElement.style.setProperty('--mm', `${briefing.pixelsPerMm}px`);

const catalogue = await openGuide(briefing);
const navigator = createNavigator({
  readDocument: async (id, language) => {
    if (!catalogue) throw new Error('There is no guide to read from.');
    return catalogue.document(id, language);
  },
  language: () => useVisit.getState().language,
  setLanguage: (language) => useVisit.setState({ language }),
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root.');
createRoot(root, { onCaughtError: (error) => report('screen-failed', String(error)) }).render(
  <App kiosk={kiosk} briefing={briefing} catalogue={catalogue} navigator={navigator} />,
);

await painted();
document.documentElement.dataset['ready'] = 'true';
await kiosk.reportReady({ seq: catalogue?.seq ?? null, source: catalogue?.source ?? 'none' });

if (briefing.seat === 'understudy' && briefing.edition && catalogue?.source === 'catalogue') {
  // Nobody is here yet: the moment to make room. What cannot be swept now is swept by the next one.
  await sweepCatalogue({ keep: [briefing.edition.manifest] }).catch(() => undefined);
}
