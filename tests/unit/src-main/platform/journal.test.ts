import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isJournal } from '../../../../src-main/platform/journal.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();

const stderr = () => ({ dev: 9n, ino: 88n });

test('Standard error is the journal’s when systemd says so of this very stream', () => {
  expect(isJournal({ environment: { JOURNAL_STREAM: '9:88' }, stderr })).toBe(true);
});

test.each([
  ['nothing is said', {}],
  ['it was another stream, of a service that started us', { JOURNAL_STREAM: '9:87' }],
  ['what is said is nonsense', { JOURNAL_STREAM: 'yes' }],
])('It is not when %s', (_, environment) => {
  expect(isJournal({ environment, stderr })).toBe(false);
});

test('It is not when standard error is closed', () => {
  const closed = () => {
    throw new Error('EBADF');
  };
  expect(isJournal({ environment: { JOURNAL_STREAM: '9:88' }, stderr: closed })).toBe(false);
});

test('A service whose standard error systemd has connected tells the journal how urgent each line is', async () => {
  const file = join(await directoryOf(), 'journal');
  const stream = openSync(file, 'w');
  const { dev, ino } = fstatSync(stream, { bigint: true });
  const script = join(import.meta.dirname, 'journal-line.ts');
  const run = (named: string) =>
    spawnSync(process.execPath, [script], {
      stdio: ['ignore', 'ignore', stream],
      env: { ...process.env, JOURNAL_STREAM: named },
    });
  run(`${dev}:${ino}`);
  run(`${dev}:1`);
  closeSync(stream);
  const beginnings = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.slice(0, 6));
  expect(beginnings).toEqual(['<6>{"a', '<3>{"a', '{"at":', '{"at":', '']);
});
