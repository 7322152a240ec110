import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Size } from './options.mjs';
import { Problem, type Say } from './say.ts';

/** A screen to show on: the environment for programs that use it, and how to give it back. */
export type Display = { readonly env: NodeJS.ProcessEnv; readonly stop: () => Promise<void> };

/** True when a program started here would find a screen by itself. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** How a screen is opened. */
export type DisplayOptions = {
  /** Asks for an Xvfb in any case (Linux). */
  readonly own: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly say: Say;
  /** A directory in which Xvfb keeps what is on it, as `Xvfb_screen0`: see `screen-picture.ts`. */
  readonly picturesIn?: string;
};

/** The screen of this machine when there is one, else an Xvfb of `size`. */
export async function openDisplay(
  size: Size,
  { own, env, platform, say, picturesIn }: DisplayOptions,
): Promise<Display> {
  const usable = { ...env };
  // Set in some editors' terminals; Electron would start as plain Node.
  delete usable['ELECTRON_RUN_AS_NODE'];
  if (platform !== 'linux' || (!own && hasDisplay(env, platform)))
    return { env: usable, stop: async () => {} };

  const { number, process: xvfb } = await startXvfb(size, env, picturesIn);
  say(
    `Screen: Xvfb :${number}, ${size.width}x${size.height}${hasDisplay(env, platform) ? '' : ' (this machine shows none)'}.`,
  );
  delete usable['WAYLAND_DISPLAY'];
  return {
    env: { ...usable, DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' },
    stop: () => stopProcess(xvfb),
  };
}

async function startXvfb(
  size: Size,
  env: NodeJS.ProcessEnv,
  picturesIn: string | undefined,
): Promise<{ number: string; process: ChildProcess }> {
  // -displayfd: Xvfb picks a free number itself and writes it to that file descriptor once it listens.
  const screen = `${size.width}x${size.height}x24`;
  const pictures = picturesIn === undefined ? [] : ['-fbdir', picturesIn];
  const options = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset', ...pictures];
  const xvfb = spawn('Xvfb', options, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env,
    // Ctrl+C reaches the whole group of the terminal; the screen must outlive the windows on it.
    detached: true,
  });
  // Whatever ends us, an error included, must not leave the screen behind.
  const killNow = () => xvfb.kill('SIGTERM');
  process.once('exit', killNow);
  xvfb.once('exit', () => process.off('exit', killNow));

  return new Promise((resolve, reject) => {
    let complaint = '';
    let announced = '';
    xvfb.stderr?.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2_000);
    });
    const fail = (why: string) =>
      reject(new Problem(`Xvfb, the screen without a monitor, did not start: ${why}`));
    xvfb.once('error', (error) => fail(error.message));
    xvfb.once('exit', (code) => fail(complaint.trim() || `it ended with code ${code}`));
    (xvfb.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      announced += chunk.toString();
      const found = /^(\d+)\n/.exec(announced);
      if (found?.[1] !== undefined) resolve({ number: found[1], process: xvfb });
    });
  });
}

/** Ends a process and waits until it is gone. */
export function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
