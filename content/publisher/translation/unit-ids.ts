import { createHash } from 'node:crypto';
import type { PairedText } from './pairs.ts';
import { contentKey } from './tidy.ts';

/**
 * What each text of a file is called in a translation, by its place in the file. A text in the body is called by its own
 * words: one that is added above or below changes nothing for the others, and translation tools find them again. Where the
 * same words stand twice, they are counted. Details on top and texts of `guide.yaml` keep their names.
 */
export function unitIds(texts: readonly PairedText[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    texts.map(({ id, role, source }) => {
      if (role === 'field') return [id, id];
      const words = createHash('sha256')
        .update(`${role}\n${contentKey(source)}`)
        .digest('hex')
        .slice(0, 16);
      const count = (seen.get(words) ?? 0) + 1;
      seen.set(words, count);
      return [id, count === 1 ? `t${words}` : `t${words}-${count}`];
    }),
  );
}
