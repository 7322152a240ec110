import { findOnPath } from './commands.ts';
import { messageOf } from './say.ts';
import { installPackages, isDebian, type SystemPorts } from './system.ts';

/** The names an ordinary Chromium goes by, most likely first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Debian package that holds one. */
const PACKAGE = 'chromium';

/**
 * An ordinary browser for the tests of `guide preview`: `OPENFLOOR_CHROMIUM`, or one on the PATH, or Debian's, installed
 * for root. Null, after a sentence that says why, where there is none: nothing else needs it.
 */
export async function findBrowser(ports: SystemPorts): Promise<string | null> {
  const { env, uid, osRelease, platform, say } = ports;
  const found = env['OPENFLOOR_CHROMIUM'] ?? onPath(env);
  if (found !== null) return found;
  const without = 'There is no Chromium on this machine, so the tests of the preview are skipped.';
  if (platform !== 'linux' || !isDebian(osRelease)) {
    say(`${without} Name one with OPENFLOOR_CHROMIUM=/path/to/it.`);
    return null;
  }
  if (uid !== 0) {
    say(`${without} Only an administrator may install it: sudo apt-get install ${PACKAGE}`);
    return null;
  }
  say('Installing Chromium for the tests of the preview, which takes a minute.');
  try {
    await installPackages(ports, [PACKAGE]);
  } catch (error) {
    say(`${without} ${messageOf(error)}`);
    return null;
  }
  const installed = onPath(env);
  if (installed === null) say(`${without} The package ${PACKAGE} of this system does not bring one.`);
  return installed;
}

function onPath(env: NodeJS.ProcessEnv): string | null {
  for (const name of NAMES) {
    const found = findOnPath(name, env);
    if (found !== null) return found;
  }
  return null;
}
