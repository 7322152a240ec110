import { describe, expect, test } from 'vitest';
import { briefing } from '../../../../src-main/contract/visitor.ts';
import { terminalSettings } from '../../../../src-main/provisioning/terminal-settings.ts';
import { briefingFor, languagesFor } from '../../../../src-main/stage/briefings.ts';
import { aLiveNotice } from '../../../builders/live-notice.ts';

const settings = terminalSettings.parse({});
const notice = aLiveNotice();
const edition = {
  seq: 8,
  manifestSha256: 'a'.repeat(64),
  manifest: { schema: 1 as const, seq: 8, languages: ['fr', 'nl'], files: [] },
};

describe('No language is always first', () => {
  test('two languages change sides from visit to visit', () => {
    expect([1, 2, 3].map((visit) => languagesFor(visit, ['fr', 'nl']).join())).toEqual([
      'fr,nl',
      'nl,fr',
      'fr,nl',
    ]);
  });

  test('three languages each come first in turn', () => {
    expect([1, 2, 3, 4].map((visit) => languagesFor(visit, ['fr', 'nl', 'de'])[0])).toEqual([
      'fr',
      'nl',
      'de',
      'fr',
    ]);
  });

  test('one language, or none, is no trouble', () => {
    expect(languagesFor(5, ['fr'])).toEqual(['fr']);
    expect(languagesFor(5, [])).toEqual([]);
  });
});

describe('A page is told', () => {
  test('its seat, its visit, the edition, the settings and the live notices, as the contract wants it', () => {
    const told = briefingFor(
      'understudy',
      2,
      edition,
      [edition, { manifestSha256: 'b'.repeat(64) }],
      settings,
      [notice],
      true,
    );
    expect(briefing.parse(told)).toEqual({
      seat: 'understudy',
      visit: 2,
      edition: { seq: 8, manifest: 'a'.repeat(64) },
      kept: ['a'.repeat(64), 'b'.repeat(64)],
      languages: ['nl', 'fr'],
      pixelsPerMm: 4,
      idle: { warnAfterMs: 90_000, warningMs: 30_000 },
      notices: [notice],
      dimHours: null,
      statistics: false,
      maintenance: true,
    });
  });

  test('when its first screen is to be dark, where the terminal is set to it', () => {
    const night = { hours: '20:00-07:00', dim: true };
    const told = briefingFor('on-show', 1, edition, [], { ...settings, night }, [], false);
    expect(told.dimHours).toBe('20:00-07:00');
  });

  test('that there is no edition, when there is none to be trusted', () => {
    const told = briefingFor('on-show', 1, null, [], settings, [], false);
    expect(briefing.parse(told)).toMatchObject({ edition: null, languages: [] });
  });
});
