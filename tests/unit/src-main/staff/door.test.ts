import { describe, expect, test } from 'vitest';
import { type Door, openDoor } from '../../../../src-main/staff/door.ts';
import { FIRST_LOCK_MS, LONGEST_LOCK_MS, WRONG_UNTIL_LOCKED } from '../../../../src-main/staff/limits.ts';
import { lockLengthMs } from '../../../../src-main/staff/lock.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { memoryRecord } from '../../../fakes/memory-record.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const RIGHT = '739105';
const WRONG = '620948';

/** A door whose PIN is {@link RIGHT}; `start` is one start of the terminal on the same disk. */
function terminal({ hasPin = true } = {}) {
  const [clock, log, record] = [handClock(), recordedLog(), memoryRecord()];
  const looked: string[] = [];
  const start = () =>
    openDoor({
      hasPin,
      fits: async (pin) => {
        looked.push(pin);
        return hasPin && pin === RIGHT;
      },
      record,
      clock,
      log,
    });
  return { clock, log, record, looked, start };
}

async function tryOften(door: Door, pin: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) expect(await door.tryPin(pin)).toBe('no');
}

describe('The right PIN', () => {
  test('opens, also after a few wrong ones, and makes them forgotten', async () => {
    const { start, record } = terminal();
    const door = await start();
    await tryOften(door, WRONG, WRONG_UNTIL_LOCKED - 1);
    expect(await door.tryPin(RIGHT)).toBe('open');
    expect(record.text).toBeNull();
    await tryOften(door, WRONG, WRONG_UNTIL_LOCKED - 1);
    expect(await door.tryPin(RIGHT)).toBe('open');
  });

  test('opens nothing where no PIN is set, and as much work is done', async () => {
    const { start, looked } = terminal({ hasPin: false });
    const door = await start();
    expect(door.hasPin).toBe(false);
    expect(await door.tryPin(RIGHT)).toBe('no');
    expect(looked).toEqual([RIGHT]);
  });
});

describe('Whoever tries one PIN after the other', () => {
  test('is locked out after five, and the right one does not help before the time is over', async () => {
    const { start, clock } = terminal();
    const door = await start();
    await tryOften(door, WRONG, WRONG_UNTIL_LOCKED);
    expect(await door.tryPin(RIGHT)).toBe('no');
    clock.pass(FIRST_LOCK_MS - 1);
    expect(await door.tryPin(RIGHT)).toBe('no');
    clock.pass(1);
    expect(await door.tryPin(RIGHT)).toBe('open');
  });

  test('waits twice as long every time, up to a day', async () => {
    const { start, clock } = terminal();
    const door = await start();
    let waitMs = FIRST_LOCK_MS;
    for (let round = 0; round < 10; round += 1) {
      await tryOften(door, WRONG, WRONG_UNTIL_LOCKED);
      clock.pass(waitMs - 1);
      expect(await door.tryPin(RIGHT)).toBe('no');
      clock.pass(1);
      waitMs = Math.min(LONGEST_LOCK_MS, 2 * waitMs);
    }
    expect(lockLengthMs(10 * WRONG_UNTIL_LOCKED)).toBe(LONGEST_LOCK_MS);
    expect(await door.tryPin(RIGHT)).toBe('open');
  });

  test('gains nothing by a restart: neither in the middle of five, nor while it is locked', async () => {
    const { start, clock } = terminal();
    await tryOften(await start(), WRONG, 3);
    await tryOften(await start(), WRONG, WRONG_UNTIL_LOCKED - 3);
    const again = await start();
    expect(await again.tryPin(RIGHT)).toBe('no');
    clock.pass(FIRST_LOCK_MS);
    expect(await again.tryPin(RIGHT)).toBe('open');
  });

  test('gains nothing by pulling the plug while a PIN is looked at', async () => {
    const { record, clock, log } = terminal();
    const door = await openDoor({ hasPin: true, fits: () => new Promise(() => {}), record, clock, log });
    void door.tryPin(WRONG);
    await expect.poll(() => record.text).toContain('"wrong":1');
  });

  test('gains nothing by setting the clock back', async () => {
    const { start, clock } = terminal();
    await tryOften(await start(), WRONG, WRONG_UNTIL_LOCKED);
    clock.setWall(-30 * 24 * 3_600_000);
    const again = await start();
    expect(await again.tryPin(RIGHT)).toBe('no');
    clock.pass(FIRST_LOCK_MS);
    expect(await again.tryPin(RIGHT)).toBe('open');
  });

  test('cannot try two at a time', async () => {
    const { start, looked } = terminal();
    const door = await start();
    const both = await Promise.all([door.tryPin(WRONG), door.tryPin(RIGHT)]);
    expect(both).toEqual(['no', 'no']);
    expect(looked).toEqual([WRONG]);
  });

  test('costs the terminal as much work while it is locked as before', async () => {
    const { start, looked } = terminal();
    const door = await start();
    await tryOften(door, WRONG, WRONG_UNTIL_LOCKED + 3);
    expect(looked).toHaveLength(WRONG_UNTIL_LOCKED + 3);
  });

  test('does not lengthen a lock by trying while it lasts', async () => {
    const { start, clock } = terminal();
    const door = await start();
    await tryOften(door, WRONG, WRONG_UNTIL_LOCKED + 20);
    clock.pass(FIRST_LOCK_MS);
    expect(await door.tryPin(RIGHT)).toBe('open');
  });
});

describe('A disk that fails', () => {
  test('keeps no staff out, and no attempt is free as long as the terminal runs', async () => {
    const { start, record, log } = terminal();
    record.isBroken = true;
    const door = await start();
    await tryOften(door, WRONG, WRONG_UNTIL_LOCKED);
    expect(await door.tryPin(RIGHT)).toBe('no');
    expect(log.codes()).toContain('staff-lock-not-kept');
    const other = await start();
    expect(await other.tryPin(RIGHT)).toBe('open');
  });

  test.each([['nonsense'], [''], ['{"schema":1,"wrong":-1,"lockedAt":null}'], ['{"schema":2}']])(
    'that has made %j of the record costs one lock, not the door',
    async (text) => {
      const { start, record, clock, log } = terminal();
      record.text = text;
      const door = await start();
      expect(await door.tryPin(RIGHT)).toBe('no');
      clock.pass(FIRST_LOCK_MS);
      expect(await door.tryPin(RIGHT)).toBe('open');
      expect(log.codes()).toContain('staff-lock-damaged');
    },
  );
});

test('No digit of a PIN is in the log or in the record, whatever happens', async () => {
  const { start, record, log, clock } = terminal();
  const texts: (string | null)[] = [];
  const door = await start();
  for (let time = 0; time < 7; time += 1) {
    await door.tryPin(WRONG);
    texts.push(record.text);
  }
  clock.pass(FIRST_LOCK_MS);
  await door.tryPin(RIGHT);
  const failing = await openDoor({
    hasPin: true,
    fits: (pin) => Promise.reject(new Error(`cannot hash ${pin}`)),
    record,
    clock,
    log,
  });
  expect(await failing.tryPin(RIGHT)).toBe('no');
  const everything = JSON.stringify([log.lines, texts]);
  expect(log.lines.length).toBeGreaterThan(8);
  for (const pin of [WRONG, RIGHT]) expect(everything).not.toContain(pin);
});
