import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, test } from 'vitest';
import { QUIT_WITHIN_MS, quitInOrder } from '../../../../src-main/platform/quitting.ts';
import { stoppableEvent } from '../../../fakes/fake-contents.ts';
import { handClock } from '../../../fakes/hand-clock.ts';

function application() {
  const app = new EventEmitter();
  const quits: string[] = [];
  return { app: Object.assign(app, { quit: () => void quits.push('quit') }) as unknown as App, quits };
}

test('The terminal ends once what it had to write is written', async () => {
  const { app, quits } = application();
  let finish = () => {};
  const written = new Promise<void>((resolve) => {
    finish = resolve;
  });
  quitInOrder(app, handClock(), () => written);
  const [first, second] = [stoppableEvent({}), stoppableEvent({})];
  app.emit('before-quit', first);
  expect([first.wasStopped(), quits]).toEqual([true, []]);
  finish();
  await expect.poll(() => quits).toEqual(['quit']);
  app.emit('before-quit', second);
  expect(second.wasStopped()).toBe(false);
});

test('A disk that hangs keeps no terminal from ending', () => {
  const { app, quits } = application();
  const clock = handClock();
  quitInOrder(app, clock, () => new Promise(() => {}));
  app.emit('before-quit', stoppableEvent({}));
  clock.pass(QUIT_WITHIN_MS);
  expect(quits).toEqual(['quit']);
});
