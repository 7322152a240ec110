/** Resolves when the page is done with its next frame: what stands in it now has then been painted. At once in a page nobody can see. */
export function framePainted(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // The callback comes before the paint; a message sent from it arrives after.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}
