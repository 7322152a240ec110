/// <reference path="./contract-names.d.ts" />
import { contextBridge } from 'electron';
import { callChannel, eventChannel, type VisitorBridge } from '../contract/bridge.ts';
import { bridgeOf } from './bridge-of.ts';

// The names come from the contract itself, so that the bridge has exactly its shape.
const bridge = bridgeOf(__VISITOR_CONTRACT__, {
  call: callChannel,
  event: eventChannel,
}) as unknown as VisitorBridge;
contextBridge.exposeInMainWorld('kioskBridge', bridge);
