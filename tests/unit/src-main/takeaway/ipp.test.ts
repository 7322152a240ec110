import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { cupsQueue } from '../../../../src-main/takeaway/cups-queue.ts';
import { printServerOf } from '../../../../src-main/takeaway/ipp.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A queue of a print system that answers as it likes. */
async function queueOf(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const log = recordedLog();
  const at = { kind: 'address', host: '127.0.0.1', port } as const;
  return { log, queue: cupsQueue({ server: at, name: 'receipt', user: 'kiosk', log }) };
}

describe('The print system is looked for', () => {
  const sockets = ['/run/cups/cups.sock', '/elsewhere.sock'];
  test.each([
    ['at its socket', undefined, ['/elsewhere.sock'], { kind: 'socket', path: '/elsewhere.sock' }],
    [
      'at its port, where there is no socket',
      undefined,
      [],
      { kind: 'address', host: '127.0.0.1', port: 631 },
    ],
    [
      'where CUPS_SERVER says',
      'print.example:8631',
      sockets,
      { kind: 'address', host: 'print.example', port: 8631 },
    ],
    [
      'where CUPS_SERVER says, without a port',
      'print.example',
      [],
      { kind: 'address', host: 'print.example', port: 631 },
    ],
    ['at the socket that CUPS_SERVER names', '/my.sock', sockets, { kind: 'socket', path: '/my.sock' }],
  ] as const)('%s', (_where, named, existing, found) => {
    expect(printServerOf(named, sockets, (path) => existing.some((each) => each === path))).toEqual(found);
  });
});

describe('A print system that is out of its mind stops no terminal: the printer is out of order when', () => {
  test.each<[string, RequestListener]>([
    ['it answers nonsense', (_ask, answer) => void answer.end('hello')],
    ['it answers nothing', (_ask, answer) => void answer.end()],
    ['it is not a print system', (_ask, answer) => void answer.writeHead(404).end('<html>')],
    ['it hangs up', (ask) => void ask.socket.destroy()],
    ['it refuses', (_ask, answer) => void answer.end(Buffer.from([1, 1, 4, 6, 0, 0, 0, 1, 3]))],
    ['it tells of no printer', (_ask, answer) => void answer.end(Buffer.from([1, 1, 0, 0, 0, 0, 0, 1, 3]))],
  ])('%s', async (_how, listener) => {
    const { queue, log } = await queueOf(listener);
    expect(await queue.look()).toBe('failed');
    await queue.look();
    // Said once, however often it is looked at.
    expect(log.codes()).toEqual(['printer-trouble']);
  });
});

test('A job that the print system keeps in spite of the order is not called forgotten', async () => {
  // To both questions it says: done, here is the job.
  const { queue } = await queueOf(
    (_ask, answer) => void answer.end(Buffer.from([1, 1, 0, 0, 0, 0, 0, 1, 2, 3])),
  );
  await expect(queue.forget(5)).rejects.toThrow('still knows job 5');
});

test('A job that the print system does not know any more is forgotten', async () => {
  const { queue } = await queueOf(
    (_ask, answer) => void answer.end(Buffer.from([1, 1, 4, 6, 0, 0, 0, 1, 3])),
  );
  await expect(queue.forget(5)).resolves.toBeUndefined();
});
