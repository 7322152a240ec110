import '../comfort/contrast.css';
import '../comfort/larger-text.css';
import { type Comfort, showComfort, USUAL_COMFORT } from '../comfort/comfort.ts';
import { useVisit, type VisitState } from '../visit/visit-store.ts';

/**
 * Shows how the visitor wants to read, now and after every change; the first screen, which is everybody's, is always as usual.
 * Before any part of the screen is drawn again, so that a place on the page is sought where it will be.
 */
export function followComfort(): void {
  const wanted = ({ language, comfort }: VisitState): Comfort =>
    language === null ? USUAL_COMFORT : comfort;
  showComfort(wanted(useVisit.getState()));
  useVisit.subscribe((visit, before) => {
    if (wanted(visit) !== wanted(before)) showComfort(wanted(visit));
  });
}
