import { fold, nearest } from '../../model/nearest.ts';
import { byCodeUnits } from '../problem.ts';

export { fold, nearest };

/** The id that a link or a reference probably meant, whatever was written around it. */
export function nearestId(target: string, ids: ReadonlySet<string>): string | undefined {
  const tidy = target
    .replace(/[#?].*$/, '')
    .replace(/^(\.{0,2}\/)+/, '')
    .replace(/^pages\//, '')
    .replace(/(\.[a-z]{2})?(\.md)?$/, '');
  if (ids.has(tidy)) return tidy;
  const lastPart = (id: string): string => id.split('/').at(-1) ?? id;
  const sameName = [...ids].filter((id) => lastPart(id) === lastPart(tidy)).sort(byCodeUnits);
  return sameName[0] ?? nearest(tidy, ids, lastPart);
}

/** A name for a file that a guide accepts, made from one it does not: `Mon CV.fr.md` → `mon-cv.fr.md`. */
export function tidyName(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/-*(\.)[-.]*/g, '$1')
    .replace(/^[-.]+|[-.]+$/g, '');
}
