import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the built pages of the preview lie. */
export const SCREENS = fileURLToPath(new URL('../../../out/preview', import.meta.url));

/**
 * Builds the preview's pages if anything they are made of has changed, by the project's own build, which is another
 * room's command and not ours to import. Resolves to what it said when it failed, and to undefined when all is well.
 */
export function buildScreens(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, 'src-main/dev/build.ts', 'preview'], {
      cwd: PROJECT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : said.trim()));
  });
}
