import { expect, test } from 'vitest';
import type { TerminalStatus } from '../../../../src-main/contract/terminal-status.ts';
import { keepWatchdogQuiet } from '../../../../src-main/health/watchdog.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

/** As long as the unit in assets/linux allows. */
const PATIENCE_MS = 120_000;

type Eye = Pick<TerminalStatus['eye'], 'state' | 'alive'>;

function watched(tell: () => Promise<void> = async () => {}) {
  const clock = handClock();
  const log = recordedLog();
  const told: number[] = [];
  const screen: { eye: Eye } = { eye: { state: 'attract', alive: true } };
  const off = keepWatchdogQuiet({
    manager: {
      patienceMs: PATIENCE_MS,
      stillAlive: () => {
        told.push(clock.monotonicMs());
        return tell();
      },
    },
    status: () => screen as TerminalStatus,
    clock,
    log,
  });
  return { clock, log, told, screen, off };
}

test('The system hears at once that the terminal lives, and never has to wait as long as it would', () => {
  const { clock, told } = watched();
  clock.pass(10 * PATIENCE_MS);
  expect(told[0]).toBe(0);
  const pauses = told.slice(1).map((at, index) => at - (told[index] ?? 0));
  expect(Math.max(...pauses)).toBeLessThan(PATIENCE_MS / 2);
});

test('A screen that stays dead is not vouched for, which is said once, and again when it is dead again', () => {
  const { clock, log, told, screen } = watched();
  screen.eye = { state: 'visit', alive: false };
  clock.pass(2 * PATIENCE_MS);
  expect(told).toEqual([0]);
  expect(log.codes()).toEqual(['watchdog-withheld']);

  screen.eye = { state: 'attract', alive: true };
  clock.pass(PATIENCE_MS);
  expect(told.length).toBeGreaterThan(1);
  screen.eye = { state: 'attract', alive: false };
  clock.pass(PATIENCE_MS);
  expect(log.codes()).toEqual(['watchdog-withheld', 'watchdog-withheld']);
});

test.each(['preparing', 'maintenance', 'last-resort'] as const)(
  'A terminal that calmly shows "%s" is not started again for it',
  (state) => {
    const { clock, log, told, screen } = watched();
    screen.eye = { state, alive: false };
    clock.pass(PATIENCE_MS);
    expect(told.length).toBeGreaterThan(2);
    expect(log.codes()).toEqual([]);
  },
);

test('A system that cannot be told is named once, with what to look for', async () => {
  const { clock, log } = watched(() => Promise.reject(new Error('spawn systemd-notify ENOENT')));
  clock.pass(PATIENCE_MS);
  await Promise.resolve();
  expect(log.codes()).toEqual(['watchdog-not-reached']);
  expect(log.lines[0]?.sentence).toMatch(/ENOENT.*systemd-notify is installed/);
});

test('Nothing is told after the end, and nothing where nobody watches', () => {
  const { clock, told, off } = watched();
  off();
  clock.pass(PATIENCE_MS);
  expect(told).toEqual([0]);
  const nobody = keepWatchdogQuiet({ manager: null, status: () => never(), clock, log: recordedLog() });
  clock.pass(PATIENCE_MS);
  nobody();
});

function never(): never {
  throw new Error('The status was asked for.');
}
