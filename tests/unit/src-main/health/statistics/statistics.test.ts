import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  noStatistics,
  openStatistics,
  WRITE_EVERY_MS,
} from '../../../../../src-main/health/statistics/statistics.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';
import { handClock } from '../../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../../fakes/recorded-log.ts';

const makeDirectory = temporaryDirectory();
const DAY_MS = 86_400_000;

/** Statistics in a directory of their own, on a clock moved by hand. */
async function counting(inDirectory?: string) {
  const directory = inDirectory ?? (await makeDirectory());
  const [clock, log] = [handClock(), recordedLog()];
  const file = join(directory, 'statistics.json');
  const statistics = await openStatistics({
    file,
    dayOf: (moment) => moment.toISOString().slice(0, 10),
    languages: () => ['fr', 'nl'],
    clock,
    log,
  });
  return { directory, file, clock, log, statistics, onDisk: async () => readFile(file, 'utf8') };
}

describe('Where it counts', () => {
  test('counts of today join those of this morning, also after a restart', async () => {
    const first = await counting();
    for (let times = 0; times < 6; times += 1) first.statistics.count('document-opened', 'fr');
    await first.statistics.close();
    const second = await counting(first.directory);
    second.statistics.count('document-opened', 'fr');
    second.clock.pass(DAY_MS);
    expect(second.statistics.read()[0]).toEqual({
      day: '2026-01-01',
      language: 'fr',
      event: 'document-opened',
      count: 7,
    });
    await second.statistics.close();
  });

  test('the disk hears of it at a fixed rhythm, not when somebody is there', async () => {
    const { statistics, clock, directory, onDisk } = await counting();
    statistics.count('search-found', 'nl');
    clock.pass(WRITE_EVERY_MS - 1);
    expect(await readdir(directory)).toEqual([]);
    clock.pass(1);
    await expect.poll(() => readdir(directory)).toEqual(['statistics.json']);
    expect(JSON.parse(await onDisk())).toEqual({
      schema: 1,
      days: { '2026-01-01': { nl: { 'search-found': 1 } } },
    });
    await statistics.close();
  });

  test('a language the guide does not have is nobody’s', async () => {
    const { statistics, onDisk } = await counting();
    statistics.count('search-found', 'xx');
    await statistics.close();
    expect(JSON.parse(await onDisk())).toEqual({ schema: 1, days: {} });
  });

  test.each([
    ['cut short', '{"schema":1,"days":{"2026-01-01":{"fr"'],
    ['empty', ''],
    ['of a later version', '{"schema":2,"days":{}}'],
    ['full of something else', '{"schema":1,"days":{"2026-01-01":{"fr":{"document-opened":-4}}}}'],
  ])('a file that is %s is begun anew, and the log says so', async (_how, bytes) => {
    const directory = await makeDirectory();
    await writeFile(join(directory, 'statistics.json'), bytes);
    const { statistics, log, onDisk } = await counting(directory);
    expect(log.codes()).toEqual(['statistics-unreadable']);
    statistics.count('document-opened', 'fr');
    await statistics.close();
    expect(JSON.parse(await onDisk())).toMatchObject({
      days: { '2026-01-01': { fr: { 'document-opened': 1 } } },
    });
  });

  test('a disk that cannot be written is told once, and counting goes on', async () => {
    const { statistics, clock, log, file, directory } = await counting();
    // A directory stands where the file should be.
    await mkdir(join(file, 'in-the-way'), { recursive: true });
    statistics.count('document-opened', 'fr');
    clock.pass(3 * WRITE_EVERY_MS);
    await statistics.close();
    expect(log.codes()).toEqual(['statistics-not-written']);
    expect(await readdir(directory)).toEqual(['statistics.json']);
    clock.pass(DAY_MS);
    expect(statistics.read()).toHaveLength(5);
  });

  test('what a terminal that died in the middle of writing left behind is nothing to it', async () => {
    const first = await counting();
    first.statistics.count('document-opened', 'fr');
    await first.statistics.close();
    await writeFile(`${first.file}.new`, '{"schema":1,"days":{"20');
    const { log, statistics, directory } = await counting(first.directory);
    await statistics.close();
    expect(log.codes()).toEqual([]);
    expect(await readdir(directory)).toEqual(['statistics.json']);
  });
});

test('Where nothing is counted there is nothing to read', async () => {
  noStatistics.count('document-opened', 'fr');
  await noStatistics.close();
  expect(noStatistics.read()).toEqual([]);
});
