import { spawn } from 'node:child_process';
import { createCleanups, endOnSignals } from './cleanups.ts';
import { hasDisplay, openDisplay, stopProcess } from './display.ts';
import { parseStart } from './options.mjs';
import { exitWith, projectDir } from './packages.mjs';
import { type Prepared, prepare } from './prepare.ts';
import { Problem, say } from './say.ts';
import { screenFor, takeShot } from './shot.ts';

const cleanups = createCleanups();

await exitWith(async () => {
  endOnSignals(cleanups);
  const options = parseStart(process.argv.slice(2), process.cwd());
  if (options.kind === 'mistake') throw new Problem(options.message, 2);
  if (options.kind === 'help') return 0;

  // A picture is always taken on a screen of its own, so that it has the size asked for and nothing in front of it.
  const own = options.kind === 'shot';
  const prepared = await prepare({ needsXvfb: own || !hasDisplay(process.env, process.platform) });
  try {
    const display = await openDisplay(own ? screenFor(options.size) : options.size, {
      own,
      env: process.env,
      platform: process.platform,
      say,
    });
    cleanups.add(display.stop);
    if (options.kind === 'run') return await runKiosk(prepared, options.appArgs, display.env);
    const { runtime, launchArguments } = prepared;
    const settings = {
      executable: runtime.executable,
      projectDir,
      env: display.env,
      launchArguments,
      cleanups,
      say,
    };
    await takeShot(options, settings);
    return 0;
  } finally {
    await cleanups.run();
  }
});

/** Runs the app until it ends; resolves to its exit code. */
async function runKiosk(
  prepared: Prepared,
  appArguments: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  if (hasDisplay(process.env, process.platform)) say('Press Ctrl+Q to leave the kiosk.');
  else say('Nobody sees this screen; npm start -- --shot FILE.png takes a picture. Press Ctrl+C to end.');
  const child = spawn(
    prepared.runtime.executable,
    [...prepared.launchArguments, projectDir, ...appArguments],
    {
      stdio: 'inherit',
      cwd: projectDir,
      env,
    },
  );
  cleanups.add(() => stopProcess(child));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Problem(`Electron could not be started: ${error.message}`)));
    child.once('exit', (code, signal) => {
      if (signal !== null) say(`The kiosk was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}
