import type { DoctorFinding, DoctorReport, Verdict } from '../../contract/doctor-report.ts';
import { wrapped } from '../wrapped.ts';

const MARK: Readonly<Record<Verdict, string>> = { pass: 'pass', warn: 'WARN', fail: 'FAIL' };

/** The report as a technician reads it in a terminal window. */
export function reportInWords({ terminal, version, at, findings }: DoctorReport): string {
  const where = terminal.place === null ? '' : ` (${terminal.place})`;
  const count = (verdict: Verdict) => findings.filter((each) => each.verdict === verdict).length;
  return [
    `Terminal ${terminal.id}${where}, Openfloor ${version}, ${at}`,
    '',
    ...findings.flatMap(inLines),
    '',
    `${count('pass')} pass, ${count('warn')} warn, ${count('fail')} fail.`,
    '',
  ].join('\n');
}

const INDENT = ' '.repeat(10);

function inLines({ number, title, verdict, found, means, todo }: DoctorFinding): string[] {
  const head = `${String(number).padStart(2)}  ${MARK[verdict]}  ${title}`;
  if (todo === null) return [head, ...wrapped(found, INDENT)];
  return [
    head,
    ...wrapped(found, INDENT),
    ...wrapped(`It means: ${means}`, INDENT),
    ...wrapped(`To do: ${todo}`, INDENT),
  ];
}
