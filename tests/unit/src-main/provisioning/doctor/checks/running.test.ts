import { describe, expect, test } from 'vitest';
import { running } from '../../../../../../src-main/provisioning/doctor/checks/running.ts';
import { findingOf, type PatientParts } from '../../../../../builders/doctor-patient.ts';
import { sampleStatus } from '../../../../../builders/status-facts.ts';

const status = sampleStatus();

describe('The check of the running terminal', () => {
  test('passes one whose visitors see a living page', async () => {
    const finding = await findingOf(running, { status });
    expect(finding.verdict).toBe('pass');
    expect(finding.found).toBe(
      'Openfloor 0.1.0 runs; visitors see a living page (attract). Edition 7 is on show, the one from the package.',
    );
  });

  test.each<[string, string, PatientParts['reading'], string]>([
    [
      'fail',
      'stopped',
      { kind: 'stopped', status, ageMs: 90_000 },
      'does not run; it was last seen at 2026-01-07',
    ],
    ['fail', 'hangs', { kind: 'silent', status, ageMs: 90_000 }, 'its process 4242 is there'],
    ['warn', 'never ran', { kind: 'never' }, 'no record of a terminal'],
    [
      'warn',
      'lives on a clock that was set back',
      { kind: 'dated-ahead', status, ageMs: -90_000 },
      'in the future',
    ],
    ['warn', 'may not be asked', { kind: 'unreadable', reason: 'EACCES' }, 'EACCES'],
    ['warn', 'was cut off in its word', { kind: 'torn' }, 'not whole'],
    ['warn', 'is of a later version', { kind: 'later-version', schema: 9 }, 'form 9'],
  ])('gives %s for one that %s', async (verdict, _what, reading, words) => {
    const finding = await findingOf(running, reading === undefined ? {} : { reading });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test.each<[string, string, Partial<typeof status>, string]>([
    ['fail', 'no living page', { eye: { ...status.eye, alive: false } }, 'no page on the screen is alive'],
    ['fail', 'no edition', { edition: null }, 'no edition that can be shown'],
    [
      'fail',
      'a visit that outlived its end',
      { visits: { ...status.visits, outlived: 1 } },
      '1 pages of visits outlived',
    ],
    [
      'warn',
      'an edition that did not work',
      { bad: [{ seq: 8, reason: 'not ready in time' }] },
      'Edition 8 was tried here',
    ],
    ['warn', 'staff at work', { maintenance: true, eye: { ...status.eye, alive: false } }, 'out of service'],
    ['pass', 'pages that were replaced', { pages: { ...status.pages, crashed: 2 } }, '2 pages crashed'],
  ])('gives %s for one with %s', async (verdict, _what, change, words) => {
    const finding = await findingOf(running, { status: { ...status, ...change } });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });
});
