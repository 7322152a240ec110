import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLogMemory } from '../../../../src-main/health/logs/log-memory.ts';
import { openHealth, tellOfLastResort } from '../../../../src-main/health/open-health.ts';
import { HEARTBEAT_MS } from '../../../../src-main/health/status/limits.ts';
import { readStatus } from '../../../../src-main/health/status/read-status.ts';
import { machineFiles } from '../../../../src-main/platform/files.ts';
import { logTo } from '../../../../src-main/platform/log.ts';
import { loadSettings } from '../../../../src-main/provisioning/load-settings.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { type HandClock, handClock } from '../../../fakes/hand-clock.ts';

const directoryOf = temporaryDirectory();

/** Parts of a terminal whose settings are this text; `figures` names its file for Prometheus in them. */
async function partsOf(settings = '') {
  const directory = await directoryOf();
  const figures = join(directory, 'openfloor.prom');
  const file = join(directory, 'openfloor.yaml');
  await writeFile(file, `health:\n  prometheusFile: ${figures}\n${settings}`);
  const loaded = await loadSettings({ file, isNamed: true, environment: {} }, machineFiles);
  const clock = handClock();
  const memory = createLogMemory();
  const statusFile = join(directory, 'status.json');
  const program = { startedAt: clock.now(), version: '0.1.0', electron: '33.3.0', pid: process.pid };
  const log = logTo([memory.take], clock);
  const shared = { loaded, clock, memory, statusFile, program, log, memoryBytes: () => 5 };
  return { directory, figures, statusFile, clock, memory, log, shared };
}

const kindOf = (file: string, clock: HandClock) => async () => {
  const reading = await readStatus(file, { now: clock.now, isThere: () => true });
  return 'status' in reading ? reading.status : reading.kind;
};

async function terminalIn(settings?: string) {
  const parts = await partsOf(settings);
  let asked = 0;
  let isInMaintenance = false;
  const health = openHealth({
    ...parts.shared,
    stage: {
      look: () => ({ kind: 'attract', seq: 7, isAlive: true, lastPaintedAt: parts.clock.now() }),
    },
    store: { bad: () => [] },
    sync: {
      state: () => ({ kind: 'off' }),
      contact: () => ({ lastAt: null, channel: null }),
      channel: () => 'stable',
    },
    visits: { counted: () => ({ ended: 3, lastWipedAt: null }) },
    problems: { counted: () => ({ 'script-error': 2 }) },
    isFactory: () => true,
    display: () => null,
    memoryBytes: () => {
      asked += 1;
      return 1_000;
    },
    isInMaintenance: () => isInMaintenance,
    freeBytes: async () => 9_000_000_000,
    printer: async () => 'none',
  });
  return {
    ...parts,
    health,
    asked: () => asked,
    maintain: () => {
      isInMaintenance = true;
    },
  };
}

test('Record and figures tell of crashes, of processes that outlived their visit, and of what pages reported', async () => {
  const { health, log, statusFile, figures, clock, directory } = await terminalIn();
  log.trouble('seat-crashed', 'A page was given up.');
  log.trouble('process-outlived-visit', 'A process was killed.');
  log.trouble('seat-frozen', 'A page was given up.');
  log.trouble('seat-frozen', 'A page was given up.');
  expect(health.status()).toMatchObject({
    visits: { ended: 3, outlived: 1 },
    pages: { crashed: 1, frozen: 2, problems: { 'script-error': 2 } },
    reasons: [{ code: 'seat-frozen' }, { code: 'seat-frozen' }, {}, { code: 'seat-crashed' }],
  });
  clock.pass(1_000);
  await health.close();
  expect(await kindOf(statusFile, clock)()).toMatchObject({ pages: { frozen: 2 }, visits: { outlived: 1 } });
  const text = await readFile(figures, 'utf8');
  expect(text).toContain('\nopenfloor_pages_frozen_total 2\n');
  expect(text).toContain('\nopenfloor_log_troubles_total{code="seat-crashed"} 1\n');
  expect((await readdir(directory)).sort()).toEqual(['openfloor.prom', 'openfloor.yaml', 'status.json']);
});

test('The last figures of a terminal that ends in order say that it is not up', async () => {
  const { health, figures } = await terminalIn();
  await expect.poll(() => readFile(figures, 'utf8').catch(() => '')).toContain('\nopenfloor_up 1\n');
  await health.close();
  expect(await readFile(figures, 'utf8')).toContain('\nopenfloor_up 0\n');
});

test('The record lies where the settings say, and staff who put the terminal out of service are seen in it', async () => {
  const elsewhere = join(await directoryOf(), 'elsewhere.json');
  const { health, statusFile, clock, maintain } = await terminalIn(`  statusFile: ${elsewhere}\n`);
  maintain();
  await health.close();
  expect(await kindOf(elsewhere, clock)()).toMatchObject({
    maintenance: true,
    eye: { state: 'maintenance' },
  });
  expect(await kindOf(statusFile, clock)()).toBe('never');
});

test('The system is not asked for the memory of all processes every second', async () => {
  const { health, clock, asked } = await terminalIn();
  await expect.poll(asked).toBe(1);
  for (let second = 0; second < 30; second += 1) {
    clock.sleep(1_000);
    health.status();
  }
  expect(asked()).toBe(7);
  await health.close();
});

test('A terminal that could not start says so, and why, until it is started again', async () => {
  const { shared, statusFile, figures, clock, log } = await partsOf('screen:\n  pixelsPerMm: wide\n');
  log.trouble('start-failed', 'The terminal could not start: no pages.');
  const keeper = tellOfLastResort(shared);
  onTestFinished(keeper.close);
  await expect.poll(kindOf(statusFile, clock)).toMatchObject({
    eye: { state: 'last-resort', alive: false },
    reasons: [{ code: 'start-failed', sentence: 'The terminal could not start: no pages.' }],
    settings: { problems: [expect.stringContaining('pixelsPerMm')] },
  });
  await expect
    .poll(() => readFile(figures, 'utf8').catch(() => ''))
    .toContain('\nopenfloor_eye_state{state="last-resort"} 1\n');
  // It goes on saying so: a record that grows old would say that nothing runs at all.
  clock.pass(HEARTBEAT_MS);
  const at = clock.now().toISOString();
  await expect.poll(kindOf(statusFile, clock)).toMatchObject({ at });
});
