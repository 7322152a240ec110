/// <reference path="./contract-names.d.ts" />
import { contextBridge } from 'electron';
import { type StaffBridge, staffCallChannel, staffEventChannel } from '../contract/bridge.ts';
import { bridgeOf } from './bridge-of.ts';

// The names come from the contract itself, so that the bridge has exactly its shape.
const bridge = bridgeOf(__STAFF_CONTRACT__, {
  call: staffCallChannel,
  event: staffEventChannel,
}) as unknown as StaffBridge;
contextBridge.exposeInMainWorld('staffBridge', bridge);
