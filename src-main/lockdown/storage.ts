import type { Session } from 'electron';

/** Places where a page could leave something; IndexedDB is not among them, it holds the guide. */
const NEVER_USED = ['cookies', 'localstorage', 'filesystem', 'serviceworkers', 'cachestorage'] as const;

/** Attack: something of one visit lies in a cookie or a cache and is there for the next. Rejects when Chromium does. */
export async function forgetStorage(session: Session): Promise<void> {
  await session.clearStorageData({ storages: [...NEVER_USED] });
}
