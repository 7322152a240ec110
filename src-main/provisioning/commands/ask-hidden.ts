/** A terminal as far as a hidden question needs it; Node's `process` fits. */
export type HiddenTerminal = {
  readonly stdin: Pick<NodeJS.ReadStream, 'setRawMode' | 'resume' | 'pause' | 'on' | 'off' | 'setEncoding'>;
  readonly stdout: { readonly write: (text: string) => unknown };
};

const ENTER = /^[\r\n]$/;
/** Ctrl+C and Ctrl+D: nobody wants to go on. */
const GIVEN_UP = new Set(['\u0003', '\u0004']);
const ERASE = new Set(['\u0008', '\u007f']);

/** Asks for a line of which nothing is shown, not even its length; null when whoever sits there gives up. */
export function askHidden({ stdin, stdout }: HiddenTerminal, question: string): Promise<string | null> {
  // Before the question is read: what is typed at that very moment must not be shown either.
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdout.write(question);
  return new Promise((resolve) => {
    let line = '';
    const end = (answer: string | null) => {
      stdin.off('data', typed);
      stdin.setRawMode(false);
      stdin.pause();
      stdout.write('\n');
      resolve(answer);
    };
    const typed = (text: string) => {
      for (const sign of text) {
        if (ENTER.test(sign)) return end(line);
        if (GIVEN_UP.has(sign)) return end(null);
        if (ERASE.has(sign)) line = line.slice(0, -1);
        else line += sign;
      }
    };
    stdin.on('data', typed);
    stdin.resume();
  });
}
