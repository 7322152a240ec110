import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';
import type { Patient } from '../patient.ts';
import { connectedScreens, type ScreenFacts } from '../screens.ts';

/** Touch targets are this much off before a technician should look, as a share. */
const LOOK_AT = 0.05;

/** Off by more than this, targets are smaller than fingers, or screens have no room; as a share. */
const TOO_FAR = 0.25;

/** Is the screen what the settings say: its density, its direction, the only one? */
export const display: Check = {
  number: 7,
  id: 'display',
  title: 'Display',
  well: 'Touch targets are as large as they should be, and the picture stands the right way.',
  look: async (patient) => {
    const screens = await connectedScreens(patient.machine);
    const now = pictureOf(patient) ?? (await askX(patient));
    return [...plugged(screens), ...density(patient, screens, now), ...direction(patient, screens, now)];
  },
};

/** The picture as it is shown now: its pixels after turning, and how many of them make one CSS pixel. */
type Picture = { readonly widthPx: number; readonly heightPx: number; readonly scaleFactor: number };

function pictureOf({ status }: Patient): Picture | null {
  return status?.display ?? null;
}

/** Where the terminal does not run: X11 knows what is shown, too. */
async function askX({ machine }: Patient): Promise<Picture | null> {
  if (machine.environment['DISPLAY'] === undefined) return null;
  const ran = await machine.run('xrandr', ['--query']);
  const found = ran.kind === 'ended' ? /^\S+ connected (?:primary )?(\d+)x(\d+)\+/m.exec(ran.out) : null;
  return found && { widthPx: Number(found[1]), heightPx: Number(found[2]), scaleFactor: 1 };
}

const BY_HAND =
  'Measure the picture with a ruler: its width in pixels divided by its width in millimetres is screen.pixelsPerMm.';

function plugged(screens: readonly ScreenFacts[] | null): readonly Observation[] {
  if (screens === null) return [untold('This system does not list its screens (/sys/class/drm).', BY_HAND)];
  const [first, ...others] = screens;
  if (first === undefined)
    return [
      bad(
        'No screen is plugged in, or it is switched off.',
        'Visitors see nothing.',
        'Look at the power and the cable of the screen, then at its input.',
      ),
    ];
  if (others.length > 0)
    return [
      doubt(
        `${screens.length} screens are plugged in: ${screens.map(({ connector }) => connector).join(', ')}.`,
        'The kiosk may be on the other one, and a second one may show what visitors should not see.',
        'Unplug every screen but the one visitors touch.',
      ),
    ];
  return [good(`${first.name ?? 'A screen'} at ${first.connector}${inWords(first)}.`)];
}

function inWords({ widthPx, heightPx, sizeMm }: ScreenFacts): string {
  const pixels = widthPx > 0 ? `, ${widthPx} × ${heightPx} pixels` : '';
  return `${pixels}${sizeMm === null ? '' : `, ${sizeMm.width} × ${sizeMm.height} mm`}`;
}

function density(
  { loaded }: Patient,
  screens: readonly ScreenFacts[] | null,
  now: Picture | null,
): readonly Observation[] {
  if (screens?.length !== 1) return [];
  const set = loaded.settings.screen.pixelsPerMm;
  const told = screens[0] === undefined ? null : cssPixelsPerMm(screens[0], now);
  if (told === null)
    return [
      untold(
        `The screen does not say how large it is, so screen.pixelsPerMm (${set}) cannot be checked.`,
        BY_HAND,
      ),
    ];
  const found = `The screen has ${told} CSS pixels in a millimetre, the settings say ${set}.`;
  const off = set / told - 1;
  if (Math.abs(off) <= LOOK_AT) return [good(found)];
  const percent = Math.round(Math.abs(off) * 100);
  const means = `Everything visitors touch is ${percent} % too ${off < 0 ? 'small' : 'large'}.`;
  const todo = `Measure the width of the picture; if the screen is right: sudo openfloor provision --screen.pixelsPerMm ${told}.`;
  return [Math.abs(off) > TOO_FAR ? bad(found, means, todo) : doubt(found, means, todo)];
}

/**
 * CSS pixels in a millimetre of a screen, rounded to hundredths; null when it does not tell its size. Longest side against longest
 * side: a turned picture has the same density.
 */
export function cssPixelsPerMm(screen: ScreenFacts, now: Picture | null): number | null {
  const { sizeMm } = screen;
  const { widthPx, heightPx, scaleFactor } = now ?? { ...screen, scaleFactor: 1 };
  const longestPx = Math.max(widthPx, heightPx);
  if (sizeMm === null || longestPx === 0) return null;
  return Math.round((longestPx / scaleFactor / Math.max(sizeMm.width, sizeMm.height)) * 100) / 100;
}

function direction(
  { loaded }: Patient,
  screens: readonly ScreenFacts[] | null,
  now: Picture | null,
): readonly Observation[] {
  const { orientation } = loaded.settings.screen;
  if (orientation === null) return [];
  if (now === null)
    return screens?.length === 0
      ? []
      : [
          untold(
            `Whether the picture stands ${orientation} cannot be told while the terminal does not run.`,
            'Start the terminal and run the doctor again.',
          ),
        ];
  const is = now.heightPx > now.widthPx ? 'portrait' : 'landscape';
  const found = `The picture is ${now.widthPx} × ${now.heightPx} pixels: ${is}.`;
  if (is === orientation) return [good(found)];
  return [
    bad(
      `${found} The settings say ${orientation}.`,
      'Visitors have to turn their heads, or the housing hides a part of the picture.',
      'Turn the picture in the session (the unit of the package tells how), or correct screen.orientation.',
    ),
  ];
}
