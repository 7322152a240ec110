import { type Desk, searchDesk } from './desk.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

// The whole worker: a desk, asked by messages. It reads no database and fetches nothing; the page brings it everything.

const desk = searchDesk();
const post = (answer: FromWorker, transfer: Transferable[] = []) => postMessage(answer, { transfer });

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  const { number, ask, input } = data;
  const work = desk[ask] as (input: unknown) => ReturnType<Desk[typeof ask]>;
  work(input).then(
    (value) => post({ number, ok: true, value }, bytesIn(value)),
    (error: unknown) =>
      post({ number, ok: false, why: error instanceof Error ? error.message : String(error) }),
  );
});

/** Bytes are handed over, not copied. */
function bytesIn(value: unknown): Transferable[] {
  const isKept = typeof value === 'object' && value !== null && 'bytes' in value;
  return isKept && value.bytes instanceof Uint8Array ? [value.bytes.buffer] : [];
}
