/// <reference path="./contract-names.d.ts" />
import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel, type VisitorBridge } from '../contract/bridge.ts';
import type { Failure } from '../contract/failure.ts';

const NOBODY_THERE: Failure = {
  ok: false,
  code: 'unavailable',
  message: 'Nobody behind the glass answers this call.',
  retryable: true,
};

const byName = <Value>(names: readonly string[], make: (name: string) => Value): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

const bridge = {
  calls: byName(
    __VISITOR_CONTRACT__.calls,
    (name) => (input: unknown) => ipcRenderer.invoke(callChannel(name), input).catch(() => NOBODY_THERE),
  ),
  on: byName(__VISITOR_CONTRACT__.events, (name) => (listener: (payload: unknown) => void) => {
    // The event of Electron stays here: its sender could be used to say more than the contract allows.
    const heard = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(eventChannel(name), heard);
    return () => void ipcRenderer.off(eventChannel(name), heard);
  }),
};

// The names come from the contract itself, so that the bridge has exactly its shape.
contextBridge.exposeInMainWorld('kioskBridge', bridge as unknown as VisitorBridge);
