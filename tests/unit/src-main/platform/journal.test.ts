import { expect, test } from 'vitest';
import { isJournal } from '../../../../src-main/platform/journal.ts';

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
