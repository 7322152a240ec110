import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** How a command ended. `output` is what it printed on both channels; `silent` means we stopped it for lack of progress. */
export type CommandResult = { readonly code: number; readonly output: string; readonly silent: boolean };

/** Stop a command when nothing grows in `directory`: not at all at first, or no more later on (milliseconds). */
export type ProgressLimit = {
  readonly directory: string;
  readonly firstByteMs: number;
  readonly stallMs: number;
};

/** Where and how a command runs. */
export type CommandOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly progress?: ProgressLimit;
  /** Show what the command prints while it runs; it is collected in any case. */
  readonly show?: boolean;
};

/** Runs a command to its end and never throws: a command that cannot be started has code 127. */
export type RunCommand = (
  file: string,
  args: readonly string[],
  options?: CommandOptions,
) => Promise<CommandResult>;

const KEEP_OUTPUT = 200_000;

/** Runs a real command. */
export const runCommand: RunCommand = (file, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
    });
    let output = '';
    let silent = false;
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-KEEP_OUTPUT);
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const stopWatching = options.progress
      ? watchGrowth(options.progress, () => {
          silent = true;
          child.kill('SIGKILL');
        })
      : () => {};
    const finish = (code: number) => {
      stopWatching();
      resolve({ code, output, silent });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });

/** Where a command of that name lies on the PATH, or null. */
export function findOnPath(name: string, env: NodeJS.ProcessEnv): string | null {
  for (const directory of (env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(directory, name);
    if (directory !== '' && statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return null;
}

/** True when nothing has grown for longer than the limit; before the first byte that is the shorter one. */
export function isStill(limit: ProgressLimit, stillForMs: number, anythingYet: boolean): boolean {
  return stillForMs > (anythingYet ? limit.stallMs : limit.firstByteMs);
}

function watchGrowth(limit: ProgressLimit, onStill: () => void): () => void {
  const atStart = bytesIn(limit.directory);
  let last = atStart;
  let grewAt = Date.now();
  const look = () => {
    const now = bytesIn(limit.directory);
    if (now !== last) {
      last = now;
      grewAt = Date.now();
    } else if (isStill(limit, Date.now() - grewAt, last !== atStart)) {
      clearInterval(timer);
      onStill();
    }
  };
  const timer = setInterval(look, Math.min(250, limit.firstByteMs));
  return () => clearInterval(timer);
}

function bytesIn(directory: string): number {
  let sum = 0;
  try {
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      sum += statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    // A file moved while we looked: the next look counts again.
  }
  return sum;
}
