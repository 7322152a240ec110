/** A line of the network map: where it comes in, how it bends to the interchange, where its area's station lies. */
export type PlannedLine = {
  readonly path: string;
  readonly station: { readonly x: number; readonly y: number };
};

/** A drawing of the network in the units of its view box. */
export type NetworkPlan = {
  readonly viewBox: string;
  readonly lines: readonly PlannedLine[];
  /** The interchange where all lines meet: here. */
  readonly here: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** From the interchange to each door. */
  readonly doors: readonly string[];
};

/** Distance between neighbouring lines at the interchange, in view-box units. */
const PITCH = 46;

/** Radius of a bend. */
const BEND = 84;

/** From which edge a line comes in, and where. */
type Arrival =
  /** Along a height, with its station somewhere on it. */
  | { readonly from: 'left' | 'right'; readonly at: number; readonly station: number }
  /** Down from the upper edge at `x`, then along a height; its station is on the way down. */
  | { readonly from: 'top'; readonly x: number; readonly at: number; readonly station: number };

/** Along a height to the bend, round it, and down to the interchange. */
function down(turn: number, sweep: 0 | 1, x: number, at: number, to: number): string {
  return `H ${turn} A ${BEND} ${BEND} 0 0 ${sweep} ${x} ${at + BEND} V ${to}`;
}

/** Where all lines meet. */
type Interchange = {
  readonly x: number;
  readonly y: number;
  /** Letters of the words on it: it is as long as they are. */
  readonly letters: number;
};

/** Doors side by side, all alike, spread evenly about the interchange. */
type Doors = {
  readonly count: number;
  /** Upper edge. */
  readonly y: number;
  /** What all doors take together, with a gap behind each. */
  readonly width: number;
};

/** Room for one letter on the interchange, and for its two round ends together. */
const LETTER = 20;
const ENDS = 80;

/** Down from the interchange, round a bend to the side where there is one, and down to a door. */
function toDoor(here: Interchange, fork: number, x: number, y: number): string {
  const bend = 44;
  const side = Math.sign(Math.round(x - here.x));
  const start = `M ${here.x} ${here.y}`;
  if (side === 0) return `${start} V ${y}`;
  const [away, back] = side < 0 ? [1, 0] : [0, 1];
  return `${start} V ${fork - bend} A ${bend} ${bend} 0 0 ${away} ${here.x + side * bend} ${fork} H ${x - side * bend} A ${bend} ${bend} 0 0 ${back} ${x} ${fork + bend} V ${y}`;
}

/**
 * Draws lines that come in from the edges at different heights, bend down and meet side by side. Arrivals from the left
 * must be given from the outermost (lowest) line inwards, those from the right from the innermost outwards, so that no
 * two lines cross.
 */
export function planNetwork(
  size: { readonly width: number; readonly height: number },
  here: Interchange,
  arrivals: readonly Arrival[],
  doors: Doors,
): NetworkPlan {
  const first = here.x - ((arrivals.length - 1) * PITCH) / 2;
  const lines = arrivals.map((arrival, index): PlannedLine => {
    const x = first + index * PITCH;
    const { at, station } = arrival;
    if (arrival.from === 'top') {
      const start = `M ${arrival.x} -40 V ${at - BEND} A ${BEND} ${BEND} 0 0 0 ${arrival.x + BEND} ${at}`;
      return { path: `${start} ${down(x - BEND, 1, x, at, here.y)}`, station: { x: arrival.x, y: station } };
    }
    const fromLeft = arrival.from === 'left';
    const start = `M ${fromLeft ? -40 : size.width + 40} ${at}`;
    const turn = fromLeft ? down(x - BEND, 1, x, at, here.y) : down(x + BEND, 0, x, at, here.y);
    return { path: `${start} ${turn}`, station: { x: station, y: at } };
  });
  const width = Math.max((arrivals.length - 1) * PITCH + 108, here.letters * LETTER + ENDS);
  const height = 96;
  const fork = here.y + height / 2 + 62;
  const doorPitch = doors.width / doors.count;
  return {
    viewBox: `0 0 ${size.width} ${size.height}`,
    lines,
    here: { x: here.x - width / 2, y: here.y - height / 2, width, height },
    doors: Array.from({ length: doors.count }, (_, index) =>
      toDoor(here, fork, here.x + (index - (doors.count - 1) / 2) * doorPitch, doors.y),
    ),
  };
}

/** The drawing for a portrait screen of 1080 × 1920, for so many doors and letters on the interchange. */
export function portraitPlan(doors: number, letters: number): NetworkPlan {
  return planNetwork(
    { width: 1080, height: 1920 },
    { x: 540, y: 1262, letters },
    [
      { from: 'left', at: 1096, station: 128 },
      { from: 'left', at: 968, station: 268 },
      { from: 'right', at: 922, station: 952 },
      { from: 'right', at: 1016, station: 800 },
      { from: 'right', at: 1110, station: 952 },
    ],
    { count: doors, y: 1500, width: 996 },
  );
}

/** The drawing for a landscape screen of 1920 × 1080, for so many doors and letters on the interchange. */
export function landscapePlan(doors: number, letters: number): NetworkPlan {
  return planNetwork(
    { width: 1920, height: 1080 },
    { x: 1330, y: 580, letters },
    [
      { from: 'top', x: 990, at: 424, station: 250 },
      { from: 'top', x: 1126, at: 300, station: 130 },
      { from: 'right', at: 150, station: 1690 },
      { from: 'right', at: 282, station: 1560 },
      { from: 'right', at: 414, station: 1750 },
    ],
    { count: doors, y: 800, width: 948 },
  );
}
