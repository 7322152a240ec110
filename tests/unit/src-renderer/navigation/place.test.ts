import { describe, expect, it } from 'vitest';
import {
  currentStop,
  goBack,
  goTo,
  previousStop,
  startOfWay,
} from '../../../../src-renderer/navigation/place.ts';

const theme = { screen: 'theme', theme: 'employment' } as const;
const page = { screen: 'document', id: 'employment/first-interview' } as const;
const list = { screen: 'document', id: 'checklists/cv-workshop' } as const;
const half = { anchor: 'b4', fraction: 0.5 };

describe('back', () => {
  it('goes where the visitor came from, not where the screen usually hangs', () => {
    const way = goTo(goTo(goTo(startOfWay, theme, null), page, null), list, null);
    expect(currentStop(goBack(way)).place).toEqual(page);
    expect(currentStop(goBack(goBack(way))).place).toEqual(theme);
  });

  it('finds the page as far down as it was left', () => {
    const way = goTo(goTo(startOfWay, page, null), list, half);
    expect(currentStop(goBack(way)).scroll).toEqual(half);
  });

  it('has nowhere to go at the beginning of a visit', () => {
    expect(previousStop(startOfWay)).toBeNull();
    expect(goBack(startOfWay)).toBe(startOfWay);
  });
});

describe('going on', () => {
  it('does nothing surprising when the same thing is touched twice', () => {
    const way = goTo(startOfWay, theme, null);
    expect(goTo(way, theme, half)).toBe(way);
  });

  it('opens a new page at its top', () => {
    expect(currentStop(goTo(goTo(startOfWay, page, null), list, half)).scroll).toBeNull();
  });

  it('starts anew from home', () => {
    const way = goTo(goTo(startOfWay, theme, null), page, null);
    expect(goTo(way, { screen: 'home' }, half)).toEqual(startOfWay);
  });

  it('never gives two stops on the way the same key', () => {
    const way = goTo(goTo(goTo(startOfWay, theme, null), page, null), list, null);
    expect(new Set(way.map((stop) => stop.key)).size).toBe(way.length);
  });
});
