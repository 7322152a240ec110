import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { PrintLayout } from '../../src-main/contract/printing.ts';
import type { Ticket } from '../../src-main/contract/ticket.ts';
import {
  beginVisit,
  endVisit,
  openDocument,
  openTheme,
  switchLanguage,
  tap,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import french from '../../src-renderer/language/words/fr.json' with { type: 'json' };
import dutch from '../../src-renderer/language/words/nl.json' with { type: 'json' };
import { type Cups, startCups, whyNoCups } from './cups.ts';
import { test as base, expect } from './kiosk-test.ts';

const run = promisify(execFile);

/** Millimetres in a point of a PDF. */
const MM_IN_A_POINT = 25.4 / 72;

const test = base.extend<object, { readonly cups: Cups }>({
  cups: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const directory = await mkdtemp(path.join(os.tmpdir(), 'openfloor-cups-'));
      // The print system's filters run as a user of their own.
      await chmod(directory, 0o755);
      const cups = await startCups(directory);
      await use(cups);
      await cups.stop();
      await rm(directory, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const tickets: readonly Ticket[] = [
  {
    language: 'fr',
    title: 'Mon parcours',
    lead: 'Ce que vous avez choisi aujourd’hui, dans l’ordre.',
    sections: [
      {
        title: 'Maintenant',
        lines: [
          {
            text: 'Préparer un premier entretien',
            note: 'Environ 6 minutes de lecture. L’équipe peut vous imprimer la page.',
            mark: 'station',
          },
          {
            text: 'Atelier CV, mardi 1 décembre, 14:00 – 16:00',
            note: 'Salle 2, sans inscription.',
            mark: 'station',
          },
        ],
      },
      {
        title: 'Cette semaine',
        lines: [
          { text: 'Rassembler mes diplômes et mes attestations', mark: 'box' },
          {
            text: 'Faire relire mon CV',
            note: 'Quelqu’un qui vous connaît voit ce que vous oubliez.',
            mark: 'box',
          },
          { text: 'Écrit <b>tel quel</b> & rien d’autre : œuvre, ça, où, île.', mark: 'none' },
        ],
      },
    ],
    footer: 'Cité des métiers, Bruxelles. Personne n’a demandé votre nom.',
  },
  {
    language: 'nl',
    title: 'Mijn traject',
    lead: 'Wat je vandaag hebt gekozen, op volgorde.',
    sections: [
      { lines: [{ text: 'Meteen te doen', mark: 'none' }] },
      {
        title: 'Arbeidsongeschiktheidsverzekering en de eerste veertien dagen',
        lines: [
          { text: 'Vraag een ziektebriefje', note: 'Eén dag is genoeg.', mark: 'box' },
          { text: 'Bel de personeelsdienst van je werkgever', mark: 'box' },
          { text: 'Gratis gesprek met een consulent', note: 'Dinsdag om 9.30 uur.', mark: 'station' },
        ],
      },
    ],
  },
];

/** Two sheets of A4. */
const longTicket: Ticket = {
  language: 'fr',
  title: 'Ma liste',
  sections: [
    {
      title: 'Tout',
      lines: Array.from({ length: 30 }, (_, number) => ({
        text: `Point ${number + 1}`,
        mark: 'box' as const,
      })),
    },
  ],
};

/** Every word of a ticket, in its order. */
function wordsOf({ title, lead, sections, footer }: Ticket): string {
  const lines = sections.flatMap((section) => [
    section.title ?? '',
    ...section.lines.flatMap(({ text, note }) => [text, note ?? '']),
  ]);
  return plain([title, lead ?? '', ...lines, footer ?? ''].join(' '));
}

/** Words apart from where lines break, with or without a hyphen. */
function plain(text: string): string {
  return text.replaceAll(/[\u00ad\u2010-]\s*\n/g, '').replaceAll(/\s+/g, '');
}

/** What the page says of its printer, and what it hears while a ticket is printed. */
async function print(page: Page, ticket: Ticket): Promise<unknown> {
  return page.evaluate(async (given) => {
    const { kioskBridge } = window as unknown as {
      kioskBridge: { calls: { printTicket: (input: unknown) => Promise<{ value?: unknown }> } };
    };
    return (await kioskBridge.calls.printTicket({ ticket: given })).value;
  }, ticket);
}

async function printerOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { kioskBridge } = window as unknown as {
      kioskBridge: { calls: { getPrinter: () => Promise<{ value?: unknown }> } };
    };
    return (await kioskBridge.calls.getPrinter()).value;
  });
}

/** Begins to write down how printing goes on; answers what was heard so far. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const { kioskBridge } = window as unknown as {
      kioskBridge: { on: { printProgressed: (told: (news: { progress: string }) => void) => void } };
    };
    const heard: string[] = [];
    Object.assign(window, { heard });
    kioskBridge.on.printProgressed(({ progress }) => heard.push(progress));
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

async function pagesAndSize(pdf: string) {
  const { stdout } = await run('pdfinfo', [pdf]);
  const [, pages] = /^Pages:\s+(\d+)/m.exec(stdout) ?? [];
  const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(stdout) ?? [];
  return {
    pages: Number(pages),
    width: Math.round(Number(width) * MM_IN_A_POINT),
    height: Math.round(Number(height) * MM_IN_A_POINT),
  };
}

const settingsFor = (name: string, layout: PrintLayout = 'a4') => ({
  OPENFLOOR_SET_PRINTER_NAME: name,
  OPENFLOOR_SET_PRINTER_LAYOUT: layout,
});

// One print system for all of these tests.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const why = await whyNoCups();
  test.skip(why !== null, why ?? '');
});

for (const layout of ['a4', 'receipt-80mm'] as const) {
  test(`a ticket comes out of a real print queue on ${layout}, in both languages, and nothing of it stays behind`, async ({
    startTerminal,
    cups,
  }) => {
    await cups.addPdfPrinter(layout);
    const terminal = await startTerminal({ env: { ...cups.env, ...settingsFor(layout, layout) } });
    const page = await terminal.page();
    await beginVisit(page, 'fr');
    expect(await printerOf(page)).toBe('ready');
    const heard = await listen(page);
    const pictures = path.join(process.cwd(), 'out/test-results/pictures');
    await mkdir(pictures, { recursive: true });
    for (const [number, ticket] of tickets.entries()) {
      const before = (await cups.printed()).length;
      expect(await print(page, ticket)).toEqual({ kind: 'accepted' });
      await expect.poll(heard).toHaveLength(number + 1);
      expect((await heard()).at(-1)).toBe('printed');
      const pdf = (await cups.printed()).at(before);
      if (pdf === undefined) throw new Error('Nothing came out of the printer.');
      const { pages, width, height } = await pagesAndSize(pdf);
      expect([pages, width]).toEqual([1, layout === 'a4' ? 210 : 80]);
      if (layout === 'a4') expect(height).toBe(297);
      await run('pdftoppm', [
        '-r',
        '90',
        '-png',
        '-singlefile',
        pdf,
        path.join(pictures, `print-${layout}-${ticket.language}`),
      ]);
      await expect.poll(cups.spool).toEqual([]);
      expect(await cups.jobs()).toBe('');
    }
  });
}

/** The words of the one document that waits in the spool. */
async function wordsInSpool({ spool, spoolDirectory }: Cups): Promise<string> {
  const [document] = (await spool()).filter((name) => name.startsWith('d'));
  if (document === undefined) throw new Error('Nothing waits in the spool.');
  const { stdout } = await run('pdftotext', ['-raw', path.join(spoolDirectory, document), '-']);
  return plain(stdout);
}

test('what waits at a printer are the words of the ticket, until the visit ends or the terminal dies', async ({
  startTerminal,
  cups,
}) => {
  await cups.addPdfPrinter('held');
  await cups.command('lpadmin', '-p', 'held', '-o', 'job-hold-until-default=indefinite');
  const env = { ...cups.env, ...settingsFor('held') };
  const terminal = await startTerminal({ env });
  for (const ticket of tickets) {
    const page = await terminal.page();
    await beginVisit(page, ticket.language);
    expect(await print(page, ticket)).toEqual({ kind: 'accepted' });
    expect(await print(page, ticket)).toEqual({ kind: 'refused', why: 'one-at-a-time' });
    const [day = '', ...rest] = (await wordsInSpool(cups)).split('2026');
    expect(day.length).toBeGreaterThan(3);
    expect(rest.join('2026')).toBe(wordsOf(ticket));
    await endVisit(page);
    await expect.poll(cups.spool).toEqual([]);
    expect(await cups.jobs()).toBe('');
  }
  const page = await terminal.page();
  await beginVisit(page, 'fr');
  expect(await print(page, longTicket)).toEqual({ kind: 'accepted' });
  expect(await wordsInSpool(cups)).toContain('1/2');
  terminal.app.process().kill('SIGKILL');
  await terminal.app.waitForEvent('close');
  expect(await cups.spool()).not.toEqual([]);
  await startTerminal({ env, profile: terminal.profile });
  await expect.poll(cups.spool).toEqual([]);
  expect(terminal.printed()).not.toContain('parcours');
});

test('a printer without paper, switched off, paused or taken away says so', async ({
  startTerminal,
  cups,
}) => {
  test.setTimeout(120_000);
  const [ticket] = tickets;
  if (ticket === undefined) throw new Error('There is no ticket.');
  await cups.addMoodyPrinter('moody');
  const terminal = await startTerminal({ env: { ...cups.env, ...settingsFor('moody') } });
  const page = await terminal.page();
  await beginVisit(page, 'fr');
  const heard = await listen(page);

  await cups.setMood('media-empty-error');
  expect(await print(page, ticket)).toEqual({ kind: 'accepted' });
  await expect.poll(heard).toContain('out-of-paper');
  expect(await printerOf(page)).toBe('out-of-paper');
  await cups.setMood(null);
  await expect.poll(heard).toContain('printed');

  await cups.setMood('offline-report');
  expect(await print(page, ticket)).toEqual({ kind: 'accepted' });
  await expect.poll(heard).toContain('offline');
  await endVisit(page);
  // The print system may give the device half a minute to let go of the job.
  await expect.poll(cups.spool, { timeout: 60_000 }).toEqual([]);

  const next = await terminal.page();
  await beginVisit(next, 'nl');
  await cups.setMood(null);
  await cups.command('cupsdisable', 'moody');
  await expect.poll(() => printerOf(next)).toBe('failed');
  expect(await print(next, ticket)).toEqual({ kind: 'refused', why: 'failed' });
  await cups.command('cupsenable', 'moody');
  await expect.poll(() => printerOf(next)).toBe('ready');
  await cups.command('lpadmin', '-x', 'moody');
  expect(await printerOf(next)).toBe('failed');
  expect(terminal.log().filter(({ code }) => code === 'printer-trouble').length).toBeGreaterThanOrEqual(3);
});

test('whoever prints by touch reads how it stands, in their language, and what to do instead', async ({
  startTerminal,
  cups,
}) => {
  test.setTimeout(120_000);
  await cups.addMoodyPrinter('touchy');
  const terminal = await startTerminal({ env: { ...cups.env, ...settingsFor('touchy') } });
  const page = await terminal.page();
  const status = page.locator('.print__status');
  const words = { fr: french.print, nl: dutch.print };
  await beginVisit(page, 'fr');
  await openTheme(page, 'employment');
  await openDocument(page, 'employment/first-interview');
  await tap(page, '[data-action="take-home"]');
  await waitForScreen(page, 'takeaway');

  await cups.setMood('media-empty-error');
  await tap(page, '[data-action="print"]');
  await expect(status).toHaveText(words.fr['out-of-paper']);
  await switchLanguage(page, 'nl');
  await expect(status).toHaveText(words.nl['out-of-paper']);
  await page.screenshot({
    path: path.join(import.meta.dirname, '../../out/test-results/pictures/print-out-of-paper-nl.png'),
  });
  // Nothing to touch while it stands still; once there is paper, it goes on by itself and may be printed again.
  await expect(page.locator('[data-action="print"]')).toHaveCount(0);
  await cups.setMood(null);
  await expect(status).toHaveText(words.nl.printed);
  await expect(page.locator('[data-action="print"]')).toHaveText(words.nl.again);

  await cups.setMood('offline-report');
  await tap(page, '[data-action="print"]');
  await expect(status).toHaveText(words.nl.offline);
  await cups.setMood(null);
  await expect(status).toHaveText(words.nl.printed);
  await cups.command('cupsdisable', 'touchy');
  await tap(page, '[data-action="print"]');
  await expect(status).toHaveText(words.nl.failed);
  expect(terminal.printed()).not.toContain('entretien');
});
