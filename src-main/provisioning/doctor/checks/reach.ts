import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';
import type { Patient } from '../patient.ts';
import { connectedScreens, type ScreenFacts } from '../screens.ts';

/** What somebody in a wheelchair reaches straight ahead, in millimetres above the floor (EN 301 549, 8.3). */
export const REACH_MM = { lowest: 380, highest: 1_220 } as const;

/** Can everybody reach the screen? */
export const reach: Check = {
  number: 19,
  id: 'reach',
  title: 'Reach',
  well: 'People who sit reach the whole screen.',
  look: async (patient) => {
    const lower = patient.loaded.settings.terminal.mountingHeightMm;
    if (lower === null)
      return [
        untold(
          'The settings do not say how high the screen hangs.',
          'Measure from the floor to the lower edge of the picture: sudo openfloor provision --terminal.mountingHeightMm MILLIMETRES.',
        ),
      ];
    const height = await heightOf(patient);
    if (height === null)
      return [
        untold(
          `The picture begins ${lower} mm above the floor; how high it is cannot be told.`,
          `Measure it: it should end ${REACH_MM.highest} mm above the floor or lower.`,
        ),
      ];
    return [judged(lower, lower + height)];
  },
};

function judged(lower: number, upper: number): Observation {
  const found = `The picture reaches from ${lower} to ${upper} mm above the floor; people who sit reach from ${REACH_MM.lowest} to ${REACH_MM.highest} mm (EN 301 549, 8.3).`;
  const hang =
    'Hang it lower or higher if the housing allows it; otherwise put a terminal that can be reached beside it, and say where it is.';
  if (lower >= REACH_MM.highest || upper <= REACH_MM.lowest)
    return bad(found, 'They reach nothing of it.', hang);
  if (upper > REACH_MM.highest)
    return doubt(found, `They do not reach the upper ${upper - REACH_MM.highest} mm.`, hang);
  if (lower < REACH_MM.lowest)
    return doubt(
      found,
      `They hardly reach the lower ${REACH_MM.lowest - lower} mm, where the bar of buttons is.`,
      hang,
    );
  return good(found);
}

/** Height of the picture as it stands, in millimetres; null when nobody tells. */
async function heightOf({ machine, loaded, status }: Patient): Promise<number | null> {
  const screens = await connectedScreens(machine);
  const size = screens?.length === 1 ? (screens[0]?.sizeMm ?? null) : null;
  const picture = status?.display ?? null;
  if (picture !== null && size === null)
    return Math.round(picture.heightPx / picture.scaleFactor / loaded.settings.screen.pixelsPerMm);
  if (size === null) return null;
  const isUpright =
    picture === null
      ? uprightBy(loaded.settings.screen.orientation, size)
      : picture.heightPx > picture.widthPx;
  return isUpright ? Math.max(size.width, size.height) : Math.min(size.width, size.height);
}

function uprightBy(
  orientation: 'portrait' | 'landscape' | null,
  size: NonNullable<ScreenFacts['sizeMm']>,
): boolean {
  return orientation === null ? size.height > size.width : orientation === 'portrait';
}
