import { spawn } from 'node:child_process';

/** The command that shows an address in a person's own browser; null where nobody could see one. */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | null {
  switch (platform) {
    case 'darwin':
      return ['open', url];
    case 'win32':
      // "start" takes its first quoted word for a title.
      return ['cmd', '/c', 'start', '""', url];
    default:
      return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null;
  }
}

/** Opens an address in the person's own browser; resolves to false when that did not work. */
export function openBrowser(url: string): Promise<boolean> {
  const command = browserCommand(url, process.platform, process.env);
  if (command === null) return Promise.resolve(false);
  const [file, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    // These commands end once the browser has the address; some stay as long as the browser does.
    child.once('exit', (code) => resolve(code === 0));
    child.unref();
  });
}
