import { relative } from 'node:path';
import { watch } from 'chokidar';

/** Rest after the last sign of a change before the files are read, in milliseconds: editors write in several steps. */
const SETTLE_MS = 60;

/** What watching a folder tells. */
export type WatchListener = {
  /** Something in the folder has changed; `at` is the first sign of it, in milliseconds since 1970. */
  readonly onChange: (at: number) => void;
  /** Changes may be missed from now on. */
  readonly onError: (error: unknown) => void;
};

/** Watches a folder with all that is in it; resolves to its own "off" once changes are noticed. */
export async function watchFolder(
  folder: string,
  { onChange, onError }: WatchListener,
): Promise<() => Promise<void>> {
  let since: number | null = null;
  let rest: NodeJS.Timeout | undefined;
  const settled = (): void => {
    const at = since ?? Date.now();
    since = null;
    onChange(at);
  };
  const sign = (): void => {
    since ??= Date.now();
    clearTimeout(rest);
    rest = setTimeout(settled, SETTLE_MS);
  };
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => isHidden(relative(folder, path)),
  });
  watcher.on('all', sign);
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return async () => {
    clearTimeout(rest);
    await watcher.close();
  };
}

/** True for a path inside a guide that is no part of it: what begins with a dot, or lies in a folder like `.git`. */
export function isHidden(inside: string): boolean {
  return /(?:^|[\\/])\.[^.\\/]/.test(inside);
}
