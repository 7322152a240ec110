import type { ReadStream } from 'node:tty';
import { Stopped } from '../answer.ts';

const ENTER = /[\r\n]/;
const STOP = '\u0003';
const END = '\u0004';
const RUB_OUT: readonly string[] = ['\b', '\u007f'];

/**
 * Asks at the keyboard without showing what is typed, not even its length. `input` has to be a terminal. Throws
 * {@link Stopped}.
 */
export async function askSecret(
  question: string,
  input: ReadStream,
  show: (text: string) => void,
): Promise<string> {
  // Before the question is seen: somebody quick would else see the first letters they type.
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  show(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = '';
      const finish = (end: () => void): void => {
        input.off('data', onData);
        input.off('end', onEnd);
        end();
      };
      const onEnd = (): void => finish(() => reject(new Stopped()));
      const onData = (chunk: string | Buffer): void => {
        for (const sign of String(chunk)) {
          if (sign === STOP || sign === END) {
            finish(() => reject(new Stopped()));
            return;
          }
          if (ENTER.test(sign)) {
            finish(() => resolve(typed));
            return;
          }
          typed = RUB_OUT.includes(sign) ? [...typed].slice(0, -1).join('') : typed + sign;
        }
      };
      input.on('data', onData);
      input.on('end', onEnd);
    });
  } finally {
    input.setRawMode(false);
    input.pause();
    show('\n');
  }
}
