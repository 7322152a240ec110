import { expect, test } from 'vitest';
import { visitorAnswers } from '../../../../src-main/ipc/visitor-answers.ts';
import type { StageEvent } from '../../../../src-main/stage/state.ts';
import { noPrinting } from '../../../../src-main/takeaway/printing.ts';

test('What a page says reaches the stage under its own visit, and the language of a visitor does not', async () => {
  const events: StageEvent[] = [];
  const held: number[] = [];
  const answers = visitorAnswers({
    stage: { happened: (event) => void events.push(event) },
    problems: { report: () => {} },
    statistics: { count: () => {} },
    printing: noPrinting,
    openStaff: (visit) => void held.push(visit),
    brief: () => Promise.reject(new Error('not asked')),
  });
  const caller = { visit: 6, seat: 'on-show' } as const;
  await answers.reportReady(caller, { seq: 2, source: 'memory' });
  await answers.beginVisit(caller, { language: 'nl' });
  await answers.openStaff(caller, undefined);
  await answers.reportPainted(caller, { beat: 3 });
  await answers.endVisit(caller, { reason: 'idle' });
  expect(events).toEqual([
    { kind: 'ready', visit: 6, seq: 2, source: 'memory' },
    { kind: 'visit-began', visit: 6 },
    { kind: 'painted', visit: 6, beat: 3 },
    { kind: 'visit-ended', visit: 6, reason: 'idle' },
  ]);
  expect(held).toEqual([6]);
});
