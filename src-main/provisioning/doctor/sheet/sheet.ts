import type { DoctorFinding, DoctorReport, Verdict } from '../../../contract/doctor-report.ts';
import { SHEET_STYLE } from './style.ts';

/** Words of the frame in both languages of the floor; what a check says stays in English, for technicians. */
const WORDS = {
  title: ['Contrôle de la borne', 'Controle van de zuil'],
  terminal: ['Borne', 'Zuil'],
  place: ['Lieu', 'Plaats'],
  date: ['Date', 'Datum'],
  version: ['Version', 'Versie'],
  pass: ['En ordre', 'In orde'],
  warn: ['À vérifier', 'Te bekijken'],
  fail: ['À réparer', 'Te herstellen'],
  done: ['Fait', 'Gedaan'],
  remarks: ['Remarques', 'Opmerkingen'],
  technician: ['Technique', 'Techniek'],
  onSite: ['Responsable sur place', 'Verantwoordelijke ter plaatse'],
  name: ['Nom', 'Naam'],
  signature: ['Signature', 'Handtekening'],
} as const;

const VERDICTS: readonly Verdict[] = ['pass', 'warn', 'fail'];

/** A sign for each verdict: colour alone tells nothing on a grey print. */
const SIGNS: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '×' };

/**
 * The report as a sheet of A4 to print and sign: one HTML file that needs nothing else, every word of the machine escaped. `timeZone` is
 * the zone in which the date is written.
 */
export function sheetOf(report: DoctorReport, timeZone: string): string {
  const { terminal, version, findings } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`Openfloor · ${terminal.id} · ${report.at.slice(0, 10)}`)}</title>
<style>${SHEET_STYLE}</style>
</head>
<body>
<header>
<p class="mark" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></p>
<h1>${inBoth('title', '')}</h1>
<dl class="facts">
${fact('terminal', terminal.id)}${fact('place', terminal.place ?? '')}${fact('date', localTime(report.at, timeZone))}${fact('version', `Openfloor ${version}`)}</dl>
<ul class="sums">
${VERDICTS.map((verdict) => sum(verdict, findings)).join('\n')}
</ul>
</header>
<main>
<ol class="line">
${findings.map(station).join('\n')}
</ol>
</main>
<footer>
<p class="of">${escaped([terminal.id, terminal.place, localTime(report.at, timeZone), sumsInSigns(findings)].filter(Boolean).join(' · '))}</p>
<div class="remarks"><p>${inBoth('remarks')}</p></div>
<div class="signers">
${signer('technician')}
${signer('onSite')}
</div>
</footer>
</body>
</html>
`;
}

function station({ number, title, verdict, found, means, todo }: DoctorFinding): string {
  const toDo =
    todo === null
      ? ''
      : `<p class="means">${escaped(means)}</p>
<p class="todo"><b class="box" aria-hidden="true"></b><span>${escaped(todo)}</span></p>`;
  return `<li class="${verdict}">
<b class="sign" aria-hidden="true">${SIGNS[verdict]}</b>
<div>
<h2><span class="number">${number}</span> ${escaped(title)} <small>${inBoth(verdict)}</small></h2>
<p>${escaped(found)}</p>
${toDo}
</div>
</li>`;
}

function fact(word: keyof typeof WORDS, value: string): string {
  return `<div><dt>${inBoth(word)}</dt><dd>${escaped(value)}</dd></div>
`;
}

function sum(verdict: Verdict, findings: readonly DoctorFinding[]): string {
  const count = findings.filter((each) => each.verdict === verdict).length;
  return `<li class="${verdict}"><b class="sign" aria-hidden="true">${SIGNS[verdict]}</b><strong>${count}</strong><span>${inBoth(verdict)}</span></li>`;
}

/** For the page with the signatures, which may lie apart from the others: `✓ 8  ! 9  × 2`. */
function sumsInSigns(findings: readonly DoctorFinding[]): string {
  return VERDICTS.map(
    (verdict) => `${SIGNS[verdict]} ${findings.filter((each) => each.verdict === verdict).length}`,
  ).join('  ');
}

function signer(who: 'technician' | 'onSite'): string {
  const field = (word: keyof typeof WORDS) => `<p><span>${inBoth(word)}</span></p>`;
  return `<section><h3>${inBoth(who)}</h3>${field('name')}${field('date')}${field('signature')}</section>`;
}

/** French and Dutch beside each other, each marked as what it is; neither is larger. */
function inBoth(word: keyof typeof WORDS, between = ' · '): string {
  const [french, dutch] = WORDS[word];
  return `<span lang="fr">${escaped(french)}</span>${between}<span lang="nl">${escaped(dutch)}</span>`;
}

/** `2026-12-01 10:00 (Europe/Brussels)`. */
function localTime(moment: string, timeZone: string): string {
  const text = new Date(moment).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return `${text} (${timeZone})`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
