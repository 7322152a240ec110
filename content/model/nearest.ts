/**
 * The candidate that was probably meant, or undefined when none is close: at most every third letter may differ, counted
 * in the part that `compared` takes. The same answer on every machine.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  compared: (text: string) => string = (text) => text,
): string | undefined {
  const wanted = fold(word);
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  // Sorted by code units, which no locale changes.
  for (const candidate of [...candidates].sort()) {
    const distance = editDistance(wanted, fold(candidate));
    const limit = Math.max(1, Math.floor(Math.max(compared(wanted).length, compared(candidate).length) / 3));
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Small letters without accents, for comparing what people type. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How many letters have to be added, removed, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
