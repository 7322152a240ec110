import type { ReactNode } from 'react';
import type { Language } from '../../../content/model/names.ts';
import type { StaffBriefing } from '../../../src-main/contract/staff.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { StaffDesk } from '../../kiosk/staff-desk.ts';
import type { Navigator } from '../../navigation/navigator.ts';

/** What a state of a screen may use to come about. */
export type GalleryPage = {
  readonly navigator: Navigator;
  readonly catalogue: Catalogue;
  readonly language: Language;
};

/** Something to look at: a screen of the real page brought into a state, or a part on its own. */
export type GalleryState = {
  /** For instance `article/open`; also the name of its picture. */
  readonly id: string;
  readonly title: string;
} & (
  | {
      readonly kind: 'screen';
      /** Brings the page, which is at home in a fresh visit, into the state; resolves when it is there. */
      readonly reach: (page: GalleryPage) => Promise<void> | void;
    }
  | { readonly kind: 'part'; readonly render: (language: Language) => ReactNode }
  | {
      readonly kind: 'staff';
      /** What answers the page in place of a terminal. */
      readonly desk: StaffDesk;
      /** What is behind the door; absent: the door. */
      readonly briefing?: StaffBriefing;
      readonly hasPin: boolean;
      /** What is touched one after the other, each once it is there. */
      readonly touch: readonly string[];
      /** What is there, and seen, when the state has come about. */
      readonly until?: string;
    }
);
