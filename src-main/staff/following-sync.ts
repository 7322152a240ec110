import type { LiveNotice } from '../../content/model/live-notice.ts';
import { listeners } from '../sync/listeners.ts';
import type { SyncState } from '../sync/state.ts';
import type { Sync } from '../sync/sync.ts';

/** Sync that can be told to follow another channel while the terminal runs. */
export type FollowingSync = Sync & {
  /** The channel it follows now. */
  readonly channel: () => string;
  /** Follows another one: ends what is being done, begins anew with it and asks the server. Resolves when it follows. Never rejects. */
  readonly follow: (channel: string) => Promise<void>;
};

/**
 * Opens sync for a channel, and for another one whenever it is told so: the one before it has ended by then, so that never two of
 * them write what is trusted. Whoever listens goes on hearing. `open` never rejects.
 */
export async function followingSync(
  open: (channel: string) => Promise<Sync>,
  first: string,
): Promise<FollowingSync> {
  const states = listeners<SyncState>();
  const boards = listeners<readonly LiveNotice[]>();
  let offs: readonly (() => void)[] = [];
  const listenTo = (sync: Sync) => {
    offs = [sync.onState(states.tell), sync.onNotices(boards.tell)];
  };

  let channel = first;
  let current = await open(first);
  let isStarted = false;
  let isClosed = false;
  listenTo(current);

  /** One change after the other; whoever asks something meanwhile is answered by the one that comes. */
  let changing: Promise<void> = Promise.resolve();
  const change = async (to: string): Promise<void> => {
    if (isClosed || to === channel) return;
    for (const off of offs) off();
    await current.close();
    channel = to;
    current = await open(to);
    listenTo(current);
    states.tell(current.state());
    // The notices of the other channel are nobody's business any more.
    boards.tell(current.notices());
    if (isClosed) await current.close();
    else if (isStarted) {
      current.start();
      void current.syncNow();
    }
  };

  return {
    channel: () => channel,
    follow: (to) => {
      changing = changing.then(() => change(to));
      return changing;
    },
    state: () => current.state(),
    onState: states.add,
    contact: () => current.contact(),
    notices: () => current.notices(),
    onNotices: boards.add,
    start: () => {
      isStarted = true;
      current.start();
    },
    syncNow: () => changing.then(() => current.syncNow()),
    syncFrom: (directory) => changing.then(() => current.syncFrom(directory)),
    close: async () => {
      isClosed = true;
      // What is being done is ended at once; a change that is under way ends by itself.
      await current.close();
      await changing;
    },
  };
}
