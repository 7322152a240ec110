import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';

/** A kiosk driven from outside: `close` ends it and removes its profile, whatever state it is in. */
export type Kiosk = { readonly app: ElectronApplication; readonly close: () => Promise<void> };

/** Milliseconds a kiosk gets to quit by itself before it is ended. */
const QUIT_LIMIT_MS = 5_000;

/** Starts the real app with a profile of its own. `launchArguments` go to Electron, `appArguments` to the app. */
export async function launchKiosk(options: {
  readonly executable: string;
  readonly projectDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly launchArguments: readonly string[];
  readonly appArguments?: readonly string[];
}): Promise<Kiosk> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'openfloor-profile-'));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  try {
    const app = await _electron.launch({
      executablePath: options.executable,
      args: [
        ...options.launchArguments,
        `--user-data-dir=${profile}`,
        options.projectDir,
        ...(options.appArguments ?? []),
      ],
      cwd: options.projectDir,
      env: definedOnly(options.env),
      timeout: 60_000,
    });
    return {
      app,
      close: async () => {
        await endApp(app);
        await removeProfile();
      },
    };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}

async function endApp(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const tooLong = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS);
  try {
    await app.close();
  } catch {
    child.kill('SIGKILL');
  } finally {
    clearTimeout(tooLong);
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
