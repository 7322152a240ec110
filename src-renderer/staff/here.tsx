import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../../content/model/names.ts';
import type { StaffBriefing } from '../../src-main/contract/staff.ts';
import type { StaffDesk } from '../kiosk/staff-desk.ts';
import type { StaffTranslate } from './staff-words.ts';

/** What every part of the staff page stands on. */
export type StaffHere = {
  readonly desk: StaffDesk;
  readonly briefing: StaffBriefing;
  readonly language: Language;
  readonly t: StaffTranslate;
  /** The briefing is no longer true: it is asked for again. */
  readonly changed: () => void;
  /** Lets the page stay open longer while something is being done that staff wait for. */
  readonly whileBusy: <Value>(work: Promise<Value>) => Promise<Value>;
};

const Here = createContext<StaffHere | null>(null);

/** Gives the parts below it what they stand on. */
export function StaffHereProvider({
  here,
  children,
}: {
  readonly here: StaffHere;
  readonly children: ReactNode;
}) {
  return <Here value={here}>{children}</Here>;
}

/** What this part stands on. */
export function useStaff(): StaffHere {
  const here = useContext(Here);
  if (!here) throw new Error('A part of the staff page was shown outside StaffHereProvider.');
  return here;
}
