import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STALE_AFTER_MS } from '../../../../../src-main/health/status/limits.ts';
import { readStatus } from '../../../../../src-main/health/status/read-status.ts';
import { sampleStatus } from '../../../../builders/status-facts.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();
const status = sampleStatus();
const writtenAt = Date.parse(status.at);

/** What is read of a file with this text, so much later, where the process of the terminal is there or not. */
async function read(text: string | Buffer, { laterMs = 2_000, isThere = true } = {}) {
  const file = join(await directoryOf(), 'status.json');
  await writeFile(file, text);
  return readStatus(file, { now: () => new Date(writtenAt + laterMs), isThere: () => isThere });
}

const whole = JSON.stringify(status);

describe('The record of a terminal', () => {
  test('that runs is believed as long as it is fresh', async () => {
    expect(await read(whole)).toEqual({ kind: 'running', status, ageMs: 2_000 });
    expect(await read(whole, { laterMs: STALE_AFTER_MS })).toMatchObject({ kind: 'running' });
    expect(await read(whole, { laterMs: STALE_AFTER_MS + 1 })).toMatchObject({ kind: 'silent' });
  });

  test('whose process is gone says that it does not run, however fresh the record is', async () => {
    expect(await read(whole, { isThere: false })).toMatchObject({ kind: 'stopped', ageMs: 2_000 });
  });

  test('that is dated in the future tells of a clock that was set back', async () => {
    expect(await read(whole, { laterMs: -3_600_000 })).toMatchObject({
      kind: 'dated-ahead',
      ageMs: -3_600_000,
    });
    expect(await read(whole, { laterMs: -2_000 })).toMatchObject({ kind: 'running' });
  });

  test('is not whole when a single byte at its end is missing', async () => {
    expect(await read(whole.slice(0, -1))).toEqual({ kind: 'torn' });
    expect(await read('')).toEqual({ kind: 'torn' });
    expect(await read(Buffer.alloc(5_000))).toEqual({ kind: 'torn' });
    expect(await read('null')).toEqual({ kind: 'torn' });
    expect(await read(JSON.stringify({ ...status, pid: undefined }))).toEqual({ kind: 'torn' });
  });

  test('of a later version is not taken for a damaged one', async () => {
    expect(await read(JSON.stringify({ ...status, schema: 9, more: true }))).toEqual({
      kind: 'later-version',
      schema: 9,
    });
  });

  test('that is not there, or cannot be read, says which', async () => {
    const directory = await directoryOf();
    expect(await readStatus(join(directory, 'none.json'))).toEqual({ kind: 'never' });
    await mkdir(join(directory, 'folder.json'));
    expect(await readStatus(join(directory, 'folder.json'))).toEqual({
      kind: 'unreadable',
      reason: 'EISDIR',
    });
  });
});
