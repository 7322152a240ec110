import ICAL from 'ical.js';
import {
  beginVisit,
  goHome,
  openDocument,
  openPlan,
  openTheme,
  switchLanguage,
  tap,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import french from '../../src-renderer/language/words/fr.json' with { type: 'json' };
import dutch from '../../src-renderer/language/words/nl.json' with { type: 'json' };
import { MIN_MODULE_MM } from '../../src-renderer/takeaway/qr-limits.ts';
import { readInBrussels } from '../builders/brussels.ts';
import { expect, LANDSCAPE, PORTRAIT, test } from './kiosk-test.ts';
import { readAllCodes, readCode, type SeenCode } from './read-codes.ts';

const WORDS = { fr: french, nl: dutch } as const;
const SERVICE = 'services/training-choice-help';

/** The text of a code that a phone reads from the screen and through a modest camera, large enough to be aimed at. */
function read(code: SeenCode): string {
  expect(code.onScreen).toBeTruthy();
  expect(code.throughCamera).toBe(code.onScreen);
  expect(code.moduleMm).toBeGreaterThanOrEqual(MIN_MODULE_MM);
  return code.onScreen ?? '';
}

for (const [orientation, size, language, other] of [
  ['upright', PORTRAIT, 'fr', 'nl'],
  ['lying', LANDSCAPE, 'nl', 'fr'],
] as const) {
  test(`every kind of code on the ${orientation} screen is read by another reader, in ${language}`, async ({
    startTerminal,
  }) => {
    test.setTimeout(180_000);
    const page = await (await startTerminal({ size })).page();
    await beginVisit(page, language);
    const titleOnScreen = () => page.locator('.ticket h2').innerText();

    // A page: its text over several numbered codes, in the language of the visit.
    await openTheme(page, 'employment');
    await openDocument(page, 'employment/first-interview');
    await tap(page, '[data-action="add-to-plan"]');
    await tap(page, '[data-action="take-home"]');
    await waitForScreen(page, 'takeaway');
    const codes = (await readAllCodes(page)).map(read);
    expect(codes.length).toBeGreaterThan(1);
    const title = await titleOnScreen();
    for (const [at, code] of codes.entries())
      expect(code.split('\n')[0]).toBe(`${title} (${at + 1}/${codes.length})`);
    const document = await page.evaluate(async (lang) => {
      const path = `/edition/1/files/documents/employment/first-interview.${lang}.json`;
      return (await (await fetch(path)).json()) as {
        body: { type: string; children?: { type: string; text?: string }[] }[];
      };
    }, language);
    const headings = document.body
      .filter(({ type }) => type === 'heading')
      .map(({ children = [] }) => children.map(({ text }) => text ?? '').join(''));
    expect(headings.length).toBeGreaterThan(2);
    const whole = codes.join('\n');
    for (const heading of headings)
      expect(whole).toContain(heading.replaceAll(/[\u00a0\u202f]/g, ' ').toLocaleUpperCase());

    // The same in the other language, without leaving the ticket.
    await switchLanguage(page, other);
    expect(read(await readCode(page))).not.toContain(title);
    expect(read(await readCode(page))).toContain(await titleOnScreen());
    await switchLanguage(page, language);

    // A date: an entry that a calendar in Brussels shows at the hour on the screen.
    await goHome(page);
    await openTheme(page, 'employment');
    const event = await page
      .locator('[data-document-id^="events/"]')
      .first()
      .getAttribute('data-document-id');
    await openDocument(page, event ?? '');
    const date = page.locator('[data-plan-key^="event:"]').first();
    const key = (await date.getAttribute('data-plan-key')) ?? '';
    await tap(page, `[data-plan-key="${key}"]`);
    await tap(page, '[data-action="take-home"]');
    await waitForScreen(page, 'takeaway');
    const entry = readInBrussels(read(await readCode(page)));
    expect(entry.starts).toBe(key.split('@')[1]);
    expect(entry.summary.replaceAll(/\s/g, ' ')).toBe((await titleOnScreen()).replaceAll(/\s/g, ' '));

    // A contact: a card that an address book takes.
    await goHome(page);
    await openTheme(page, 'training');
    await openDocument(page, SERVICE);
    await tap(page, '[data-action="add-to-plan"]');
    await tap(page, '[data-action="take-home"]');
    await waitForScreen(page, 'takeaway');
    const card = new ICAL.Component(ICAL.parse(read(await readCode(page))));
    expect(String(card.getFirstPropertyValue('fn')).replaceAll(/\s/g, ' ')).toBe(
      (await titleOnScreen()).replaceAll(/\s/g, ' '),
    );

    // What remains of a checklist: what is ticked is not in it.
    await goHome(page);
    await openDocument(page, 'checklists/cv-workshop');
    const items = (await page.locator('.item__words').allInnerTexts()).map((text) =>
      text.replaceAll(/\s/g, ' '),
    );
    await tap(page, '.item__tick:has([data-tick="g1-1"])');
    await tap(page, '[data-action="take-home"]');
    await waitForScreen(page, 'takeaway');
    const remains = (await readAllCodes(page)).map(read).join('\n');
    expect(items.filter((item) => !remains.includes(`☐ ${item}`))).toEqual([items[0]]);

    // The plan: every stop under its step, with its note; then each date and contact of it by itself.
    await openPlan(page);
    await tap(page, '[data-plan-stop^="contact:"] [data-action="change-stop"]');
    await tap(page, '[data-plan-note="bring-cv"]');
    const titles = await page.locator('.planned__title').allInnerTexts();
    await tap(page, '[data-action="take-plan"]');
    await waitForScreen(page, 'takeaway');
    const plan = (await readAllCodes(page)).map(read).join('\n');
    expect(titles).toHaveLength(3);
    for (const stop of titles) expect(plan).toContain(`• ${stop.replaceAll(/\s/g, ' ')}`);
    expect(plan).toContain(WORDS[language].plan.note['bring-cv']);
    expect(plan).toContain(WORDS[language].plan.step.week.toLocaleUpperCase());
    await tap(page, `[data-offer="${key}"]`);
    expect(readInBrussels(read(await readCode(page))).starts).toBe(key.split('@')[1]);
    await tap(page, `[data-offer="contact:${SERVICE}"]`);
    expect(read(await readCode(page))).toContain('BEGIN:VCARD');
  });
}
