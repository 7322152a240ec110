import { describe, expect, test } from 'vitest';
import type { LiveNotice } from '../../../../content/model/live-notice.ts';
import { followingSync } from '../../../../src-main/staff/following-sync.ts';
import { listeners } from '../../../../src-main/sync/listeners.ts';
import type { SyncState } from '../../../../src-main/sync/state.ts';
import type { Sync } from '../../../../src-main/sync/sync.ts';

/** Syncs that note what is asked of them; `closing` is what their end waits for. */
function workshop() {
  const done: string[] = [];
  const made = new Map<
    string,
    { tell: (state: SyncState) => void; hang: (all: readonly LiveNotice[]) => void }
  >();
  let closing: Promise<void> = Promise.resolve();
  const open = async (channel: string): Promise<Sync> => {
    done.push(`open ${channel}`);
    const states = listeners<SyncState>();
    const boards = listeners<readonly LiveNotice[]>();
    made.set(channel, { tell: states.tell, hang: boards.tell });
    return {
      state: () => ({ kind: 'idle' }),
      onState: states.add,
      contact: () => ({ lastAt: null, channel: null }),
      notices: () => [],
      onNotices: boards.add,
      start: () => void done.push(`start ${channel}`),
      syncNow: async () => {
        done.push(`ask ${channel}`);
        return { kind: 'idle' };
      },
      syncFrom: async (directory) => {
        done.push(`read ${directory} for ${channel}`);
        return { kind: 'failed', state: { kind: 'offline', reason: 'no-network', sentence: '', since: 0 } };
      },
      close: async () => {
        await closing;
        done.push(`close ${channel}`);
      },
    };
  };
  return {
    done,
    made,
    open,
    holdClosing: () => {
      let release = () => {};
      closing = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
  };
}

describe('A terminal that is told to follow another channel', () => {
  test('ends with the one before it first, then asks for the new one at once', async () => {
    const { open, done } = workshop();
    const sync = await followingSync(open, 'stable');
    sync.start();
    await sync.follow('canary');
    expect(sync.channel()).toBe('canary');
    expect(done).toEqual([
      'open stable',
      'start stable',
      'close stable',
      'open canary',
      'start canary',
      'ask canary',
    ]);
  });

  test('goes on as it was when it follows that one already', async () => {
    const { open, done } = workshop();
    const sync = await followingSync(open, 'stable');
    await sync.follow('stable');
    expect(done).toEqual(['open stable']);
  });

  test('tells whoever listens of the new one, and nothing of the old one any more', async () => {
    const { open, made } = workshop();
    const sync = await followingSync(open, 'stable');
    const heard: string[] = [];
    sync.onState(({ kind }) => heard.push(kind));
    let boards = 0;
    sync.onNotices(() => {
      boards += 1;
    });
    await sync.follow('canary');
    // How it stands now, and that the notices of the other channel hang no more.
    expect([heard, boards]).toEqual([['idle'], 1]);
    made.get('stable')?.tell({ kind: 'checking' });
    made.get('stable')?.hang([]);
    expect([heard, boards]).toEqual([['idle'], 1]);
    made.get('canary')?.tell({ kind: 'checking' });
    made.get('canary')?.hang([]);
    expect([heard, boards]).toEqual([['idle', 'checking'], 2]);
  });

  test('has a stick, or a question, wait for the channel that comes', async () => {
    const { open, done, holdClosing } = workshop();
    const sync = await followingSync(open, 'stable');
    const release = holdClosing();
    const following = sync.follow('canary');
    const reading = sync.syncFrom('/media/stick');
    const asking = sync.syncNow();
    release();
    await Promise.all([following, reading, asking]);
    expect(done.slice(-2)).toEqual(['read /media/stick for canary', 'ask canary']);
    expect(done.filter((each) => each.endsWith('for stable'))).toEqual([]);
  });

  test('in the middle of its end leaves nothing running', async () => {
    const { open, done, holdClosing } = workshop();
    const sync = await followingSync(open, 'stable');
    sync.start();
    const release = holdClosing();
    const following = sync.follow('canary');
    await Promise.resolve();
    const closing = sync.close();
    release();
    await Promise.all([following, closing]);
    expect(done.filter((each) => each.startsWith('open')).length).toBe(
      done.filter((each) => each.startsWith('close')).filter((each, at, all) => all.indexOf(each) === at)
        .length,
    );
    expect(done).not.toContain('start canary');
    await sync.follow('other');
    expect(done).not.toContain('open other');
  });
});
