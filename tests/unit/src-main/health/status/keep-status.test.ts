import { describe, expect, test } from 'vitest';
import type { TerminalStatus } from '../../../../../src-main/contract/terminal-status.ts';
import { keepStatus } from '../../../../../src-main/health/status/keep-status.ts';
import { HEARTBEAT_MS, LOOK_EVERY_MS } from '../../../../../src-main/health/status/limits.ts';
import { sampleStatus } from '../../../../builders/status-facts.ts';
import { handClock } from '../../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../../fakes/recorded-log.ts';

const settled = () => new Promise(setImmediate);

function kept() {
  const clock = handClock();
  const log = recordedLog();
  const written: TerminalStatus[] = [];
  let status = sampleStatus();
  let fails = false;
  let hold: Promise<void> = Promise.resolve();
  const keeper = keepStatus({
    current: () => ({ ...status, at: clock.now().toISOString(), memoryBytes: clock.monotonicMs() }),
    outlets: [
      {
        file: '/data/status.json',
        code: 'status-not-written',
        write: async (found) => {
          await hold;
          if (fails) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
          written.push(found);
        },
      },
    ],
    clock,
    log,
  });
  /** Lets time pass second by second, and every write come to its end. */
  const pass = async (ms: number) => {
    for (let gone = 0; gone < ms; gone += LOOK_EVERY_MS) {
      clock.pass(LOOK_EVERY_MS);
      await settled();
    }
  };
  return {
    keeper,
    clock,
    log,
    written,
    pass,
    change: (change: Partial<TerminalStatus>) => {
      status = { ...status, ...change };
    },
    fail: (does: boolean) => {
      fails = does;
    },
    holdUntil: (until: Promise<void>) => {
      hold = until;
    },
  };
}

describe('The files that tell how the terminal is', () => {
  test('are written at the start and at every heartbeat, though nothing has changed', async () => {
    const { written, pass } = kept();
    await settled();
    expect(written).toHaveLength(1);
    await pass(HEARTBEAT_MS - LOOK_EVERY_MS);
    expect(written).toHaveLength(1);
    await pass(LOOK_EVERY_MS);
    expect(written).toHaveLength(2);
    await pass(10 * HEARTBEAT_MS);
    expect(written).toHaveLength(12);
  });

  test('tell of a page that stopped at the next look', async () => {
    const { written, pass, change } = kept();
    await settled();
    change({ eye: { ...sampleStatus().eye, alive: false } });
    await pass(LOOK_EVERY_MS);
    expect(written.map(({ eye }) => eye.alive)).toEqual([true, false]);
  });

  test('are not written for a frame that was painted as it should be', async () => {
    const { written, pass, change, clock } = kept();
    for (let second = 0; second < 14; second += 1) {
      change({ eye: { ...sampleStatus().eye, lastPaintedAt: clock.now().toISOString() } });
      await pass(LOOK_EVERY_MS);
    }
    expect(written).toHaveLength(1);
  });

  test('are named once when they cannot be written, and again only after they could be', async () => {
    const { log, pass, fail, written } = kept();
    fail(true);
    await pass(5 * HEARTBEAT_MS);
    expect(log.lines).toMatchObject([
      { level: 'trouble', code: 'status-not-written', facts: { file: '/data/status.json', error: 'ENOSPC' } },
    ]);
    fail(false);
    await pass(HEARTBEAT_MS);
    expect(written).not.toHaveLength(0);
    fail(true);
    await pass(HEARTBEAT_MS);
    expect(log.codes()).toEqual(['status-not-written', 'status-not-written']);
  });

  test('are not written twice at a time by a disk that is slow', async () => {
    const { pass, holdUntil, written } = kept();
    await settled();
    let release = () => {};
    holdUntil(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    await pass(5 * HEARTBEAT_MS);
    expect(written).toHaveLength(1);
    release();
    await settled();
    expect(written).toHaveLength(2);
  });

  test('are written once more at the end', async () => {
    const { keeper, written, change, clock } = kept();
    await settled();
    change({ maintenance: true });
    await keeper.close();
    expect(written.map(({ maintenance }) => maintenance)).toEqual([false, true]);
    clock.pass(10 * HEARTBEAT_MS);
    await settled();
    expect(written).toHaveLength(2);
  });
});
