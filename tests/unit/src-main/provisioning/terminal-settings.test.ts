import { describe, expect, test } from 'vitest';
import { settingsOf, terminalSettings } from '../../../../src-main/provisioning/terminal-settings.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const DEFAULTS = {
  id: 'terminal',
  pixelsPerMm: 4,
  idle: { warnAfterMs: 90_000, warningMs: 30_000 },
};

describe('A terminal', () => {
  test('works without any settings', () => {
    const log = recordedLog();
    expect(settingsOf({ pixelsPerMm: '' }, log)).toEqual(DEFAULTS);
    expect(log.lines).toEqual([]);
  });

  test('can be told how large a millimetre is on its screen', () => {
    expect(settingsOf({ pixelsPerMm: '3.78' }, recordedLog())).toEqual({ ...DEFAULTS, pixelsPerMm: 3.78 });
  });

  test.each(['four', '0', '-4', '41', 'Infinity', 'NaN', ' ', '4,2'])(
    'goes on with its default, and says so, when that is %j',
    (pixelsPerMm) => {
      const log = recordedLog();
      expect(settingsOf({ pixelsPerMm }, log)).toEqual(DEFAULTS);
      expect(log.lines).toMatchObject([{ level: 'trouble', code: 'setting-refused' }]);
    },
  );

  test('never warns for less than 20 seconds', () => {
    expect(terminalSettings.safeParse({ idle: { warningMs: 19_999 } }).success).toBe(false);
    expect(terminalSettings.parse({ idle: { warningMs: 20_000 } }).idle).toEqual({
      warnAfterMs: 90_000,
      warningMs: 20_000,
    });
  });
});
