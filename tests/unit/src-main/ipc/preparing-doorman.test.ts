import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { PREPARING_CORNERS_CHANNEL } from '../../../../src-main/contract/corners.ts';
import { VISITOR_ORIGIN } from '../../../../src-main/contract/visitor.ts';
import { postPreparingDoorman } from '../../../../src-main/ipc/preparing-doorman.ts';
import type { Speaker } from '../../../../src-main/ipc/sender.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

/** The static page of visit 4 is on show in the web contents 9. */
function door() {
  const [port, log] = [new EventEmitter(), recordedLog()];
  const opened: number[] = [];
  const dismiss = postPreparingDoorman({
    port,
    seats: { preparingVisitOf: (id) => (id === 9 ? 4 : null) },
    openStaff: (visit) => void opened.push(visit),
    log,
  });
  const say = (speaker: Speaker) => port.emit(PREPARING_CORNERS_CHANNEL, speaker);
  return { say, opened, dismiss, log };
}

const frame = { origin: VISITOR_ORIGIN };

test('Two corners held on the static page open the staff page', () => {
  const { say, opened, dismiss } = door();
  say({ sender: { id: 9, mainFrame: frame }, senderFrame: frame });
  expect(opened).toEqual([4]);
  dismiss();
  say({ sender: { id: 9, mainFrame: frame }, senderFrame: frame });
  expect(opened).toEqual([4]);
});

test.each<[string, Speaker]>([
  ['another page', { sender: { id: 8, mainFrame: frame }, senderFrame: frame }],
  ['a frame inside of it', { sender: { id: 9, mainFrame: frame }, senderFrame: { ...frame } }],
  ['a frame that is gone', { sender: { id: 9, mainFrame: frame }, senderFrame: null }],
  [
    'another origin',
    ((stranger) => ({ sender: { id: 9, mainFrame: stranger }, senderFrame: stranger }))({
      origin: 'https://evil.example',
    }),
  ],
])('The same from %s is refused, and logged', (_who, speaker) => {
  const { say, opened, log } = door();
  say(speaker);
  expect(opened).toEqual([]);
  expect(log.codes()).toEqual(['call-refused']);
});
