import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from 'electron';
import { expect, test } from 'vitest';
import { endApplication, QUIT_WITHIN_MS, quitInOrder } from '../../../../src-main/platform/quitting.ts';
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

function endable() {
  const app = new EventEmitter();
  const did: unknown[] = [];
  const quit = () => {
    did.push('quit');
    app.emit('will-quit', { preventDefault: () => void did.push('held') });
  };
  const relaunch = () => void did.push('relaunch');
  const exit = (status: number) => void did.push(status);
  return { app: Object.assign(app, { quit, relaunch, exit }) as unknown as App, did };
}

test('A restart that staff want is made by systemd where it supervises the terminal, else by the terminal itself', () => {
  const supervised = endable();
  endApplication(supervised.app, 'restart', { NOTIFY_SOCKET: '/run/systemd/notify' });
  expect(supervised.did).toEqual(['quit', 'held', 1]);
  const alone = endable();
  endApplication(alone.app, 'restart', {});
  expect(alone.did).toEqual(['relaunch', 'quit']);
});

test('An end that staff want is one, and systemd is told not to undo it by the very status its unit names', async () => {
  const supervised = endable();
  endApplication(supervised.app, 'exit', { NOTIFY_SOCKET: '/run/systemd/notify' });
  expect(supervised.did).toEqual(['quit', 'held', 77]);
  const unit = await readFile(
    join(import.meta.dirname, '../../../../assets/linux/openfloor.service'),
    'utf8',
  );
  expect(unit).toContain('RestartPreventExitStatus=77');
  const alone = endable();
  endApplication(alone.app, 'exit', {});
  expect(alone.did).toEqual(['quit']);
});
