/** The first block of an EDID, as a screen of that size would send it. */
export function edid(made: {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly name?: string;
}): Buffer {
  const bytes = Buffer.alloc(128);
  Buffer.from([0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0]).copy(bytes);
  const { widthPx, heightPx, widthMm, heightMm, name = 'TOUCH 24' } = made;
  bytes.writeUInt16LE(14_850, 54);
  bytes[56] = widthPx & 0xff;
  bytes[58] = (widthPx >> 4) & 0xf0;
  bytes[59] = heightPx & 0xff;
  bytes[61] = (heightPx >> 4) & 0xf0;
  bytes[66] = widthMm & 0xff;
  bytes[67] = heightMm & 0xff;
  bytes[68] = ((widthMm >> 4) & 0xf0) | ((heightMm >> 8) & 0x0f);
  bytes[75] = 0xfc;
  bytes.write(`${name}\n`.padEnd(13, ' '), 77, 'latin1');
  return bytes;
}
