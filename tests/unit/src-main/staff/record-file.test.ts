import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAX_STAFF_RECORD_BYTES } from '../../../../src-main/staff/limits.ts';
import { jsonIn, recordFile } from '../../../../src-main/staff/record-file.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();

test('A small record is there after it was written, for its owner alone, and gone after it was removed', async () => {
  const file = join(await directoryOf(), 'data', 'record.json');
  const record = recordFile(file);
  expect(await record.read()).toBeNull();
  await record.write('{"schema":1}\n');
  expect(await record.read()).toBe('{"schema":1}\n');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await record.remove();
  await record.remove();
  expect(await record.read()).toBeNull();
});

test('A file far too large to be a record is not read into memory, and is there all the same', async () => {
  const file = join(await directoryOf(), 'record.json');
  await writeFile(file, 'x'.repeat(MAX_STAFF_RECORD_BYTES + 1));
  expect(await recordFile(file).read()).toBe('');
});

test('A folder in its place is a failure, not an absence', async () => {
  const file = join(await directoryOf(), 'record.json');
  await mkdir(file);
  await expect(recordFile(file).read()).rejects.toThrow();
});

test('What is no JSON is no value', () => {
  expect([jsonIn('{'), jsonIn(''), jsonIn('1')]).toEqual([undefined, undefined, 1]);
});
