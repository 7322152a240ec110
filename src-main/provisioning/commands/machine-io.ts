import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { askHidden } from './ask-hidden.ts';
import type { Io, Program } from './command.ts';

/** What every command is given on a real machine: the streams and the environment of this process, and whoever sits there. */
export function machineIo(process: NodeJS.Process, program: Program | null = null): Io {
  const { stdin, stdout } = process;
  const isPerson = stdin.isTTY === true && stdout.isTTY === true;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void process.stderr.write(text),
    environment: process.env,
    ...(program === null ? {} : { program }),
    ...(stdin.isTTY === true ? {} : { readInput: () => textOf(stdin) }),
    ...(isPerson
      ? {
          ask: askOn(stdin, stdout, true),
          askHidden: (question) => askHidden({ stdin, stdout }, question),
        }
      : {}),
  };
}

/** Most characters that are read from standard input. */
const MOST_INPUT = 64 * 1024;

async function textOf(stdin: Readable): Promise<string> {
  let text = '';
  stdin.setEncoding('utf8');
  for await (const piece of stdin) {
    text += String(piece);
    if (text.length > MOST_INPUT) break;
  }
  return text;
}

/**
 * Asks over two streams. Lines that arrive before they are asked for (somebody pastes several) answer the next questions; null is the
 * end of the stream, or Ctrl+C. Between questions nothing is waited for, so that a command can end.
 */
export function askOn(
  input: Readable,
  output: Writable,
  isTerminal: boolean,
): (question: string) => Promise<string | null> {
  const early: string[] = [];
  let waiting: ((line: string | null) => void) | null = null;
  let lines: Interface | null = null;
  let isOver = false;
  const open = () => {
    const made = createInterface({ input, output, terminal: isTerminal });
    made.on('line', (line) => {
      if (waiting === null) early.push(line);
      else waiting(line);
    });
    made.once('close', () => {
      isOver = true;
      waiting?.(null);
    });
    return made;
  };
  return (question) => {
    lines ??= open();
    const line = early.shift();
    if (line !== undefined || isOver) {
      output.write(`${question}${line ?? ''}\n`);
      return Promise.resolve(line ?? null);
    }
    const asking = lines;
    asking.setPrompt(question);
    asking.prompt();
    return new Promise((resolve) => {
      waiting = (answer) => {
        waiting = null;
        if (!isOver) asking.pause();
        resolve(answer);
      };
    });
  };
}
