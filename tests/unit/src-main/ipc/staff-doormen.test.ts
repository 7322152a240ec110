import { describe, expect, test } from 'vitest';
import { callChannel, staffCallChannel } from '../../../../src-main/contract/bridge.ts';
import { isDoorCall, type StaffCall, staffCalls } from '../../../../src-main/contract/staff.ts';
import { visitorContract } from '../../../../src-main/contract/visitor.ts';
import type { Speaker } from '../../../../src-main/ipc/sender.ts';
import { postStaffDoormen, type StaffServices } from '../../../../src-main/ipc/staff-doormen.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const STAFF = 21;
const VISITOR = 11;
const names = Object.keys(staffCalls) as StaffCall[];

/** Doormen in front of services that write down who was served; `state` says whether the page is open and let in. */
function doormen(enterPin: StaffServices['enterPin'] = () => 'no') {
  const served: string[] = [];
  const log = recordedLog();
  const state = { pageId: STAFF as number | null, isInside: false, heard: 0 };
  const handlers = new Map<string, (event: Speaker, input: unknown) => Promise<unknown>>();
  const services = Object.fromEntries(
    names.map((name) => [name, () => void served.push(name)]),
  ) as unknown as StaffServices;
  const dismiss = postStaffDoormen({
    port: {
      handle: (channel, listener) => void handlers.set(channel, listener),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    entrance: {
      pageId: () => state.pageId,
      isInside: () => state.isInside,
      heard: () => {
        state.heard += 1;
      },
    },
    services: { ...services, enterPin },
    log,
  });
  const call = (name: StaffCall, from: Speaker, input?: unknown) =>
    handlers.get(staffCallChannel(name))?.(from, input);
  return { call, handlers, served, state, log, dismiss };
}

function mainFrameOf(id: number, origin = 'kiosk://staff'): Speaker {
  const frame = { origin };
  return { sender: { id, mainFrame: frame }, senderFrame: frame };
}

const REFUSED = { ok: false, code: 'not-allowed' };

describe('A call of the staff page', () => {
  test('has a doorman for every name, on channels that no visitor call shares', () => {
    const { handlers, dismiss } = doormen();
    expect([...handlers.keys()].sort()).toEqual(names.map((name) => staffCallChannel(name)).sort());
    for (const name of Object.keys(visitorContract.calls))
      expect(handlers.has(callChannel(name))).toBe(false);
    dismiss();
    expect(handlers.size).toBe(0);
  });

  test('is refused before the right PIN, each of them but the door’s own', async () => {
    const { call, served, log } = doormen();
    for (const name of names.filter((each) => !isDoorCall(each)))
      expect(await call(name, mainFrameOf(STAFF)), name).toMatchObject(REFUSED);
    expect(served).toEqual([]);
    expect(new Set(log.codes())).toEqual(new Set(['call-refused']));
    expect(names.filter(isDoorCall)).toEqual(['getDoor', 'enterPin', 'leave']);
  });

  test('reaches its service after it', async () => {
    const { call, served, state } = doormen();
    state.isInside = true;
    expect(await call('reportHere', mainFrameOf(STAFF))).toEqual({ ok: true, value: undefined });
    expect(served).toEqual(['reportHere']);
    expect(state.heard).toBe(1);
  });

  test('is refused again once the page was left', async () => {
    const { call, served, state } = doormen();
    state.pageId = null;
    for (const name of names) expect(await call(name, mainFrameOf(STAFF)), name).toMatchObject(REFUSED);
    expect(served).toEqual([]);
  });

  test.each<[string, Speaker]>([
    ['a visitor’s page', mainFrameOf(VISITOR, 'kiosk://visitor')],
    ['a visitor’s page that says it is the staff’s', mainFrameOf(VISITOR)],
    ['the staff’s web contents at a visitor’s address', mainFrameOf(STAFF, 'kiosk://visitor')],
    ['a frame inside the staff page', { ...mainFrameOf(STAFF), senderFrame: { origin: 'kiosk://staff' } }],
    ['a frame that is gone', { ...mainFrameOf(STAFF), senderFrame: null }],
    ['a staff page that was closed before', mainFrameOf(STAFF - 1)],
  ])('is refused to %s, with the PIN entered or not', async (_who, speaker) => {
    const { call, served, state } = doormen();
    for (const isInside of [false, true]) {
      state.isInside = isInside;
      for (const name of names) expect(await call(name, speaker), name).toMatchObject(REFUSED);
    }
    expect(served).toEqual([]);
    expect(state.heard).toBe(0);
  });
});

describe('A PIN on its way to the lock', () => {
  test('is in no line of the log, also when the lock breaks or the call is malformed', async () => {
    const { call, log } = doormen(({ pin }) => Promise.reject(new Error(`no idea what to do with ${pin}`)));
    expect(await call('enterPin', mainFrameOf(STAFF), { pin: '739105' })).toMatchObject({ code: 'internal' });
    expect(await call('enterPin', mainFrameOf(STAFF), { pin: 739105 })).toMatchObject({ code: 'bad-input' });
    expect(await call('enterPin', mainFrameOf(STAFF), '739105')).toMatchObject({ code: 'bad-input' });
    expect(await call('enterPin', mainFrameOf(VISITOR), { pin: '739105' })).toMatchObject(REFUSED);
    expect(log.lines).toHaveLength(4);
    expect(JSON.stringify(log.lines)).not.toContain('739105');
  });
});
