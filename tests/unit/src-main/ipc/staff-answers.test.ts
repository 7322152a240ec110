import { describe, expect, test } from 'vitest';
import { doctorReport } from '../../../../src-main/contract/doctor-report.ts';
import { MAX_RECEIPT_PATHS, MAX_STAFF_LINES, staffCalls } from '../../../../src-main/contract/staff.ts';
import { type StaffAnswerParts, staffAnswers } from '../../../../src-main/ipc/staff-answers.ts';
import type { LogLine } from '../../../../src-main/platform/log.ts';
import { STAFF_VISIT } from '../../../../src-main/staff/limits.ts';
import { syncNewsOf } from '../../../../src-main/staff/sync-news.ts';
import type { Receipt } from '../../../../src-main/sync/receipt.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const receipt: Receipt = {
  source: '/media/stick',
  channel: 'stable',
  label: 'Winter',
  from: 4,
  to: 5,
  isNothingNew: false,
  documents: {
    added: Array.from({ length: 100 }, (_, at) => `documents/a/${at}.fr.json`),
    changed: [],
    removed: [],
  },
  publishedAt: '2026-11-27T10:00:00Z',
  signedBy: [
    { keyId: '0123456789abcdef0123', name: null },
    { keyId: 'f', name: 'Editors' },
  ],
};

function answers(changed: Partial<StaffAnswerParts> = {}) {
  const log = recordedLog();
  const happened: unknown[] = [];
  const nobody = () => {
    throw new Error('not asked');
  };
  const services = staffAnswers({
    room: {
      open: nobody,
      door: () => ({ pixelsPerMm: 4, hasPin: true, opened: 1 }),
      enterPin: async () => 'no',
      leave: (reason) => void happened.push(['leave', reason]),
      pageId: () => 1,
      isInside: () => true,
      heard: () => {},
    },
    about: {
      terminal: { id: 'hall', place: null, zone: null },
      version: '0.1.0',
      mayExit: false,
    },
    status: nobody,
    runDoctor: async () =>
      doctorReport.parse({
        schema: 1,
        at: '2026-11-27T10:00:00.000Z',
        terminal: { id: 'hall', place: null },
        version: '0.1.0',
        findings: [],
      }),
    lines: () => [],
    maintenance: { isOn: () => true, since: () => null, set: async () => ({ isKept: true }) },
    sync: {
      state: () => ({ kind: 'off' }),
      syncNow: async () => ({ kind: 'up-to-date', seq: 4, since: 0 }),
      syncFrom: async (directory) => {
        happened.push(['read', directory]);
        return { kind: 'receipt', receipt };
      },
    },
    findSticks: async () => ['/media/stick'],
    editions: { shown: () => 5, previous: async () => 4, goBack: async () => false },
    channels: { get: nobody, set: nobody },
    loudness: { get: nobody, set: nobody },
    printing: {
      printer: async () => 'none',
      print: async (visit) => {
        happened.push(['print', visit]);
        return { kind: 'accepted' };
      },
    },
    end: (how) => void happened.push(['end', how]),
    log,
    ...changed,
  });
  return { services, happened, log };
}

describe('A stick', () => {
  test('that is plugged in is read, and its receipt counts everything and names the first of it', async () => {
    const { services } = answers();
    const answer = await services.importStick({ stick: '/media/stick' });
    expect(staffCalls.importStick.output.parse(answer)).toMatchObject({
      kind: 'receipt',
      receipt: { added: { count: 100 }, signedBy: ['0123456789ab', 'Editors'] },
    });
    expect(answer.kind === 'receipt' && answer.receipt.added.first.length).toBe(MAX_RECEIPT_PATHS);
  });

  test('that nobody offered is not read, whatever directory the page names', async () => {
    const { services, happened } = answers();
    for (const stick of ['/etc', '/media/stick/..', '/media/other'])
      expect(await services.importStick({ stick })).toEqual({ kind: 'gone' });
    expect(happened).toEqual([]);
  });
});

describe('The end of the application', () => {
  test('for the system below is refused where the settings do not allow it, and logged where they do', async () => {
    const refused = answers();
    expect(await refused.services.exitToSystem(undefined)).toBe('no');
    expect(refused.happened).toEqual([]);
    const about = {
      terminal: { id: 'hall', place: null, zone: null },
      version: '',
      mayExit: true,
    };
    const allowed = answers({ about });
    expect(await allowed.services.exitToSystem(undefined)).toBe('leaving');
    expect(allowed.happened).toEqual([['end', 'exit']]);
    expect(allowed.log.lines).toMatchObject([{ code: 'staff-did', facts: { what: 'exit' } }]);
  });

  test('to be started again is always possible', async () => {
    const { services, happened } = answers();
    await services.restart(undefined);
    expect(happened).toEqual([['end', 'restart']]);
  });
});

describe('The staff page is told', () => {
  test('the last lines of the log, the newest first, and no more of them than it shows', async () => {
    const lines = Array.from(
      { length: MAX_STAFF_LINES + 5 },
      (_, at): LogLine => ({
        at: '2026-11-27T10:00:00.000Z',
        level: 'note',
        code: 'swap',
        sentence: `${at} ${'x'.repeat(700)}`,
        facts: { secret: 'not shown' },
      }),
    );
    const told = await answers({ lines: () => lines }).services.getLines(undefined);
    expect(staffCalls.getLines.output.parse(told)).toHaveLength(MAX_STAFF_LINES);
    expect(told[0]?.sentence.startsWith(`${MAX_STAFF_LINES + 4} `)).toBe(true);
    expect(JSON.stringify(told)).not.toContain('not shown');
  });

  test('how far a download is, and why there is none', () => {
    const at = { files: 1, bytes: 25, of: { files: 4, bytes: 100 } };
    expect(syncNewsOf({ kind: 'downloading', seq: 7, ...at })).toMatchObject({ seq: 7, progress: 0.25 });
    expect(syncNewsOf({ kind: 'offline', reason: 'proxy', sentence: 'No.', since: 0 })).toMatchObject({
      state: 'offline',
      code: 'proxy',
      sentence: 'No.',
      progress: null,
    });
    const nothingMissing = { files: 0, bytes: 0, of: { files: 0, bytes: 0 } };
    expect(syncNewsOf({ kind: 'downloading', seq: 7, ...nothingMissing }).progress).toBe(1);
  });

  test('of its own print under a number that is no visit’s', async () => {
    const { services, happened } = answers();
    await services.printTest({ ticket: { language: 'fr', title: 'x', sections: [] } });
    expect(happened).toEqual([['print', STAFF_VISIT]]);
  });
});
