import type { CDPSession, Page } from '@playwright/test';

/** What a tap led to, in milliseconds from the end of the touch to the end of the frame that showed it. */
export type Seen = { readonly answerMs: number; readonly contentMs: number };

/** Page code that is true once it is so; `touched` is the element that was touched, `before` what `remember` answered. */
export type Question = string;

/** A thing to touch, and how the page shows that it was. */
export type Tappable = {
  readonly selector: string;
  /** Page code, asked before the touch. */
  readonly remember?: string;
  /** True in a frame that shows that the touch was taken. */
  readonly answer: Question;
  /** True in a frame that shows what was asked for. */
  readonly content: Question;
};

/** A touch that leads to nothing is waited for no longer than this, in milliseconds. */
const PATIENCE_MS = 20_000;

/** The button that does nothing, on whatever screen there is. */
export const ANCHOR: Tappable = { selector: '#bench-anchor', answer: 'true', content: 'true' };

/**
 * Put into the page: watches one touch after another. In each frame after it, it is asked whether this frame shows the answer
 * and the content; the time is taken when the main thread is done with the frame. It is the first to ask for a frame, so that
 * nothing which waits for the same frame gets its turn before the time is taken; what is shown only by a later callback of the same
 * frame counts for the next one.
 */
export const WATCH = `
  window.benchWatch = null;
  addEventListener('click', (event) => {
    const watch = window.benchWatch;
    if (!watch) return;
    window.benchWatch = null;
    const at = event.timeStamp;
    const seen = {};
    const look = () => {
      const isThere = watch.content();
      // Whoever sees what was asked for needs no other answer.
      const isAnswered = seen.answerMs === undefined && (isThere || watch.answer());
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const ms = performance.now() - at;
        if (isAnswered) seen.answerMs = ms;
        if (isThere) seen.contentMs = ms;
        if (isThere) watch.done(seen);
      };
      port2.postMessage(null);
      if (!isThere) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true });
  const anchor = document.createElement('button');
  anchor.id = 'bench-anchor';
  anchor.style.cssText = 'position:fixed;left:400px;top:8px;width:96px;height:40px;z-index:9';
  anchor.addEventListener('click', () => {});
  document.body.append(anchor);
`;

/** Touches the middle of a thing with a finger, and answers what came of it. */
export async function tapOn(page: Page, devtools: CDPSession, thing: Tappable): Promise<Seen> {
  const box = await page.locator(thing.selector).first().boundingBox();
  if (!box) throw new Error(`${thing.selector} is not on the screen.`);
  await page.evaluate(`
    window.benchSeen = new Promise((resolve) => {
      const touched = document.querySelector(${JSON.stringify(thing.selector)});
      const before = ${thing.remember ?? 'null'};
      window.benchWatch = { answer: () => ${thing.answer}, content: () => ${thing.content}, done: resolve };
    });0`);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS).unref());
  const seen = await Promise.race([page.evaluate<Seen>('window.benchSeen'), tooLate]);
  if (!seen) throw new Error(`${thing.selector} was touched and did not answer.`);
  return seen;
}
