import type { VisitorBridge } from '../../src-main/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload, and only in the terminal. */
    readonly kioskBridge?: VisitorBridge;
  }
}

/** The bridge to the terminal this page runs in; throws outside of one. */
export function bridgeOfWindow(): VisitorBridge {
  if (window.kioskBridge) return window.kioskBridge;
  throw new Error(
    'This page has no bridge to a terminal: it was opened outside of one, or its preload failed. ' +
      'Start it with "npm start", or see the guide in a browser with "npm run guide -- preview".',
  );
}
