/** A word with two neighbouring letters the wrong way round, in every way: the commonest slip of a hurried finger. */
export function swapsOf(letters: string): readonly string[] {
  if (letters.length < 4) return [];
  const swapped: string[] = [];
  for (let at = 0; at < letters.length - 1; at++) {
    const [a = '', b = ''] = [letters[at], letters[at + 1]];
    if (a !== b) swapped.push(letters.slice(0, at) + b + a + letters.slice(at + 2));
  }
  return swapped;
}
