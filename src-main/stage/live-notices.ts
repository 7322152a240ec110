import type { LiveNotice } from '../../content/model/live-notice.ts';
import type { EventPayload } from '../contract/visitor.ts';

/** The live notices of this terminal, as the page of every seat knows them. */
export type LiveNotices = {
  /** The newest ones, for pages that begin. */
  readonly current: () => readonly LiveNotice[];
  /** Puts others in their place and tells every page at once; the same ones again tell nobody. */
  readonly replace: (notices: readonly LiveNotice[]) => void;
};

/** Keeps the live notices in memory: whoever fetches them brings them again after a start. */
export function createLiveNotices(tellAll: (news: EventPayload<'noticesChanged'>) => void): LiveNotices {
  let current: readonly LiveNotice[] = [];
  return {
    current: () => current,
    replace: (notices) => {
      if (JSON.stringify(notices) === JSON.stringify(current)) return;
      current = notices;
      tellAll({ notices });
    },
  };
}
