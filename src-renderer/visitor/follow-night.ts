import { isWithinHours } from '../../src-main/contract/night-hours.ts';
import { everyMinute } from '../visit/every-minute.ts';

/** Marks the document while these hours last; the first screen is dark then (`attract.css`). Null: never. */
export function followNight(hours: string | null): void {
  if (hours === null) return;
  const look = () => {
    document.documentElement.toggleAttribute('data-night', isWithinHours(hours, new Date()));
  };
  look();
  everyMinute(look);
}
