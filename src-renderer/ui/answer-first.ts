import { framePainted } from './frame-painted.ts';

// A finger gets its answer in the next frame, whatever it has asked for: what was touched is painted as touched first, and only
// then begins the work that may take longer than a frame (another screen, another language).

/** A touch that is being answered: the thing touched looks touched (`data-touched`) until it is let go. */
export type TouchAnswer = {
  /** Resolves once a frame in which it looks touched has been painted. */
  readonly shown: Promise<void>;
  /** To be called when what was asked for stands on the screen: both are then painted in one frame. */
  readonly letGo: () => void;
};

let touched: HTMLElement | null = null;
let answers = 0;

/** Keeps in mind what is being touched while its click is handled; to be called once, after the guard against accidents. */
export function followTouches(): void {
  addEventListener(
    'click',
    ({ target }) => {
      touched = target instanceof Element ? target.closest<HTMLElement>('button, a') : null;
    },
    { capture: true },
  );
  addEventListener('click', () => {
    touched = null;
  });
}

/** Answers the touch whose click is being handled; null when nobody has touched anything, and so nothing has to wait. */
export function answerTouch(): TouchAnswer | null {
  const element = touched;
  if (!element) return null;
  answers += 1;
  const mine = String(answers);
  element.dataset['touched'] = mine;
  return {
    shown: framePainted(),
    letGo: () =>
      requestAnimationFrame(() => {
        // A later touch of the same thing may still be waiting for its own.
        if (element.dataset['touched'] === mine) delete element.dataset['touched'];
      }),
  };
}

/** Does what a touch asked for once it looks touched; at once when nobody has touched anything. Resolves when it is done. */
export async function afterAnswer(act: () => void): Promise<void> {
  const answer = answerTouch();
  await answer?.shown;
  act();
  answer?.letGo();
}
