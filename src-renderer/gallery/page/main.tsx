import '../../kiosk/zod-without-eval.ts';
import '../../ui/fonts.css';
import '../../ui/tokens.css';
import '../../ui/base.css';
import './page.css';
import { assertNever } from '../../../content/model/assert-never.ts';
import { changeWords } from '../../language/translator.ts';
import { painted } from '../../visitor/painted.ts';
import { pseudo } from '../pseudo.ts';
import { stateOf } from '../states/all.ts';
import type { GalleryState } from '../states/state.ts';
import { type GalleryWish, wishOf } from '../wish.ts';

const html = document.documentElement;
const wish = wishOf(location.search);
const state = wish && stateOf(wish.state);
if (!wish || !state) throw new Error(`The gallery has no state ${location.search}.`);
if (wish.pseudo === 'yes') changeWords(wish.language, pseudo);

await show(state, wish);
await painted();
html.dataset['gallery'] = 'ready';

/** Visitors' page and staff page are fetched apart: in a terminal neither ever has the other's styles. */
async function show(chosen: GalleryState, { language, text, contrast }: GalleryWish): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('page.html has lost its #root.');
  switch (chosen.kind) {
    case 'part':
      return (await import('./show-visitor.tsx')).showPart(root, chosen, language, { text, contrast });
    case 'screen':
      return (await import('./show-visitor.tsx')).showScreen(chosen, language, { text, contrast });
    case 'staff':
      return (await import('./show-staff.tsx')).showStaff(root, chosen, language);
    default:
      return assertNever(chosen);
  }
}
