import type { Io } from './command.ts';

/** What every command is given on a real machine: the streams and the environment of this process. */
export function machineIo(process: NodeJS.Process): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    environment: process.env,
  };
}
