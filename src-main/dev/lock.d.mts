/** Runs `work` while holding the lock file; waits for another holder (told once), takes over from a dead one. */
export function withLock<T>(
  file: string,
  work: () => T | Promise<T>,
  options?: { readonly onWait?: (holderPid: number) => void },
): Promise<T>;
