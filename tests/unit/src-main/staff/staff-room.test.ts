import { describe, expect, test } from 'vitest';
import { SILENT_FOR_MS } from '../../../../src-main/staff/limits.ts';
import { createStaffRoom } from '../../../../src-main/staff/staff-room.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

function staffRoom(
  tryPin: (pin: string) => Promise<'open' | 'no'> = async (pin) => (pin === '739105' ? 'open' : 'no'),
) {
  const [clock, log] = [handClock(), recordedLog()];
  const happened: string[] = [];
  let pages = 0;
  let isShown = false;
  const room = createStaffRoom({
    view: {
      show: () => {
        pages += 1;
        isShown = true;
        happened.push('shown');
      },
      hide: () => {
        isShown = false;
        happened.push('hidden');
      },
      pageId: () => (isShown ? pages : null),
    },
    door: { hasPin: true, tryPin },
    pixelsPerMm: 4,
    endVisit: (visit) => void happened.push(`visit ${visit} ended`),
    onLeft: () => void happened.push('left'),
    clock,
    log,
  });
  return { room, clock, log, happened };
}

describe('Two corners that are held', () => {
  test('bring the staff page over everything, and end the visit behind it', () => {
    const { room, happened } = staffRoom();
    room.open(4);
    expect(happened).toEqual(['shown', 'visit 4 ended']);
    expect([room.pageId(), room.isInside()]).toEqual([1, false]);
  });

  test('do nothing while it is there already', () => {
    const { room, happened } = staffRoom();
    room.open(4);
    room.open(5);
    expect(happened).toEqual(['shown', 'visit 4 ended']);
  });

  test('change the side of the languages each time', () => {
    const { room } = staffRoom();
    room.open(4);
    expect(room.door()).toEqual({ pixelsPerMm: 4, hasPin: true, opened: 1 });
    room.leave('left');
    room.open(5);
    expect(room.door().opened).toBe(2);
  });
});

describe('The right PIN', () => {
  test('lets in until the page is left, and the next one asks again', async () => {
    const { room } = staffRoom();
    room.open(4);
    expect(await room.enterPin('739105')).toBe('open');
    expect(room.isInside()).toBe(true);
    room.leave('left');
    expect([room.isInside(), room.pageId()]).toEqual([false, null]);
    room.open(5);
    expect(room.isInside()).toBe(false);
  });

  test('lets nobody in whose page was left, or opened anew, while it was looked at', async () => {
    let answer: (verdict: 'open') => void = () => {};
    const { room } = staffRoom(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    room.open(4);
    const first = room.enterPin('739105');
    room.leave('left');
    room.open(5);
    answer('open');
    expect(await first).toBe('no');
    expect(room.isInside()).toBe(false);
  });
});

describe('A staff page that says nothing any more', () => {
  test('is taken away, so that no screen stays open because a page hangs', async () => {
    const { room, clock, happened, log } = staffRoom();
    room.open(4);
    await room.enterPin('739105');
    clock.pass(SILENT_FOR_MS - 1);
    room.heard();
    clock.pass(SILENT_FOR_MS - 1);
    expect(room.isInside()).toBe(true);
    clock.pass(1);
    expect([room.isInside(), room.pageId()]).toEqual([false, null]);
    expect(happened.slice(-2)).toEqual(['hidden', 'left']);
    expect(log.lines.at(-1)).toMatchObject({
      level: 'trouble',
      code: 'staff-left',
      facts: { reason: 'silent' },
    });
  });

  test('is left once only, whoever says so first', () => {
    const { room, happened } = staffRoom();
    room.open(4);
    room.leave('crashed');
    room.leave('left');
    expect(happened.filter((what) => what === 'hidden')).toHaveLength(1);
  });
});
