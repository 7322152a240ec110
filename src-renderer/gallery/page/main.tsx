import '../../kiosk/zod-without-eval.ts';
import '../../ui/fonts.css';
import '../../ui/tokens.css';
import '../../ui/base.css';
import '../../visitor/shell.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { assertNever } from '../../../content/model/assert-never.ts';
import type { Language } from '../../../content/model/names.ts';
import { PREVIEW_POINTER } from '../../../content/model/preview.ts';
import { browserTwin } from '../../kiosk/browser-twin.ts';
import { changeWords } from '../../language/translator.ts';
import { useVisit } from '../../visit/visit-store.ts';
import { painted } from '../../visitor/painted.ts';
import { startVisitor } from '../../visitor/start.tsx';
import { pseudo } from '../pseudo.ts';
import { stateOf } from '../states/all.ts';
import type { GalleryState } from '../states/state.ts';
import { type GalleryWish, wishOf } from '../wish.ts';
import { showStaff } from './show-staff.tsx';

/** The moment everything is shown at, so that two pictures of one state differ only when the state does. */
const MOMENT = new Date('2026-12-01T10:30:00+01:00');

/** Nobody ever leaves the gallery: a whole day in milliseconds. */
const NEVER_IDLE = { warnAfterMs: 86_400_000, warningMs: 30_000 };

const html = document.documentElement;
const wish = wishOf(location.search);
const state = wish && stateOf(wish.state);
if (!wish || !state) throw new Error(`The gallery has no state ${location.search}.`);
if (wish.pseudo === 'yes') changeWords(wish.language, pseudo);
html.style.setProperty('--gallery-text', String(wish.text));
html.dataset['galleryText'] = String(wish.text);

await show(state, wish);
await painted();
html.dataset['gallery'] = 'ready';

function show(chosen: GalleryState, { language }: GalleryWish): Promise<void> {
  switch (chosen.kind) {
    case 'part':
      return showPart(chosen, language);
    case 'staff':
      return showStaff(rootElement(), chosen, language);
    case 'screen':
      return showScreen(chosen, language);
    default:
      return assertNever(chosen);
  }
}

function rootElement(): HTMLElement {
  const root = document.getElementById('root');
  if (!root) throw new Error('page.html has lost its #root.');
  return root;
}

async function showPart({ render }: Extract<GalleryState, { kind: 'part' }>, language: Language) {
  useVisit.setState({ language });
  html.lang = language;
  createRoot(rootElement()).render(<div className="gallery-part">{render(language)}</div>);
}

async function showScreen({ reach }: Extract<GalleryState, { kind: 'screen' }>, language: Language) {
  const page = startVisitor({
    bridge: browserTwin({ pointerUrl: PREVIEW_POINTER, idle: NEVER_IDLE, reload: () => location.reload() }),
    catalogue: { databaseName: null, now: () => new Date(MOMENT) },
  });
  const catalogue = await page.show();
  if (!catalogue) throw new Error('There is no edition to show.');
  useVisit.setState({ language });
  await reach({ navigator: page.navigator, catalogue, language });
}
