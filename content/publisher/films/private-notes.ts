import { type Box, boxesIn } from './containers.ts';

/** Boxes in which cameras and programs note where, when and with what a film was made. */
const NOTES = new Set(['udta', 'meta', 'uuid']);

/** Boxes that hold others. */
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'minf']);

/** Boxes whose first numbers are the moments at which they were made and changed. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);

/**
 * An MP4 film without what a camera wrote into it: place, time, owner, device. Notes become empty room of the same
 * length, so that nothing else moves; a film without notes comes back as it is.
 */
export function withoutPrivateNotes(bytes: Uint8Array): Uint8Array {
  const data = Buffer.from(bytes);
  const clean = (boxes: readonly Box[] | undefined): void => {
    for (const { name, start, content, end } of boxes ?? []) {
      if (NOTES.has(name)) {
        data.write('free', start + 4, 'latin1');
        data.fill(0, content, end);
      } else if (HOLDERS.has(name)) clean(boxesIn(data, content, end));
      else if (DATED.has(name))
        data.fill(0, content + 4, Math.min(end, content + (data[content] === 1 ? 20 : 12)));
    }
  };
  clean(boxesIn(data));
  return data;
}
