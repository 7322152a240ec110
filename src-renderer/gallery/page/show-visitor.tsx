import '../../visitor/shell.css';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../../content/model/names.ts';
import { PREVIEW_POINTER } from '../../../content/model/preview.ts';
import type { Comfort } from '../../comfort/comfort.ts';
import { browserTwin } from '../../kiosk/browser-twin.ts';
import { useVisit } from '../../visit/visit-store.ts';
import { followComfort } from '../../visitor/follow-comfort.ts';
import { startVisitor } from '../../visitor/start.tsx';
import type { GalleryState } from '../states/state.ts';

/** The moment everything is shown at, so that two pictures of one state differ only when the state does. */
const MOMENT = new Date('2026-12-01T10:30:00+01:00');

/** Nobody ever leaves the gallery: a whole day in milliseconds. */
const NEVER_IDLE = { warnAfterMs: 86_400_000, warningMs: 30_000 };

/** Shows a part on its own. */
export function showPart(
  root: HTMLElement,
  { render }: Extract<GalleryState, { kind: 'part' }>,
  language: Language,
  comfort: Comfort,
): void {
  useVisit.setState({ language, comfort });
  followComfort();
  document.documentElement.lang = language;
  createRoot(root).render(<div className="gallery-part">{render(language)}</div>);
}

/** Brings the visitor's page into a state. Rejects when there is no edition to show. */
export async function showScreen(
  { reach }: Extract<GalleryState, { kind: 'screen' }>,
  language: Language,
  comfort: Comfort,
): Promise<void> {
  const page = startVisitor({
    bridge: browserTwin({ pointerUrl: PREVIEW_POINTER, idle: NEVER_IDLE, reload: () => location.reload() }),
    catalogue: { databaseName: null, now: () => new Date(MOMENT) },
  });
  const catalogue = await page.show();
  if (!catalogue) throw new Error('There is no edition to show.');
  useVisit.setState({ language, comfort });
  await reach({ navigator: page.navigator, catalogue, language });
}
