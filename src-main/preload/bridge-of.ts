/// <reference path="./contract-names.d.ts" />
import { ipcRenderer } from 'electron';
import type { Failure } from '../contract/failure.ts';

const NOBODY_THERE: Failure = {
  ok: false,
  code: 'unavailable',
  message: 'Nobody behind the glass answers this call.',
  retryable: true,
};

const byName = <Value>(names: readonly string[], make: (name: string) => Value): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

/** The channels of one page, by the names of its contract. */
type Channels = { readonly call: (name: string) => string; readonly event: (name: string) => string };

/** The calls and events of one page's contract as functions, on that page's own channels and no others. */
export function bridgeOf({ calls, events }: ContractNames, channels: Channels) {
  return {
    calls: byName(
      calls,
      (name) => (input: unknown) => ipcRenderer.invoke(channels.call(name), input).catch(() => NOBODY_THERE),
    ),
    on: byName(events, (name) => (listener: (payload: unknown) => void) => {
      // The event of Electron stays here: its sender could be used to say more than the contract allows.
      const heard = (_event: unknown, payload: unknown) => listener(payload);
      ipcRenderer.on(channels.event(name), heard);
      return () => void ipcRenderer.off(channels.event(name), heard);
    }),
  };
}
