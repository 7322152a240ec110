import type { Desk } from './desk.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** What of a `Worker` is used. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** A desk in another thread. `broken` resolves with the reason when the worker cannot load or has crashed. */
export type DeskInWorker = { readonly desk: Desk; readonly close: () => void };

/** Starts the search worker. It is a file of its own, so that the pages' policy (`worker-src 'self'`) lets it run. */
export function startWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'search' });
}

/** Talks to a worker as to a desk. Once the worker has failed, every question to it does. */
export function deskInWorker(worker: WorkerLike): DeskInWorker {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  let broken: Error | null = null;
  const fail = (error: Error) => {
    broken = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker.terminate();
  };
  worker.addEventListener('message', (event) => {
    const answer = (event as MessageEvent<FromWorker>).data;
    const asker = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (answer.ok) asker?.resolve(answer.value as never);
    else asker?.reject(new Error(answer.why));
  });
  worker.addEventListener('error', () => fail(new Error('The search worker failed.')));
  worker.addEventListener('messageerror', () => fail(new Error('The search worker was not understood.')));

  const send = <Ask extends keyof Desk>(ask: Ask): Desk[Ask] =>
    // The compiler cannot see that question and answer of the same name belong together.
    ((input: ToWorker['input']) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ number: last, ask, input } as ToWorker);
      })) as unknown as Desk[Ask];
  return {
    desk: {
      open: send('open'),
      add: send('add'),
      remove: send('remove'),
      save: send('save'),
      find: send('find'),
    },
    close: () => fail(new Error('The search was closed.')),
  };
}
