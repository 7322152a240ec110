import { useEffect, useState } from 'react';

/** How long each thing is shown, in milliseconds: time to read two titles from some steps away. */
const TURN_MS = 9_000;

/** After a round the first thing stays: the screen rests, in milliseconds. */
const REST_MS = 40_000;

/**
 * Which of so many things is shown, one after the other. Between two turns nothing runs but one timer; still, or with one
 * thing only, not even that. Other things than before, named by `round`, begin from the first.
 */
export function useTurns(count: number, round: string, moving: boolean): number {
  const [turn, setTurn] = useState({ round, index: 0, rounds: 0 });
  const current = turn.round === round ? turn : { round, index: 0, rounds: 0 };
  const { index, rounds } = current;
  useEffect(() => {
    if (!moving || count < 2) return;
    const timer = setTimeout(
      () => {
        const next = (index + 1) % count;
        setTurn({ round, index: next, rounds: next === 0 ? rounds + 1 : rounds });
      },
      index === 0 && rounds > 0 ? REST_MS : TURN_MS,
    );
    return () => clearTimeout(timer);
  }, [count, round, moving, index, rounds]);
  return index < count ? index : 0;
}
