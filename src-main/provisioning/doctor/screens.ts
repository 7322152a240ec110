import { type Machine, readBytes, readText } from '../../platform/machine.ts';

/** A screen as it describes itself (VESA E-EDID): its own pixels and millimetres, not turned. */
export type ScreenFacts = {
  /** Where it is plugged in, for instance `card0-HDMI-A-1`. */
  readonly connector: string;
  readonly name: string | null;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Null when it does not tell its size, as projectors and many converters do. */
  readonly sizeMm: { readonly width: number; readonly height: number } | null;
};

/** The screens that are plugged in and switched on; null where the system does not tell. Rejects never. */
export async function connectedScreens({
  files,
}: Pick<Machine, 'files'>): Promise<readonly ScreenFacts[] | null> {
  try {
    const connectors = (await files.list('/sys/class/drm')).filter((name) => /^card\d+-/.test(name));
    if (connectors.length === 0) return null;
    const found = await Promise.all(connectors.map((connector) => screenAt(files, connector)));
    return found.filter((each) => each !== null);
  } catch {
    return null;
  }
}

async function screenAt(files: Machine['files'], connector: string): Promise<ScreenFacts | null> {
  const directory = `/sys/class/drm/${connector}`;
  const status = await readText(files, `${directory}/status`).catch(() => '');
  if (status.trim() !== 'connected') return null;
  const edid = await readBytes(files, `${directory}/edid`, 1_024).catch(() => Buffer.alloc(0));
  return { connector, ...(factsOf(edid) ?? { name: null, widthPx: 0, heightPx: 0, sizeMm: null }) };
}

const HEADER = Buffer.from([0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0]);
const BASE_BLOCK_BYTES = 128;
const FIRST_DESCRIPTOR = 54;
const DESCRIPTOR_BYTES = 18;
const NAME_TAG = 0xfc;

/** What an EDID says; null when it is none. */
export function factsOf(edid: Buffer): Omit<ScreenFacts, 'connector'> | null {
  if (edid.length < BASE_BLOCK_BYTES || !edid.subarray(0, HEADER.length).equals(HEADER)) return null;
  // The first detailed timing is the one the screen prefers: its own pixels.
  const at = (offset: number) => edid.readUInt8(FIRST_DESCRIPTOR + offset);
  if (edid.readUInt16LE(FIRST_DESCRIPTOR) === 0) return null;
  const width = at(12) | ((at(14) & 0xf0) << 4);
  const height = at(13) | ((at(14) & 0x0f) << 8);
  return {
    name: nameIn(edid),
    widthPx: at(2) | ((at(4) & 0xf0) << 4),
    heightPx: at(5) | ((at(7) & 0xf0) << 4),
    sizeMm: isSize(width, height) ? { width, height } : null,
  };
}

/** Screens that do not know their size write zeros, or only the proportion of their sides (16:9, 160:90). */
function isSize(width: number, height: number): boolean {
  const isProportion = [
    [16, 9],
    [160, 90],
    [16, 10],
    [160, 100],
    [4, 3],
    [40, 30],
  ].some(([across, down]) => across === width && down === height);
  return width >= 50 && height >= 50 && !isProportion;
}

function nameIn(edid: Buffer): string | null {
  for (let at = FIRST_DESCRIPTOR; at < FIRST_DESCRIPTOR + 4 * DESCRIPTOR_BYTES; at += DESCRIPTOR_BYTES) {
    const isText = edid.readUInt16LE(at) === 0 && edid.readUInt8(at + 3) === NAME_TAG;
    if (isText)
      return (
        edid
          .toString('latin1', at + 5, at + DESCRIPTOR_BYTES)
          .split('\n', 1)[0]
          ?.trim() || null
      );
  }
  return null;
}
