import '../../staff/staff.css';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../../content/model/names.ts';
import { PinDoor } from '../../staff/door/PinDoor.tsx';
import { StaffPage } from '../../staff/StaffPage.tsx';
import { staffLanguages } from '../../staff/staff-words.ts';
import { painted } from '../../visitor/painted.ts';
import type { GalleryState } from '../states/state.ts';

/** How long a step may take before the state counts as lost, in milliseconds. */
const STEP_WITHIN_MS = 10_000;

type StaffState = Extract<GalleryState, { kind: 'staff' }>;

/** Brings the staff page into a state, in a language that stands first at its door. Rejects when a part to touch never comes. */
export async function showStaff(root: HTMLElement, state: StaffState, language: Language): Promise<void> {
  const { desk, briefing, hasPin, touch, until } = state;
  const languages = [language, ...staffLanguages.filter((other) => other !== language)];
  document.documentElement.style.setProperty('--mm', '4px');
  const stay = () => undefined;
  createRoot(root).render(
    briefing === undefined ? (
      <PinDoor desk={desk} hasPin={hasPin} languages={languages} onOpen={stay} onLeave={stay} />
    ) : (
      <StaffPage desk={desk} briefing={briefing} languages={languages} onChanged={stay} onLeave={stay} />
    ),
  );
  for (const selector of touch) {
    (await there(selector)).click();
    await painted();
  }
  if (until !== undefined) (await there(until)).scrollIntoView({ block: 'nearest' });
  await document.fonts.ready;
}

async function there(selector: string): Promise<HTMLElement> {
  const end = performance.now() + STEP_WITHIN_MS;
  for (;;) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`${selector} never came.`);
    await painted();
  }
}
