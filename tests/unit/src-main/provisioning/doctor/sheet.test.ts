import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runOpenfloor } from '../../../../../src-main/provisioning/commands/run-openfloor.ts';
import { CHECKS } from '../../../../../src-main/provisioning/doctor/checks.ts';
import { runDoctor } from '../../../../../src-main/provisioning/doctor/run-doctor.ts';
import { sheetOf } from '../../../../../src-main/provisioning/doctor/sheet/sheet.ts';
import { patient } from '../../../../builders/doctor-patient.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();
const settings = 'terminal: { id: hall-2, place: "Left of the desk" }';

async function sheet() {
  const report = await runDoctor(patient({ settings }));
  return { report, html: sheetOf(report, 'Europe/Brussels') };
}

describe('The sheet to sign', () => {
  test('says which terminal, where and when, on the clock of the machine', async () => {
    const { html } = await sheet();
    expect(html).toContain('<dd>hall-2</dd>');
    expect(html).toContain('<dd>Left of the desk</dd>');
    expect(html).toContain('<dd>2026-12-01 10:00 (Europe/Brussels)</dd>');
    expect(html).toContain('<dd>Openfloor 0.1.0</dd>');
  });

  test('has every finding with what to do, each with a box to tick', async () => {
    const { html, report } = await sheet();
    const text = unescaped(html);
    for (const { title, found, todo } of report.findings) {
      expect(text).toContain(title);
      expect(text).toContain(found);
      if (todo !== null) expect(text).toContain(todo);
    }
    expect(html.match(/<li class="(?:pass|warn|fail)">\n<b/g)).toHaveLength(CHECKS.length);
    expect(html.match(/class="box"/g)).toHaveLength(
      report.findings.filter(({ todo }) => todo !== null).length,
    );
  });

  test('counts each verdict, and tells it by sign and word, not by colour alone', async () => {
    const { html, report } = await sheet();
    for (const [verdict, sign, words] of [
      ['pass', '✓', ['En ordre', 'In orde']],
      ['warn', '!', ['À vérifier', 'Te bekijken']],
      ['fail', '×', ['À réparer', 'Te herstellen']],
    ] as const) {
      const count = report.findings.filter((each) => each.verdict === verdict).length;
      expect(html).toContain(
        `<li class="${verdict}"><b class="sign" aria-hidden="true">${sign}</b><strong>${count}</strong>`,
      );
      for (const word of words) expect(html).toContain(`>${word}<`);
    }
  });

  test('has places for two people to sign, in French and in Dutch', async () => {
    const { html } = await sheet();
    expect(
      html.match(/<span lang="fr">Signature<\/span> · <span lang="nl">Handtekening<\/span>/g),
    ).toHaveLength(2);
    // A page with nothing but signatures says itself what was signed.
    expect(html).toContain(
      '<p class="of">hall-2 · Left of the desk · 2026-12-01 10:00 (Europe/Brussels) · ✓ ',
    );
    expect(html.match(/lang="fr"/g)?.length).toBe(html.match(/lang="nl"/g)?.length);
  });

  test('shows what a machine says as words, never as a part of the page', async () => {
    const { report } = await sheet();
    const evil = `<script>alert("1")</script> & <img src=x onerror='a'>`;
    const html = sheetOf(
      {
        ...report,
        terminal: { id: 'x', place: evil },
        version: evil,
        findings: [
          { number: 1, id: 'x', verdict: 'fail', title: evil, found: evil, means: evil, todo: evil },
        ],
      },
      'UTC',
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(unescaped(html).split(evil)).toHaveLength(8);
  });

  test('needs nothing from anywhere', async () => {
    const { html } = await sheet();
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object)|@import|url\(/i);
    expect(html).toContain("default-src 'none'");
  });
});

describe('A technician who asks for the sheet', () => {
  async function doctor(...args: readonly string[]) {
    const io = { out: '', err: '' };
    const code = await runOpenfloor(['doctor', ...args], {
      out: (text) => {
        io.out += text;
      },
      err: (text) => {
        io.err += text;
      },
      environment: {},
    });
    return { code, ...io };
  }

  test('finds it where it was asked for, beside the report for programs', async () => {
    const directory = await directoryOf();
    const file = join(directory, 'sheet.html');
    const config = join(directory, 'openfloor.yaml');
    await writeFile(config, settings);
    const { out, err } = await doctor('--json', '--config', config, '--data', directory, '--sheet', file);
    const report = JSON.parse(out);
    expect(err).toContain(file);
    const html = await readFile(file, 'utf8');
    expect(html).toContain('<title>Openfloor · hall-2 · ');
    expect(report.findings.map(({ number }: { number: number }) => number)).toEqual(
      CHECKS.map(({ number }) => number).sort((one, other) => one - other),
    );
  });

  test('is told when it cannot be written', async () => {
    const directory = await directoryOf();
    const { code, err } = await doctor(
      '--json',
      '--data',
      directory,
      '--sheet',
      join(directory, 'no', 'sheet.html'),
    );
    expect(code).toBe(1);
    expect(err).toContain('(ENOENT)');
  });
});

const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
