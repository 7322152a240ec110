import { beforeEach, expect, test } from 'vitest';
import { ask, keepAnswer, useAnswers } from '../../../../src-renderer/visit/answer-store.ts';
import { freshVisit, useVisit } from '../../../../src-renderer/visit/visit-store.ts';

const answer = (question: string) => ({ question, language: 'fr', results: [], total: 0, meant: null });

beforeEach(() => {
  useVisit.setState(freshVisit, true);
});

test('the answer to an older question is not kept', () => {
  ask('stage');
  ask('stages');
  keepAnswer(answer('stage'));
  expect(useAnswers.getState().answered).toBeNull();
  keepAnswer(answer('stages'));
  expect(useAnswers.getState().answered?.question).toBe('stages');
});

test('without a question there is no answer: at the end of a visit neither is left', () => {
  ask('stage');
  keepAnswer(answer('stage'));
  useVisit.setState(freshVisit, true);
  expect(useAnswers.getState().answered).toBeNull();
  expect(useVisit.getState().question).toBe('');
});
