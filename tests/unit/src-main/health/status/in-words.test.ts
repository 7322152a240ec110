import { describe, expect, test } from 'vitest';
import { duration, statusInWords } from '../../../../../src-main/health/status/in-words.ts';
import { defaultSettings } from '../../../../../src-main/provisioning/terminal-settings.ts';
import { sampleStatus } from '../../../../builders/status-facts.ts';

const now = new Date(2026, 0, 7, 12, 0, 5);

describe('The status on one screen', () => {
  test('tells of a healthy terminal all that a technician asks for', () => {
    expect(statusInWords(sampleStatus(), now)).toBe(`brussels-ground-1 (Left of the desk, zone employment)
  Runs          for 1 h: Openfloor 0.1.0, Electron 33.3.0, process 4242, 600 MB
  Visitors see  the first screen; the page is alive, it painted 7 s ago
  Edition       7, the one inside the application
  Server        none is set: the terminal shows what it has, and takes sticks
  Visits        2 ended since the start; the last one was wiped 30 min ago
  Pages         0 crashed, 0 froze
  Settings      /etc/openfloor/openfloor.yaml; all of it is used
  Screen        1080 × 1920 pixels at scale 1, with touch
  Printer       none

Nothing since the start that somebody should look at.
`);
  });

  test('makes what is wrong stand out', () => {
    const text = statusInWords(
      sampleStatus({
        settings: {
          ...defaultSettings,
          server: { ...defaultSettings.server, url: 'https://guide.example.org/openfloor/' },
          printer: { name: 'receipt', layout: 'receipt-80mm' },
        },
        settingsFiles: [],
        settingsProblems: ['one', 'two'],
        look: { kind: 'preparing', seq: null, isAlive: false, lastPaintedAt: null },
        bad: [{ seq: 8, reason: 'A page with it crashed.' }],
        sync: { kind: 'refused', code: 'expired', sentence: 'It has run out.', since: 0 },
        visits: { ended: 9, lastWipedAt: null, outlived: 1 },
        pages: { crashed: 3, frozen: 1, problems: { 'script-error': 4 } },
        display: { widthPx: 1920, heightPx: 1080, scaleFactor: 2, touch: false },
        troubles: [
          {
            at: new Date(2026, 0, 7, 9, 8, 7).toISOString(),
            level: 'trouble',
            code: 'seat-crashed',
            sentence: 'A page was given up: its process died.',
            facts: {},
          },
        ],
      }),
      now,
    );
    for (const expected of [
      'NO PAGE IS ALIVE',
      'Edition       NONE that can be shown',
      'https://guide.example.org/openfloor/, channel stable: refused (expired); no contact since the start\n                It has run out.\n',
      '9 ended since the start; 1 process OUTLIVED a visit and had to be killed',
      '3 crashed, 1 froze; reported: 4 × script-error',
      'no file; 2 things are NOT USED ("openfloor config" says why)',
      'NO TOUCH is reported',
      'Printer       receipt',
      '  8: A page with it crashed.',
      '2026-01-07 09:08:07  seat-crashed  A page was given up: its process died.',
    ])
      expect(text).toContain(expected);
  });

  test('says how far a download is, and how long ago the server answered', () => {
    const text = statusInWords(
      sampleStatus({
        settings: {
          ...defaultSettings,
          server: { ...defaultSettings.server, url: 'https://guide.example.org/openfloor/' },
        },
        sync: { kind: 'downloading', seq: 9, files: 1, bytes: 50, of: { files: 2, bytes: 100 } },
        contact: { lastAt: now.getTime() - 61_000, channel: null },
      }),
      now,
    );
    expect(text).toContain('channel stable: downloading, 50 %; last contact 1 min ago');
  });

  test('names a channel that staff have chosen, and the one of the settings', () => {
    const settings = {
      ...defaultSettings,
      server: { ...defaultSettings.server, url: 'https://guide.example.org/' },
    };
    const text = statusInWords(
      sampleStatus({ settings, channel: 'canary', channelInSettings: 'stable', sync: { kind: 'idle' } }),
      now,
    );
    expect(text).toContain('channel canary (chosen by staff; the settings say stable)');
  });

  test('fits a terminal of eighty lines, whatever has happened', () => {
    const trouble = {
      at: now.toISOString(),
      level: 'trouble',
      code: 'unexpected',
      sentence: 'x',
      facts: {},
    } as const;
    const text = statusInWords(
      sampleStatus({
        bad: Array.from({ length: 50 }, (_, at) => ({ seq: at + 1, reason: 'x' })),
        troubles: Array.from({ length: 50 }, () => trouble),
      }),
      now,
    );
    expect(text.split('\n').length).toBeLessThan(60);
  });
});

test.each([
  [0, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3_599_000, '59 min'],
  [3_600_000, '1 h'],
  [3_660_000, '1 h 1 min'],
  [86_400_000, '1 day'],
  [2 * 86_400_000 + 3 * 3_600_000 + 59_000, '2 days 3 h'],
  [-5_000, '0 s'],
])('%d ms are %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});
