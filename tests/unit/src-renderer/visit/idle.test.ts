import { describe, expect, it } from 'vitest';
import { idleState, SHORTEST_WARNING_MS, warningLength } from '../../../../src-renderer/visit/idle.ts';

const limits = { warnAfterMs: 90_000, warningMs: 30_000 };

describe('a visitor who rests', () => {
  it('is left in peace for 90 seconds', () => {
    expect(idleState(89_999, 0, limits)).toEqual({ kind: 'active' });
  });

  it('is warned at 90 seconds, with the whole countdown still to run', () => {
    expect(idleState(90_000, 0, limits)).toEqual({ kind: 'warning', remainingMs: 30_000 });
  });

  it('sees the countdown run down', () => {
    expect(idleState(119_000, 0, limits)).toEqual({ kind: 'warning', remainingMs: 1_000 });
  });

  it('loses the screen to the next person after the countdown, not before', () => {
    expect(idleState(119_999, 0, limits).kind).toBe('warning');
    expect(idleState(120_000, 0, limits)).toEqual({ kind: 'over' });
  });

  it('starts anew with every sign of life, without end', () => {
    for (let touch = 0; touch < 10_000_000; touch += 89_999) {
      expect(idleState(touch + 89_999, touch, limits).kind).toBe('active');
    }
  });

  it('is not hurried when the clock reading comes from before the touch', () => {
    expect(idleState(5, 10, limits)).toEqual({ kind: 'active' });
  });
});

describe('a terminal with a warning set too short', () => {
  it('still gives everybody twenty seconds', () => {
    const hasty = { warnAfterMs: 90_000, warningMs: 5_000 };
    expect(warningLength(hasty)).toBe(SHORTEST_WARNING_MS);
    expect(idleState(109_999, 0, hasty).kind).toBe('warning');
    expect(idleState(110_000, 0, hasty).kind).toBe('over');
  });
});
