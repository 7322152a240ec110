import { expect, test } from 'vitest';
import { openMaintenance } from '../../../../src-main/staff/maintenance.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { memoryRecord } from '../../../fakes/memory-record.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

function terminal() {
  const [clock, log, record] = [handClock(), recordedLog(), memoryRecord()];
  const told: boolean[] = [];
  const start = () => openMaintenance({ record, clock, log, onChange: (isOn) => void told.push(isOn) });
  return { clock, log, record, told, start };
}

test('A terminal that was put out of service is still so after a restart, until staff end it', async () => {
  const { start, told, log } = terminal();
  const first = await start();
  expect(first.isOn()).toBe(false);
  expect(await first.set(true)).toEqual({ isKept: true });
  expect(told).toEqual([true]);
  const second = await start();
  expect([second.isOn(), second.since()]).toEqual([true, '2026-01-01T00:00:00.000Z']);
  expect(await second.set(false)).toEqual({ isKept: true });
  expect((await start()).isOn()).toBe(false);
  expect(log.codes()).toEqual(['maintenance-began', 'maintenance-began', 'maintenance-ended']);
});

test('Asking twice changes and logs it once, and keeps since when', async () => {
  const { start, told, clock } = terminal();
  const maintenance = await start();
  await maintenance.set(true);
  clock.pass(60_000);
  await maintenance.set(true);
  expect(told).toEqual([true]);
  expect(maintenance.since()).toBe('2026-01-01T00:00:00.000Z');
});

test('A damaged record still means out of service: somebody has made it', async () => {
  const { start, record } = terminal();
  record.text = 'half a rec';
  const maintenance = await start();
  expect([maintenance.isOn(), maintenance.since()]).toEqual([true, null]);
  await maintenance.set(false);
  expect(record.text).toBeNull();
});

test('A disk that does not take it is told to staff, and the screen obeys all the same', async () => {
  const { start, record, log, told } = terminal();
  const maintenance = await start();
  record.isBroken = true;
  expect(await maintenance.set(true)).toEqual({ isKept: false });
  expect([maintenance.isOn(), told]).toEqual([true, [true]]);
  expect(log.codes()).toContain('maintenance-not-kept');
  expect((await start()).isOn()).toBe(false);
});
