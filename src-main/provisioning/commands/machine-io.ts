import { createInterface } from 'node:readline/promises';
import type { Io, Program } from './command.ts';

/** What every command is given on a real machine: the streams and the environment of this process, and whoever sits there. */
export function machineIo(process: NodeJS.Process, program: Program | null = null): Io {
  const io: Io = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    environment: process.env,
    ...(program === null ? {} : { program }),
  };
  return process.stdin.isTTY === true && process.stdout.isTTY === true ? { ...io, ask: askOn(process) } : io;
}

function askOn({ stdin, stdout }: NodeJS.Process): (question: string) => Promise<string | null> {
  return (question) =>
    new Promise((resolve, reject) => {
      const lines = createInterface({ input: stdin, output: stdout });
      // Ctrl+C and Ctrl+D: nobody wants to go on.
      lines.once('close', () => resolve(null));
      lines.question(question).then((line) => {
        resolve(line);
        lines.close();
      }, reject);
    });
}
