/** One box of an MP4 file: its name, and where it and its content begin and end. Positions in bytes. */
export type Box = {
  readonly name: string;
  readonly start: number;
  readonly content: number;
  readonly end: number;
};

/** The boxes between two positions; undefined when one of them does not end where its surroundings do. */
export function boxesIn(data: Buffer, from = 0, to = data.length): readonly Box[] | undefined {
  const boxes: Box[] = [];
  let start = from;
  while (start < to) {
    if (start + 8 > to) return undefined;
    const short = data.readUInt32BE(start);
    const name = data.toString('latin1', start + 4, start + 8);
    if (short === 1 && start + 16 > to) return undefined;
    const length = short === 1 ? Number(data.readBigUInt64BE(start + 8)) : short === 0 ? to - start : short;
    const head = short === 1 ? 16 : 8;
    if (length < head || start + length > to) return undefined;
    boxes.push({ name, start, content: start + head, end: start + length });
    start += length;
  }
  return boxes;
}

/** True when an MP4 file holds all that its boxes promise. */
export function isWholeMp4(bytes: Uint8Array): boolean {
  const names = boxesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))?.map(
    ({ name }) => name,
  );
  return names?.includes('moov') === true && (names.includes('mdat') || names.includes('moof'));
}

/** The EBML name of the part of a WebM file that holds everything else. */
const SEGMENT = 0x18538067n;

/** True when a WebM file holds all that its segment promises; one of unknown length (a live recording) promises nothing. */
export function isWholeWebm(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < data.length) {
    const name = numberAt(data, at);
    const size = name && numberAt(data, at + name.length);
    if (!name || !size) return false;
    const content = at + name.length + size.length;
    const end = content + Number(size.value);
    if (name.marked === SEGMENT) return size.isUnknown || end <= data.length;
    if (size.isUnknown) return false;
    at = end;
  }
  return false;
}

/** A number as EBML writes it: the zeros before its first one, which is a mark, say how many bytes it has. */
function numberAt(data: Buffer, at: number) {
  const length = Math.clz32(data[at] ?? 0) - 23;
  if (length > 8 || at + length > data.length) return undefined;
  const marked = BigInt(`0x${data.toString('hex', at, at + length)}`);
  const mark = 1n << BigInt(7 * length);
  return { length, marked, value: marked - mark, isUnknown: marked === 2n * mark - 1n };
}
