/** How many greys there are from black to white. */
const STEPS = 16;

/** Black to white in equal steps: a screen that is too dark swallows the first ones, one that is too bright the last ones. */
export const GREYS: readonly string[] = Array.from({ length: STEPS }, (_, step) => {
  const level = Math.round((255 * step) / (STEPS - 1));
  return `rgb(${level} ${level} ${level})`;
});

/** What a panel mixes everything from, and what it mixes of two: a missing one is a cable or a panel that is broken. */
export const COLOURS: readonly string[] = ['#f00', '#ff0', '#0f0', '#0ff', '#00f', '#f0f'];
