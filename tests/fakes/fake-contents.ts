import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';

/** An event that knows whether it was stopped. */
export type StoppableEvent = { readonly wasStopped: () => boolean; readonly preventDefault: () => void };

/** Makes one, with whatever else the event carries. */
export function stoppableEvent<Extra extends object>(extra: Extra): StoppableEvent & Extra {
  let stopped = false;
  return {
    ...extra,
    wasStopped: () => stopped,
    preventDefault: () => {
      stopped = true;
    },
  };
}

/** Web contents as far as the rules of lockdown touch them: they raise events and keep what was set. */
export class FakeContents extends EventEmitter {
  zoomFactor = 0;
  readonly set: Record<string, unknown> = {};
  openHandler: (details: { readonly url: string }) => { readonly action: string } = () => ({
    action: 'allow',
  });

  /** These contents where Electron's are wanted. */
  asContents(): WebContents {
    return this as unknown as WebContents;
  }

  setWindowOpenHandler(handler: FakeContents['openHandler']): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.set['webRtc'] = policy;
  }
  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }
  setVisualZoomLevelLimits(least: number, most: number): Promise<void> {
    this.set['pinch'] = [least, most];
    return Promise.resolve();
  }
  insertCSS(css: string): Promise<string> {
    this.set['css'] = css;
    return Promise.resolve('key');
  }
}
