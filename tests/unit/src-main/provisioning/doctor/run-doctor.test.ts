import { describe, expect, test } from 'vitest';
import { doctorReport } from '../../../../../src-main/contract/doctor-report.ts';
import { bad, type Check, doubt, good } from '../../../../../src-main/provisioning/doctor/check.ts';
import { CHECKS } from '../../../../../src-main/provisioning/doctor/checks.ts';
import { runDoctor, worstOf } from '../../../../../src-main/provisioning/doctor/run-doctor.ts';
import { reportInWords } from '../../../../../src-main/provisioning/doctor/words.ts';
import { patient } from '../../../../builders/doctor-patient.ts';
import { handClock } from '../../../../fakes/hand-clock.ts';

const check = (look: Check['look'], number = 1): Check => ({
  number,
  id: `check-${number}`,
  title: `Check ${number}`,
  well: 'Visitors are served.',
  look,
});

describe('The doctor', () => {
  test('says of each check what was found, what it means and what to do, the worst first', async () => {
    const look = async () => [
      good('A is there.'),
      doubt('B is old.', 'Slow.', 'Renew B.'),
      bad('C is gone.', 'Nothing works.', 'Buy C.'),
    ];
    const { findings } = await runDoctor(patient(), { checks: [check(look)] });
    expect(findings).toEqual([
      {
        number: 1,
        id: 'check-1',
        title: 'Check 1',
        verdict: 'fail',
        found: 'C is gone. B is old. A is there.',
        means: 'Nothing works. Slow.',
        todo: 'Buy C. Renew B.',
      },
    ]);
  });

  test('has nothing to do where all is well', async () => {
    const { findings } = await runDoctor(patient(), { checks: [check(async () => [good('A is there.')])] });
    expect(findings[0]).toMatchObject({ verdict: 'pass', means: 'Visitors are served.', todo: null });
  });

  test('goes on when a check breaks, and says that this part is unknown', async () => {
    const broken = check(async () => {
      throw new Error('no such thing\nat somewhere');
    });
    const thrown = check(() => {
      throw new TypeError('a mistake');
    }, 2);
    const { findings } = await runDoctor(patient(), {
      checks: [broken, thrown, check(async () => [good('Fine.')], 3)],
    });
    expect(findings.map(({ verdict }) => verdict)).toEqual(['warn', 'warn', 'pass']);
    expect(findings[0]?.found).toBe('This check could not be carried out: no such thing.');
    expect(findings[1]?.found).toContain('a mistake');
  });

  test('waits for no check that hangs, and ends what it began', async () => {
    const clock = handClock();
    let ended = false;
    const hanging = check(
      (_patient, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            ended = true;
          });
        }),
    );
    const running = runDoctor(patient(), { checks: [hanging], withinMs: 5_000, clock });
    clock.pass(5_000);
    const { findings } = await running;
    expect(findings[0]).toMatchObject({ verdict: 'warn' });
    expect(findings[0]?.found).toContain('within 5 seconds');
    expect(ended).toBe(true);
  });

  test('keeps within what a report may hold, whatever a machine says', async () => {
    const look = async () => [bad('é\u0007 \n'.repeat(5_000), 'm'.repeat(5_000), 't'.repeat(5_000))];
    const report = await runDoctor(patient(), { checks: [check(look)] });
    expect(doctorReport.safeParse(report).error).toBeUndefined();
    expect(report.findings[0]?.found).not.toMatch(/\p{Cc}/u);
  });

  test('makes a report of its written form on a bare machine, in the order of the numbers', async () => {
    const report = await runDoctor(patient());
    expect(doctorReport.safeParse(report).error).toBeUndefined();
    const numbers = report.findings.map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(report.findings.filter(({ found }) => found.includes('could not be carried out'))).toEqual([]);
  });

  test('never gives two checks one number or one name', () => {
    expect(new Set(CHECKS.map(({ number }) => number)).size).toBe(CHECKS.length);
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  });

  test('counts nothing as well', () => {
    expect(worstOf([])).toBe('pass');
    expect(worstOf(['pass', 'fail', 'warn'])).toBe('fail');
  });
});

describe('The report in words', () => {
  test('shows what needs somebody in capitals, with what to do, and the sum at the end', async () => {
    const report = await runDoctor(
      patient({ settings: 'terminal: { id: hall-2, place: Left of the desk }' }),
      {
        checks: [
          check(async () => [good('Fine.')]),
          check(async () => [bad('C is gone.', 'Nothing works.', 'Buy C.')], 12),
        ],
      },
    );
    expect(reportInWords(report)).toBe(
      [
        'Terminal hall-2 (Left of the desk), Openfloor 0.1.0, 2026-12-01T09:00:00.000Z',
        '',
        ' 1  pass  Check 1',
        '          Fine.',
        '12  FAIL  Check 12',
        '          C is gone.',
        '          It means: Nothing works.',
        '          To do: Buy C.',
        '',
        '1 pass, 0 warn, 1 fail.',
        '',
      ].join('\n'),
    );
  });
});
