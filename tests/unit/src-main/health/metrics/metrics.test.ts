import { describe, expect, test } from 'vitest';
import { type MetricsFacts, metricsText } from '../../../../../src-main/health/metrics/metrics.ts';
import type { StatusFacts } from '../../../../../src-main/health/status/status-of.ts';
import { defaultSettings } from '../../../../../src-main/provisioning/terminal-settings.ts';
import { sampleStatus } from '../../../../builders/status-facts.ts';

const facts: MetricsFacts = {
  isUp: true,
  nightHours: '22:00-06:00',
  storeFreeBytes: 12_000_000_000,
  printer: 'none',
  troubles: {},
};

/** Every line of the figures by its name and labels. */
async function figures(change: Partial<StatusFacts> = {}, more: Partial<MetricsFacts> = {}) {
  const text = await metricsText(sampleStatus(change), { ...facts, ...more });
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]),
  );
}

const seconds = (...date: [number, number, number, number, number?, number?]) =>
  String(new Date(...date).getTime() / 1_000);

describe('The figures of a terminal', () => {
  test('tell of a healthy one that all is well', async () => {
    const found = await figures();
    expect(found.get('openfloor_up')).toBe('1');
    expect(found.get('openfloor_visitor_page_alive')).toBe('1');
    expect(found.get('openfloor_eye_state{state="attract"}')).toBe('1');
    expect(found.get('openfloor_eye_state{state="visit"}')).toBe('0');
    expect(found.get('openfloor_edition_seq')).toBe('7');
    expect(found.get('openfloor_heartbeat_timestamp_seconds')).toBe(seconds(2026, 0, 7, 12));
    expect(found.get('openfloor_visits_ended_total')).toBe('2');
    expect(found.get('openfloor_store_free_bytes')).toBe('12000000000');
    expect(found.get('openfloor_memory_bytes')).toBe('600000000');
    expect(
      found.get(
        'openfloor_info{terminal="brussels-ground-1",zone="employment",version="0.1.0",electron="33.3.0",channel="stable"}',
      ),
    ).toBe('1');
  });

  test('change with everything that can go wrong', async () => {
    const found = await figures(
      {
        look: { kind: 'preparing', seq: null, isAlive: false, lastPaintedAt: null },
        settingsProblems: ['one', 'two'],
        bad: [
          { seq: 9, reason: 'x' },
          { seq: 8, reason: 'x' },
        ],
        sync: { kind: 'refused', code: 'expired', sentence: 'x', since: 0 },
        visits: { ended: 2, lastWipedAt: null, outlived: 1 },
        pages: { crashed: 3, frozen: 2, problems: { 'script-error': 5 } },
        isInMaintenance: true,
      },
      { isUp: false, troubles: { 'seat-crashed': 3 } },
    );
    for (const [name, value] of [
      ['openfloor_up', '0'],
      ['openfloor_visitor_page_alive', '0'],
      ['openfloor_visitor_page_last_painted_timestamp_seconds', '0'],
      ['openfloor_eye_state{state="maintenance"}', '1'],
      ['openfloor_maintenance', '1'],
      ['openfloor_edition_seq', '0'],
      ['openfloor_bad_edition_seq', '9'],
      ['openfloor_sync_state{state="refused"}', '1'],
      ['openfloor_sync_state{state="up-to-date"}', '0'],
      ['openfloor_last_contact_timestamp_seconds', '0'],
      ['openfloor_visit_processes_outlived_total', '1'],
      ['openfloor_pages_crashed_total', '3'],
      ['openfloor_pages_frozen_total', '2'],
      ['openfloor_page_problems_total{code="script-error"}', '5'],
      ['openfloor_page_problems_total{code="screen-failed"}', '0'],
      ['openfloor_log_troubles_total{code="seat-crashed"}', '3'],
      ['openfloor_settings_problems', '2'],
    ])
      expect([name, found.get(name ?? '')]).toEqual([name, value]);
  });

  test('say when the night is, also by day, so that a terminal that is off then is no alarm', async () => {
    const byDay = await figures();
    expect(byDay.get('openfloor_night')).toBe('0');
    expect(byDay.get('openfloor_night_start_timestamp_seconds')).toBe(seconds(2026, 0, 7, 22));
    expect(byDay.get('openfloor_night_end_timestamp_seconds')).toBe(seconds(2026, 0, 8, 6));
    const atNight = await figures({ now: new Date(2026, 0, 8, 3) });
    expect(atNight.get('openfloor_night')).toBe('1');
    expect(atNight.get('openfloor_night_start_timestamp_seconds')).toBe(seconds(2026, 0, 7, 22));
    const none = await figures({}, { nightHours: null });
    expect(none.has('openfloor_night_start_timestamp_seconds')).toBe(false);
  });

  test('speak of a printer only where there is one', async () => {
    expect([...(await figures()).keys()].some((name) => name.includes('printer'))).toBe(false);
    const settings = { ...defaultSettings, printer: { name: 'receipt', layout: 'a4' } } as const;
    const found = await figures({ settings }, { printer: 'out-of-paper' });
    expect(found.get('openfloor_printer_state{state="out-of-paper"}')).toBe('1');
    expect(found.get('openfloor_printer_state{state="ready"}')).toBe('0');
  });

  test('leave out what is not known, instead of calling it nothing', async () => {
    expect((await figures({}, { storeFreeBytes: null })).has('openfloor_store_free_bytes')).toBe(false);
  });
});
