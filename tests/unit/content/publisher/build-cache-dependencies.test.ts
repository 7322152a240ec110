import { describe, expect, it } from 'vitest';
import { noting, stillHolds } from '../../../../content/publisher/kept/dependencies.ts';

describe('what a document depends on', () => {
  const bridge = { kind: 'image', media: 'media/a.svg', width: 1, height: 1, sources: [] } as const;
  const around = {
    ids: new Set(['a/one', 'a/two']),
    themes: ['a'],
    media: new Map([['media/a.svg', bridge]]),
  };

  it('is what reading it asked for, and nothing else', () => {
    const { around: noted, noted: notes } = noting(around);
    expect([noted.ids.has('a/one'), noted.ids.has('a/no')]).toEqual([true, false]);
    expect(noted.media.get('media/a.svg')).toBe(bridge);
    const dependencies = notes();
    expect(stillHolds(dependencies, around)).toBe(true);
    expect(stillHolds(dependencies, { ...around, ids: new Set(['a/one', 'a/other']) })).toBe(true);
    expect(stillHolds(dependencies, { ...around, ids: new Set(['a/two']) })).toBe(false);
    expect(stillHolds(dependencies, { ...around, ids: new Set(['a/one', 'a/no']) })).toBe(false);
    expect(stillHolds(dependencies, { ...around, media: new Map() })).toBe(false);
    const wider = new Map([['media/a.svg', { ...bridge, width: 2 }]]);
    expect(stillHolds(dependencies, { ...around, media: wider })).toBe(false);
  });

  it.each<[string, (noted: typeof around) => unknown]>([
    ['ids one by one', ({ ids }) => [...ids]],
    ['the values of the ids', ({ ids }) => [...ids.values()]],
    ['the keys of the ids', ({ ids }) => [...ids.keys()]],
    ['the entries of the ids', ({ ids }) => [...ids.entries()]],
    ['each id', ({ ids }) => void ids.forEach(() => {})],
    ['how many ids there are', ({ ids }) => ids.size],
    ['the names of all images', ({ media }) => [...media.keys()]],
    ['all images', ({ media }) => [...media]],
    ['each image', ({ media }) => void media.forEach(() => {})],
    ['how many images there are', ({ media }) => media.size],
  ])('is everything when it looked at %s', (_name, look) => {
    const { around: noted, noted: notes } = noting(around);
    look(noted as typeof around);
    expect(stillHolds(notes(), around)).toBe(false);
  });
});
