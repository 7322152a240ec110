import { type Machine, readText } from '../../platform/machine.ts';

/** One device of `/proc/bus/input/devices`. */
export type InputDevice = {
  readonly name: string;
  /** A bit is set when the device can report that kind of value; see `linux/input-event-codes.h`. */
  readonly has: (kind: 'PROP' | 'ABS' | 'KEY' | 'SW', bit: number) => boolean;
};

/** Every input device the kernel knows. Rejects where the machine does not list them. */
export async function inputDevices({ files }: Pick<Machine, 'files'>): Promise<readonly InputDevice[]> {
  const text = await readText(files, '/proc/bus/input/devices');
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map(deviceOf);
}

function deviceOf(block: string): InputDevice {
  const bitmaps = new Map(
    [...block.matchAll(/^B: ([A-Z]+)=([0-9a-f ]+)$/gm)].map(([, kind = '', words = '']) => [
      kind,
      bitmapOf(words),
    ]),
  );
  return {
    name: /^N: Name="(.*)"$/m.exec(block)?.[1] ?? 'a device without a name',
    has: (kind, bit) => (((bitmaps.get(kind) ?? 0n) >> BigInt(bit)) & 1n) === 1n,
  };
}

/** Words of 64 bits, the highest first, without the zeros before them. */
function bitmapOf(words: string): bigint {
  return words
    .trim()
    .split(/\s+/)
    .reduce((bits, word) => (bits << 64n) | BigInt(`0x${word}`), 0n);
}
