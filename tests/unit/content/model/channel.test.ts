import { describe, expect, it } from 'vitest';
import { hashedTargetPath, noticesTarget, patchPath } from '../../../../content/model/central-server.ts';
import { channel, isInRollout, rolloutPlace } from '../../../../content/model/channel.ts';

const DIGEST = 'ab'.repeat(32);
const CHANNEL = {
  schema: 1,
  seq: 4,
  manifest: { sha256: DIGEST, length: 20_000 },
  label: 'Week 49',
  publishedAt: '2026-11-27T08:30:00Z',
};

describe('a channel', () => {
  it('points at an edition, for all terminals or for some of a hundred', () => {
    expect(channel.parse(CHANNEL)).toEqual(CHANNEL);
    expect(channel.parse({ ...CHANNEL, rolloutPercent: 10 })).toEqual({ ...CHANNEL, rolloutPercent: 10 });
  });

  it.each([
    ['a later format', { schema: 2 }],
    ['the number 0', { seq: 0 }],
    ['a number that is none', { seq: Number.NaN }],
    ['a number beyond counting', { seq: 2 ** 53 }],
    ['a digest in capitals', { manifest: { sha256: 'AB'.repeat(32), length: 1 } }],
    ['a manifest larger than any', { manifest: { sha256: DIGEST, length: 16 * 1024 ** 2 + 1 } }],
    ['a local time', { publishedAt: '2026-11-27T08:30:00+01:00' }],
    ['a day that is none', { publishedAt: '2026-02-30T08:30:00Z' }],
    ['more than all terminals', { rolloutPercent: 101 }],
    ['a name nobody knows', { colour: 'red' }],
  ])('with %s is none', (_, bend) => {
    expect(channel.safeParse({ ...CHANNEL, ...bend }).success).toBe(false);
  });
});

describe('a rollout', () => {
  const fleet = Array.from({ length: 10_000 }, (_, index) => `kiosk-${String(index).padStart(4, '0')}`);

  it('reaches about as many terminals as it says', () => {
    for (const percent of [1, 10, 50, 90]) {
      const reached = fleet.filter((id) => isInRollout({ rolloutPercent: percent }, id)).length;
      expect(Math.abs(reached / 100 - percent), `${percent} %`).toBeLessThan(2);
    }
  });

  it('never takes an edition back from a terminal when it is widened', () => {
    for (const id of fleet) {
      const reached = [0, 1, 10, 50, 99, 100].map((percent) => isInRollout({ rolloutPercent: percent }, id));
      expect(reached).toEqual([...reached].sort());
      expect(reached.at(0)).toBe(false);
      expect(reached.at(-1)).toBe(true);
    }
    expect(fleet.every((id) => isInRollout({}, id))).toBe(true);
  });

  it('gives each terminal the same place for ever, on every machine', () => {
    expect(['', 'a', 'kiosk-01', 'kiosk-02', 'brussels-éé'].map(rolloutPlace)).toEqual(PLACES);
  });
});

describe('the central server', () => {
  it('has the digest of a target before the last part of its name, as TUF clients ask for it', () => {
    expect(hashedTargetPath(noticesTarget('stable'), DIGEST)).toBe(`targets/notices/${DIGEST}.stable.json`);
    expect(patchPath(DIGEST, DIGEST)).toBe(`patches/${DIGEST}-${DIGEST}.zst`);
  });
});

// Written down once: a change here would move every terminal of every rollout.
const PLACES = [23, 15, 30, 10, 43];
