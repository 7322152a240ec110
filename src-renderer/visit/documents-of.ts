import type { DocumentId } from '../../content/model/names.ts';
import type { ReadyPlace } from '../navigation/place.ts';
import type { VisitState } from './visit-store.ts';

/** The documents that a place shows parts of, each once. */
export function documentsOf(place: ReadyPlace, { plan }: Pick<VisitState, 'plan'>): readonly DocumentId[] {
  const planned = () => [...new Set(plan.map(({ thing }) => thing.id))];
  switch (place.screen) {
    case 'plan':
      return planned();
    case 'takeaway':
      return place.of.what === 'plan' ? planned() : [place.of.id];
    default:
      return [];
  }
}
