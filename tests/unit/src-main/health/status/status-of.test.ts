import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../../../content/model/channel.ts';
import { MOST_REASONS, terminalStatus } from '../../../../../src-main/contract/terminal-status.ts';
import type { LogLine } from '../../../../../src-main/platform/log.ts';
import { defaultSettings } from '../../../../../src-main/provisioning/terminal-settings.ts';
import { sampleStatus } from '../../../../builders/status-facts.ts';

const channel: Channel = {
  schema: 1,
  seq: 7,
  manifest: { sha256: 'a'.repeat(64), length: 10 },
  label: 'Spring',
  publishedAt: '2026-01-01T00:00:00Z',
};

describe('The status of a terminal', () => {
  test('has the form that everybody reads, also when everything is as long as it can be', () => {
    const long = 'x'.repeat(2_000);
    const trouble: LogLine = {
      at: '2026-01-07T10:00:00.000Z',
      level: 'trouble',
      code: 'unexpected',
      sentence: long,
      facts: {},
    };
    const status = sampleStatus({
      settingsFiles: [long],
      settingsProblems: Array.from({ length: 80 }, () => long),
      bad: Array.from({ length: 50 }, (_, at) => ({ seq: at + 1, reason: long })),
      sync: { kind: 'refused', code: 'signature-wrong', sentence: long, since: 0 },
      troubles: Array.from({ length: 50 }, () => trouble),
    });
    expect(terminalStatus.parse(JSON.parse(JSON.stringify(status)))).toEqual(status);
    expect(status.bad.map(({ seq }) => seq)).toEqual(
      Array.from({ length: MOST_REASONS }, (_, at) => 31 + at),
    );
    expect(status.reasons[0]?.sentence.endsWith('…')).toBe(true);
  });

  test('names the edition only as the channel does that carries this very edition', () => {
    const labelOf = (seq: number) =>
      sampleStatus({ contact: { lastAt: 0, channel: { ...channel, seq } }, isFactory: () => false }).edition;
    expect(labelOf(7)).toEqual({ seq: 7, label: 'Spring', factory: false });
    expect(labelOf(8)).toEqual({ seq: 7, label: null, factory: false });
    const look = { kind: 'preparing', seq: null, isAlive: false, lastPaintedAt: null } as const;
    expect(sampleStatus({ look }).edition).toBeNull();
  });

  test('says why the server is not reached or not believed', () => {
    const offline = sampleStatus({
      sync: { kind: 'offline', reason: 'certificate', sentence: 'The certificate.', since: 0 },
    });
    expect(offline.server).toMatchObject({
      state: 'offline',
      code: 'certificate',
      sentence: 'The certificate.',
    });
    expect(sampleStatus().server).toMatchObject({ state: 'off', code: null, sentence: null, progress: null });
  });

  test('says how much of a download has arrived, in whole hundredths', () => {
    const progress = (bytes: number, of: number) =>
      sampleStatus({ sync: { kind: 'downloading', seq: 8, files: 0, bytes, of: { files: 3, bytes: of } } })
        .server.progress;
    expect([progress(0, 300), progress(100, 300), progress(300, 300), progress(0, 0)]).toEqual([
      0, 0.33, 1, 1,
    ]);
  });

  test('says what visitors see', () => {
    const seen = (kind: 'empty' | 'preparing' | 'loading' | 'attract' | 'in-use', isInMaintenance = false) =>
      sampleStatus({ look: { kind, seq: 7, isAlive: true, lastPaintedAt: null }, isInMaintenance }).eye.state;
    expect([seen('empty'), seen('loading'), seen('preparing'), seen('attract'), seen('in-use')]).toEqual([
      'preparing',
      'preparing',
      'preparing',
      'attract',
      'visit',
    ]);
    expect(seen('attract', true)).toBe('maintenance');
  });

  test('tells the newest reason first', () => {
    const trouble = (sentence: string): LogLine => ({
      at: '2026-01-07T10:00:00.000Z',
      level: 'trouble',
      code: 'seat-crashed',
      sentence,
      facts: { visit: 3 },
    });
    expect(sampleStatus({ troubles: [trouble('old'), trouble('new')] }).reasons).toEqual([
      { at: '2026-01-07T10:00:00.000Z', code: 'seat-crashed', sentence: 'new' },
      { at: '2026-01-07T10:00:00.000Z', code: 'seat-crashed', sentence: 'old' },
    ]);
  });

  test('says when it is night', () => {
    const settings = { ...defaultSettings, night: { dim: false, hours: '20:00-07:00' } };
    const nightAt = (hour: number) => sampleStatus({ settings, now: new Date(2026, 0, 7, hour) }).night;
    expect([nightAt(12), nightAt(23), nightAt(6), nightAt(7)]).toEqual([false, true, true, false]);
  });
});
