import type { Page } from '@playwright/test';
import {
  beginVisit,
  endVisit,
  goHome,
  openDocument,
  openPlan,
  openTheme,
  pageOnShow,
  switchLanguage,
  tap,
  waitForScreen,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import french from '../../src-renderer/language/words/fr.json' with { type: 'json' };
import dutch from '../../src-renderer/language/words/nl.json' with { type: 'json' };
import { expect, test } from './kiosk-test.ts';

const WORDS = { fr: french, nl: dutch } as const;
const PAGE = 'employment/first-interview';
const SERVICE = 'services/training-choice-help';
const PARTNER = 'partners/vdab-brussel';
const CHECKLIST = 'checklists/cv-workshop';

/** The stops of the plan on the screen, in order, each as `step key`. */
async function stops(page: Page): Promise<readonly string[]> {
  const rows = await page.locator('[data-plan-stop]').all();
  return Promise.all(
    rows.map(
      async (row) => `${await row.getAttribute('data-step')} ${await row.getAttribute('data-plan-stop')}`,
    ),
  );
}

/** How many stops the low bar counts; 0 when it says none. */
async function counted(page: Page): Promise<number> {
  const words = await page.locator('[data-action="plan"]').innerText();
  return Number(/\d+/.exec(words)?.[0] ?? 0);
}

const add = (page: Page) => tap(page, '[data-action="add-to-plan"]');

for (const [language, other] of [
  ['fr', 'nl'],
  ['nl', 'fr'],
] as const) {
  test(`a visitor gathers one of everything, puts it in order and leaves nothing behind, in ${language}`, async ({
    startTerminal,
  }) => {
    test.setTimeout(180_000);
    const { app } = await startTerminal();
    const page = await pageOnShow(app);
    await beginVisit(page, language);
    await expect.poll(() => counted(page)).toBe(0);

    // A page: added, taken out by the same touch, added again.
    await openTheme(page, 'employment');
    await openDocument(page, PAGE);
    await add(page);
    await expect.poll(() => counted(page)).toBe(1);
    await add(page);
    await expect.poll(() => counted(page)).toBe(0);
    await add(page);

    // A service and, from it, a partner.
    await goHome(page);
    await openTheme(page, 'training');
    await openDocument(page, SERVICE);
    await add(page);
    await openDocument(page, PARTNER);
    await add(page);

    // Two dates of one event: the second that is offered, then the first.
    await goHome(page);
    await openTheme(page, 'employment');
    const event = await page
      .locator('[data-document-id^="events/"]')
      .first()
      .getAttribute('data-document-id');
    await openDocument(page, event ?? '');
    const dates = await page.locator('[data-plan-key^="event:"]').all();
    const [first, second] = await Promise.all(dates.map((date) => date.getAttribute('data-plan-key')));
    await tap(page, `[data-plan-key="${second}"]`);
    await tap(page, `[data-plan-key="${first}"]`);

    // One item of a checklist, and all that remains of it.
    await goHome(page);
    await openDocument(page, CHECKLIST);
    await tap(page, '.item__tick:has([data-tick="g1-1"])');
    await tap(page, '[data-explain="g1-2"]');
    await tap(page, `[data-plan-key="item:${CHECKLIST}#g1-2"]`);
    await tap(page, `[data-plan-key="remains:${CHECKLIST}"]`);
    await expect.poll(() => counted(page)).toBe(7);

    await openPlan(page);
    const gathered = await stops(page);
    expect(gathered.map((stop) => stop.split(' ')[1]).sort()).toEqual(
      [
        `document:${PAGE}`,
        `contact:${SERVICE}`,
        `contact:${PARTNER}`,
        first,
        second,
        `item:${CHECKLIST}#g1-2`,
        `remains:${CHECKLIST}`,
      ].sort(),
    );
    const order = ['now', 'week', 'later'];
    const steps = gathered.map((stop) => order.indexOf(stop.split(' ')[0] ?? ''));
    expect(steps).toEqual([...steps].sort());
    expect(gathered).toContain(`week document:${PAGE}`);
    expect(gathered).toContain(`now remains:${CHECKLIST}`);
    const nowhere = (key: string | null | undefined) =>
      gathered.findIndex((stop) => stop.endsWith(` ${key}`));
    expect(nowhere(first)).toBeLessThan(nowhere(second));

    // The page is moved back to the front by plain touches, and gets a note.
    const stop = `[data-plan-stop="document:${PAGE}"]`;
    await tap(page, `${stop} [data-action="change-stop"]`);
    const earlier = page.locator(`${stop} [data-action="earlier"]`);
    for (let touch = 0; touch < 12 && (await earlier.isEnabled()); touch += 1)
      await tap(page, `${stop} [data-action="earlier"]`);
    expect((await stops(page))[0]).toBe(`now document:${PAGE}`);
    await tap(page, `${stop} [data-plan-note="ask-adviser"]`);
    await expect(page.locator(`${stop} .planned__said`)).toHaveText(WORDS[language].plan.note['ask-adviser']);

    // A language switch changes the words and nothing else, not even what is open.
    const ordered = await stops(page);
    await switchLanguage(page, other);
    expect(await stops(page)).toEqual(ordered);
    await expect(page.locator(`${stop} .planned__said`)).toHaveText(WORDS[other].plan.note['ask-adviser']);
    await expect(page.locator(`${stop} [data-action="remove"]`)).toBeVisible();
    await switchLanguage(page, language);

    // Taken out and put back where it was, with its note.
    await tap(page, `${stop} [data-action="remove"]`);
    await expect.poll(() => counted(page)).toBe(6);
    await tap(page, '[data-action="restore"]');
    expect(await stops(page)).toEqual(ordered);
    await expect(page.locator(`${stop} .planned__said`)).toHaveCount(1);

    // The end says what will be forgotten, and offers the plan once.
    await tap(page, '[data-action="end-visit"]');
    await waitForScreen(page, 'leaving');
    const forgets = async (what: string) =>
      Number(/\d+/.exec(await page.locator(`[data-forgets="${what}"]`).innerText())?.[0]);
    expect([await forgets('planned'), await forgets('ticked'), await forgets('read')]).toEqual([7, 1, 5]);
    await tap(page, '[data-action="take-first"]');
    await waitForScreen(page, 'takeaway');
    await tap(page, '[data-action="back"]');
    await waitForScreen(page, 'leaving');
    await expect(page.locator('[data-action="take-first"]')).toHaveCount(0);

    // One touch ends it, and the next visitor's process knows of no plan.
    await waitForUnderstudy(app);
    const gone = page.waitForEvent('close');
    await tap(page, '[data-action="leave"]');
    await gone;
    const next = await pageOnShow(app);
    await beginVisit(next, other);
    expect(await counted(next)).toBe(0);
    await openPlan(next);
    expect(await stops(next)).toEqual([]);
    await expect(next.locator('.route__empty')).toBeVisible();

    // Whoever has only looked around is not held up.
    await waitForUnderstudy(app);
    const goneToo = next.waitForEvent('close');
    await tap(next, '[data-action="end-visit"]');
    await goneToo;
  });
}

test('somebody who said "I’m done" and walked away is asked sooner, and a touch keeps the visit', async ({
  startTerminal,
}) => {
  test.setTimeout(120_000);
  const { app } = await startTerminal();
  const page = await pageOnShow(app);
  await waitForUnderstudy(app);
  await page.clock.install();
  await beginVisit(page, 'fr');
  await openDocument(page, CHECKLIST);
  await tap(page, '[data-action="end-visit"]');
  await waitForScreen(page, 'leaving');
  await page.clock.fastForward(21_000);
  await tap(page, '[data-action="still-here"]');
  await tap(page, '[data-action="back"]');
  await waitForScreen(page, 'checklist');
  await page.clock.fastForward(21_000);
  await expect(page.locator('[data-idle-warning]')).toHaveCount(0);
  await endVisit(page);
});
