import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLogFiles, SAY_AGAIN_AFTER_MS } from '../../../../../src-main/health/logs/log-files.ts';
import { terminalLog } from '../../../../../src-main/health/logs/terminal-log.ts';
import { logTo } from '../../../../../src-main/platform/log.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';
import { mountTinyDisk } from '../../../../builders/tiny-disk.ts';
import { handClock } from '../../../../fakes/hand-clock.ts';

const directoryOf = temporaryDirectory();
const SIZE = { logFileMegabytes: 1, logFilesKept: 3 };

async function filesIn(directory: string) {
  const clock = handClock();
  const failures: string[] = [];
  const files = createLogFiles({ directory, clock, onFailure: (error) => void failures.push(error) });
  onTestFinished(files.close);
  return { clock, failures, files, log: logTo([files.take], clock) };
}

/** Every line of every file, the oldest first. */
async function written(directory: string): Promise<Readonly<Record<string, unknown>>[]> {
  const names = (await readdir(directory)).sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return texts
    .join('')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

describe('The log on disk', () => {
  test('holds what was said before the settings were known, and every line the moment it is said', async () => {
    const directory = join(await directoryOf(), 'logs');
    const { log, files } = await filesIn(directory);
    log.note('settings-read', 'Early.');
    await files.open(SIZE);
    log.trouble('seat-crashed', 'Late.', { visit: 3 });
    // Without waiting for anything: a crash would lose nothing.
    expect(await written(directory)).toMatchObject([
      { level: 'note', code: 'settings-read', sentence: 'Early.' },
      { level: 'trouble', code: 'seat-crashed', sentence: 'Late.', visit: 3 },
    ]);
  });

  test('is read by its owner and group only', async () => {
    const directory = join(await directoryOf(), 'logs');
    const { log, files } = await filesIn(directory);
    await files.open(SIZE);
    log.note('started', 'x');
    expect((await stat(join(directory, 'openfloor.1.log'))).mode & 0o007).toBe(0);
  });

  test('goes on where it was after a new start', async () => {
    const directory = join(await directoryOf(), 'logs');
    for (const word of ['first', 'second']) {
      const { log, files } = await filesIn(directory);
      await files.open(SIZE);
      log.note('started', word);
      files.close();
    }
    expect((await written(directory)).map(({ sentence }) => sentence)).toEqual(['first', 'second']);
  });

  test('begins the next file when the one it finds at a new start is full', async () => {
    const directory = join(await directoryOf(), 'logs');
    await mkdir(directory);
    await writeFile(join(directory, 'openfloor.1.log'), `${'x'.repeat(999_999)}\n`);
    const { log, files } = await filesIn(directory);
    await files.open(SIZE);
    log.note('started', 'x');
    expect(await readFile(join(directory, 'openfloor.2.log'), 'utf8')).toContain('started');
  });

  test('never takes more room than it was given, and keeps the newest lines', async () => {
    const directory = join(await directoryOf(), 'logs');
    const { log, files } = await filesIn(directory);
    await files.open({ logFileMegabytes: 0.1, logFilesKept: 3 });
    for (let line = 0; line < 4_000; line += 1) {
      log.note('swap', 'x'.repeat(200), { line });
    }
    const removed = async () => (await readdir(directory)).length <= 3;
    await expect.poll(removed).toBe(true);
    const sizes = await Promise.all(
      (await readdir(directory)).map(async (name) => (await stat(join(directory, name))).size),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100_000);
    const lines = (await written(directory)).map(({ line }) => Number(line));
    expect(lines.at(-1)).toBe(3_999);
    expect(lines).toEqual(lines.map((_, at) => 4_000 - lines.length + at));
  });

  test('that has no place is named once, and the terminal goes on', async () => {
    const directory = await directoryOf();
    await writeFile(join(directory, 'taken'), 'a file where the folder should be');
    const { log, files, failures } = await filesIn(join(directory, 'taken'));
    await files.open(SIZE);
    for (let line = 0; line < 100; line += 1) log.note('swap', 'x');
    expect(failures).toEqual(['EEXIST']);
  });

  test('on a full disk is named once an hour, and goes on when there is room again', async ({ skip }) => {
    const disk = mountTinyDisk(64 * 1024);
    if ('whyNot' in disk) return skip(disk.whyNot);
    onTestFinished(disk.unmount);
    const directory = join(disk.directory, 'logs');
    const { log, files, failures, clock } = await filesIn(directory);
    await files.open(SIZE);
    await mkdir(join(disk.directory, 'other'));
    for (let line = 0; line < 2_000; line += 1) log.note('swap', 'x'.repeat(300), { line });
    expect(failures).toEqual(['ENOSPC']);
    clock.pass(SAY_AGAIN_AFTER_MS);
    log.note('swap', 'again');
    expect(failures).toEqual(['ENOSPC', 'ENOSPC']);
    disk.grow(4 * 1024 * 1024);
    // Longer than any line before: it is not one of those that just fit beside what waits.
    log.note('stopped', 'There is room.'.repeat(100));
    const lines = await written(directory);
    expect(lines.at(-1)).toMatchObject({ code: 'stopped' });
    // What waited has come to the disk first.
    expect(lines.length).toBeGreaterThan(500);
  });

  test('does not throw its older files away because a disk is full', async ({ skip }) => {
    const disk = mountTinyDisk(64 * 1024);
    if ('whyNot' in disk) return skip(disk.whyNot);
    onTestFinished(disk.unmount);
    const directory = join(disk.directory, 'logs');
    const { log, files, failures } = await filesIn(directory);
    await files.open({ logFileMegabytes: 0.02, logFilesKept: 2 });
    log.note('started', 'The first line.');
    await writeFile(join(disk.directory, 'film'), Buffer.alloc(1024 * 1024)).catch(() => {});
    for (let line = 0; line < 1_000; line += 1) log.note('swap', 'x'.repeat(300), { line });
    expect(failures).toEqual(['ENOSPC']);
    // No next file was begun for lines that no file holds.
    expect(await readdir(directory)).toEqual(['openfloor.1.log']);
    expect(await readFile(join(directory, 'openfloor.1.log'), 'utf8')).toContain('The first line.');
  });

  test('leaves alone what somebody else has put there, and takes away what the settings keep no longer', async () => {
    const directory = join(await directoryOf(), 'logs');
    await mkdir(directory);
    for (const name of [
      'openfloor.7.log',
      'openfloor.8.log',
      'openfloor.9.log',
      'notes.1.log',
      'openfloor.x.log',
    ])
      await writeFile(join(directory, name), '');
    const { log, files } = await filesIn(directory);
    await files.open({ logFileMegabytes: 1, logFilesKept: 2 });
    log.note('started', 'x');
    expect((await readdir(directory)).sort()).toEqual([
      'notes.1.log',
      'openfloor.8.log',
      'openfloor.9.log',
      'openfloor.x.log',
    ]);
    expect(await readFile(join(directory, 'openfloor.9.log'), 'utf8')).toContain('started');
  });

  test('that cannot be written is said on standard error and remembered, without going round in a circle', async () => {
    const directory = await directoryOf();
    await writeFile(join(directory, 'taken'), '');
    const said: string[] = [];
    const { log, memory, files } = terminalLog({
      stderr: ({ code }) => void said.push(code),
      directory: join(directory, 'taken'),
      clock: handClock(),
    });
    await files.open(SIZE);
    log.note('started', 'x');
    expect(said).toEqual(['log-not-written', 'started']);
    expect(memory.troubles()).toMatchObject([{ code: 'log-not-written', facts: { error: 'EEXIST' } }]);
  });
});
