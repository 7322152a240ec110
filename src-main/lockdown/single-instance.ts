import type { App } from 'electron';
import type { Log } from '../platform/log.ts';

/** Attack: a second start puts another window over the first, and two writers on one disk. False: this one must quit. */
export function claimSingleInstance(app: App, log: Log): boolean {
  const isFirst = app.requestSingleInstanceLock();
  if (!isFirst) log.trouble('second-instance', 'Openfloor is already running here; this second start ends.');
  return isFirst;
}
