import { beforeEach, expect, test, vi } from 'vitest';
import { callChannel, eventChannel, type VisitorBridge } from '../../../../src-main/contract/bridge.ts';
import { visitorContractNames } from '../../../../src-main/contract/names.ts';

type Heard = (event: unknown, payload: unknown) => void;

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, Set<Heard>>(),
  invoke: (_channel: string, _input: unknown): Promise<unknown> => Promise.resolve(undefined),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => void electron.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: (channel: string, input: unknown) => electron.invoke(channel, input),
    on: (channel: string, heard: Heard) => {
      const listeners = electron.listeners.get(channel) ?? new Set();
      electron.listeners.set(channel, listeners.add(heard));
    },
    off: (channel: string, heard: Heard) => void electron.listeners.get(channel)?.delete(heard),
  },
}));

let bridge: VisitorBridge;

beforeEach(async () => {
  vi.resetModules();
  electron.exposed.clear();
  electron.listeners.clear();
  vi.stubGlobal('__VISITOR_CONTRACT__', visitorContractNames());
  await import('../../../../src-main/preload/visitor.ts');
  bridge = electron.exposed.get('kioskBridge') as VisitorBridge;
});

function emit(name: string, payload: unknown): void {
  for (const heard of electron.listeners.get(eventChannel(name)) ?? []) {
    heard({ sender: 'the whole ipcRenderer' }, payload);
  }
}

test('A page finds exactly the calls and events of the contract, and nothing else', () => {
  expect([...electron.exposed.keys()]).toEqual(['kioskBridge']);
  const { calls, events } = visitorContractNames();
  expect(Object.keys(bridge)).toEqual(['calls', 'on']);
  expect(Object.keys(bridge.calls)).toEqual(calls);
  expect(Object.keys(bridge.on)).toEqual(events);
});

test('A call goes through its own channel, and its answer comes back', async () => {
  const asked: unknown[] = [];
  electron.invoke = (channel, input) => {
    asked.push([channel, input]);
    return Promise.resolve({ ok: true, value: undefined });
  };
  expect(await bridge.calls.endVisit({ reason: 'done' })).toEqual({ ok: true, value: undefined });
  expect(asked).toEqual([[callChannel('endVisit'), { reason: 'done' }]]);
});

test('A call that nobody answers is a failure of the one shape, not an exception', async () => {
  electron.invoke = () => Promise.reject(new Error("No handler registered for 'visitor:call:endVisit'"));
  expect(await bridge.calls.endVisit({ reason: 'done' })).toMatchObject({
    ok: false,
    code: 'unavailable',
    retryable: true,
  });
});

test('A listener hears the payload and never the event of Electron, until it is taken off', () => {
  const heard: unknown[][] = [];
  const off = bridge.on.seatChanged((...everything) => void heard.push(everything));
  emit('seatChanged', { seat: 'on-show' });
  emit('areYouAlive', { beat: 1 });
  expect(heard).toEqual([[{ seat: 'on-show' }]]);
  expect(off()).toBeUndefined();
  emit('seatChanged', { seat: 'understudy' });
  expect(heard).toHaveLength(1);
});
