import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../../../../src-main/store/serving/range.ts';

const LENGTH = 1000;
const span = (start: number, end: number) => ({ kind: 'span', span: { start, end } });

describe('A film can be watched from any place: a Range', () => {
  test.each([
    ['bytes=0-0', span(0, 0)],
    ['bytes=0-499', span(0, 499)],
    ['bytes=500-', span(500, 999)],
    ['bytes=-1', span(999, 999)],
    ['bytes=-300', span(700, 999)],
    ['bytes=-5000', span(0, 999)],
    ['bytes=999-4000', span(999, 999)],
    ['BYTES=1-2', span(1, 2)],
    ['bytes= 1-2 ', span(1, 2)],
  ])('%s gives that part', (header, answer) => {
    expect(rangeOf(header, LENGTH)).toEqual(answer);
  });

  test.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0', 'bytes=999999999999999-'])(
    '%s lies outside of the file',
    (header) => {
      expect(rangeOf(header, LENGTH)).toEqual({ kind: 'unsatisfiable' });
    },
  );

  test.each([
    null,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=a-b',
    'bytes=5-2',
    'bytes=1-2,4-5',
    'bytes=1-2-3',
    'bytes=--5',
    'bytes=0x1-0x2',
    'bytes=1e2-2e2',
    'bytes=+1-2',
    'bytes=1.5-2',
    'items=0-1',
    'bytes=0-1\r\nX-Header: yes',
    `bytes=${'9'.repeat(16)}-`,
  ])('%j is not understood, so the whole file is given', (header) => {
    expect(rangeOf(header, LENGTH)).toEqual({ kind: 'whole' });
  });

  test('of an empty file cannot be given', () => {
    expect(rangeOf('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' });
    expect(rangeOf('bytes=-5', 0)).toEqual({ kind: 'unsatisfiable' });
    expect(rangeOf(null, 0)).toEqual({ kind: 'whole' });
  });
});
