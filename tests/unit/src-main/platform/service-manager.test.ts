import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test, vi } from 'vitest';
import { serviceManager } from '../../../../src-main/platform/service-manager.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const newDirectory = temporaryDirectory();

test('A terminal that nobody watches over knows it', () => {
  expect(serviceManager({})).toBeNull();
  expect(serviceManager({ NOTIFY_SOCKET: '/run/systemd/notify' })).toBeNull();
  expect(serviceManager({ NOTIFY_SOCKET: '', WATCHDOG_USEC: '120000000' })).toBeNull();
  expect(serviceManager({ NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: 'soon' })).toBeNull();
});

test('The patience of systemd is read in its own unit', () => {
  const environment = { NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: '120000000' };
  expect(serviceManager(environment)?.patienceMs).toBe(120_000);
});

const hasTools = ['/usr/bin/systemd-notify', '/usr/bin/perl'].every((file) => existsSync(file));

test.skipIf(!hasTools)('systemd hears at its socket that the terminal lives', async () => {
  const socket = path.join(await newDirectory(), 'notify');
  // Node has no such sockets, so Perl, which every Debian has, listens in systemd's place.
  const listener = spawn('perl', [
    '-e',
    `use Socket; $| = 1; socket(S, AF_UNIX, SOCK_DGRAM, 0); bind(S, sockaddr_un($ARGV[0])); print "listening\\n"; print "$_\\n" while defined recv(S, $_, 999, 0);`,
    socket,
  ]);
  try {
    const lines = createInterface(listener.stdout)[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('listening');
    vi.stubEnv('NOTIFY_SOCKET', socket);
    const told = serviceManager({ NOTIFY_SOCKET: socket, WATCHDOG_USEC: '1000000' })?.stillAlive();
    expect((await lines.next()).value).toBe('WATCHDOG=1');
    await told;
  } finally {
    listener.kill();
  }
});
