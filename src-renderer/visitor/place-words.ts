import { findTheme } from '../../content/model/guide.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Translate } from '../language/translator.ts';
import type { Place } from '../navigation/place.ts';

/** What a place is called on the way back to it. */
export function placeWords(
  place: Place,
  catalogue: Pick<Catalogue, 'guide' | 'header'>,
  language: string,
  t: Translate,
): string {
  switch (place.screen) {
    case 'home':
      return t('bar.home');
    case 'search':
      return t('bar.search');
    case 'remembers':
      return t('remembers.title');
    case 'theme':
      return findTheme(catalogue.guide, place.theme)?.title[language] ?? t('bar.home');
    case 'audience':
      return t(`audience.${place.audience}`);
    case 'events':
      return t('agenda.title');
    case 'services':
      return t('services.title');
    case 'checklists':
      return t('checklists.title');
    case 'plan':
      return t('plan.title');
    case 'takeaway':
      return t('takeaway.title');
    case 'leaving':
      return t('leaving.title');
    case 'document':
      return catalogue.header(place.id, language)?.title ?? t('bar.home');
  }
}
