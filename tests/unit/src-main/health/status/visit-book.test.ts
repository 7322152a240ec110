import { expect, test } from 'vitest';
import { createVisitBook } from '../../../../../src-main/health/status/visit-book.ts';
import { handClock } from '../../../../fakes/hand-clock.ts';

test('A visit is over when its seat is taken away, and wiped when its process is gone', () => {
  const clock = handClock();
  const book = createVisitBook(clock);
  book.began(3);
  book.ended(3);
  expect(book.counted()).toEqual({ ended: 1, lastWipedAt: null });
  clock.pass(500);
  book.wiped(3);
  expect(book.counted()).toEqual({ ended: 1, lastWipedAt: '2026-01-01T00:00:00.500Z' });
});

test('A page that nobody used is no visit', () => {
  const book = createVisitBook(handClock());
  book.ended(1);
  book.wiped(1);
  expect(book.counted()).toEqual({ ended: 0, lastWipedAt: null });
});
