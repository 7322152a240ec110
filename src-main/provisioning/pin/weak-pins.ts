/** Fewest and most digits of a staff PIN. */
export const LEAST_PIN_DIGITS = 6;
export const MOST_PIN_DIGITS = 12;

/** Shapes that fingers find on a pad of keys, and that are on every list of common PINs. */
const SHAPES = [
  '147258',
  '258369',
  '147369',
  '159357',
  '159753',
  '357159',
  '741852',
  '852963',
  '789456',
  '456123',
  '142536',
  '135790',
  '246810',
];

/** Why a PIN is not taken: in words for a technician, and never with its digits. Null for a PIN that is taken. */
export function whyWeak(pin: string): string | null {
  if (!/^[0-9]+$/.test(pin)) return 'A PIN has digits only, because the staff page has no other keys.';
  if (pin.length < LEAST_PIN_DIGITS)
    return `A PIN has at least ${LEAST_PIN_DIGITS} digits: shorter ones are found by trying.`;
  if (pin.length > MOST_PIN_DIGITS) return `A PIN has at most ${MOST_PIN_DIGITS} digits.`;
  if (isGuessable(pin))
    return 'This PIN is among the first that anybody tries: a row of digits, one that repeats, or a shape on the keys. Choose another.';
  return null;
}

function isGuessable(pin: string): boolean {
  return (
    new Set(pin).size < 3 ||
    isRow(pin, 1) ||
    isRow(pin, -1) ||
    isRepeated(pin) ||
    isMirrored(pin) ||
    isInPairs(pin) ||
    SHAPES.some((shape) => pin.startsWith(shape))
  );
}

/** 123456, 890123: every digit the one before plus `by`. */
function isRow(digits: string, by: 1 | -1): boolean {
  return [...digits].every(
    (digit, at) => at === 0 || (Number(digit) - Number(digits[at - 1]) - by) % 10 === 0,
  );
}

/** 121212, 123123. */
function isRepeated(pin: string): boolean {
  return [1, 2, 3, 4].some((length) => {
    const part = pin.slice(0, length);
    return pin.length >= 2 * length && part.repeat(Math.ceil(pin.length / length)).startsWith(pin);
  });
}

/** 123321. */
function isMirrored(pin: string): boolean {
  const half = pin.slice(0, Math.ceil(pin.length / 2));
  return (isRow(half, 1) || isRow(half, -1)) && pin === [...pin].reverse().join('');
}

/** 112233: a row of which each digit stands twice. */
function isInPairs(pin: string): boolean {
  if (pin.length % 2 !== 0) return false;
  const ones = [...pin].filter((_, at) => at % 2 === 0).join('');
  const twos = [...pin].filter((_, at) => at % 2 === 1).join('');
  return ones === twos && (isRow(ones, 1) || isRow(ones, -1));
}
