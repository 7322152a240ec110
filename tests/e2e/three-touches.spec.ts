import type { Page } from '@playwright/test';
import {
  beginVisit,
  goHome,
  tap,
  waitForScreen,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';
import { MOST_TOUCHES, QUESTIONS } from './three-touches.ts';

/*
 * How touches are counted: from the attract screen on, without the first one, which only chooses the language; every touch
 * of a button counts one, a swipe to see more of a screen none. Nothing is typed and nothing searched for: search is a way of
 * its own. The shortest way is found by looking at what is really on each screen, then walked with a finger.
 */

/** A Friday morning of the guide: what is on today does not depend on the day the test runs. */
const MORNING = new Date('2026-11-27T09:00:00+01:00');

/** What leads on from a screen, as a selector. */
type Touch = string;

/** Everything a finger can find on this screen that leads somewhere, in the order in which it is read. */
async function touchesHere(page: Page): Promise<readonly Touch[]> {
  return page.evaluate(() => {
    const leading = ['data-document-id', 'data-theme-id', 'data-audience'];
    const places = ['events', 'services', 'checklists'];
    const found = [...document.querySelectorAll<HTMLElement>('button, a')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => element.getBoundingClientRect().width >= 44)
      .flatMap((element) => {
        const action = element.dataset['action'];
        if (action !== undefined && places.includes(action)) return [`[data-action="${action}"]`];
        const name = leading.find((attribute) => element.hasAttribute(attribute));
        return name === undefined ? [] : [`[${name}="${element.getAttribute(name)}"]`];
      });
    return [...new Set(found)];
  });
}

const documentOf = (touch: Touch) => /^\[data-document-id="(.+)"\]$/.exec(touch)?.[1];

async function walk(page: Page, way: readonly Touch[]): Promise<void> {
  if ((await page.locator('html').getAttribute('data-screen')) !== 'home') await goHome(page);
  for (const touch of way) {
    const before = await page.locator('h1').innerText();
    await tap(page, touch);
    await expect(page.locator('h1')).not.toHaveText(before);
  }
}

/** The shortest way to each document, as far as it takes to answer every question, at most {@link MOST_TOUCHES} long. */
async function shortestWays(page: Page): Promise<ReadonlyMap<string, readonly Touch[]>> {
  const ways = new Map<string, readonly Touch[]>();
  const seen = new Set<Touch>();
  let ends: (readonly Touch[])[] = [[]];
  const unanswered = () => QUESTIONS.some(({ answers }) => !answers.some((id) => ways.has(id)));
  for (let touches = 1; touches <= MOST_TOUCHES && unanswered(); touches += 1) {
    const next: (readonly Touch[])[] = [];
    for (const way of ends) {
      await walk(page, way);
      for (const touch of await touchesHere(page)) {
        if (seen.has(touch)) continue;
        seen.add(touch);
        const id = documentOf(touch);
        if (id !== undefined) ways.set(id, [...way, touch]);
        next.push([...way, touch]);
      }
    }
    ends = next;
  }
  return ways;
}

test(`${QUESTIONS.length} questions people bring are answered in ${MOST_TOUCHES} touches, in French and in Dutch`, async ({
  startTerminal,
}) => {
  test.setTimeout(180_000);
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(20);
  const terminal = await startTerminal();
  const page = await terminal.page();
  await waitForScreen(page, 'attract');
  // Playwright moves the clocks of all pages at once, so none may be half loaded.
  await waitForUnderstudy(terminal.app);
  await page.clock.install({ time: MORNING });
  await beginVisit(page, 'fr');
  const needed: Record<string, string> = {};
  const walked = new Set<string>();
  for (const language of ['fr', 'nl'] as const) {
    await goHome(page);
    await tap(page, `[data-switch-language="${language}"]`);
    await expect(page.locator('html')).toHaveAttribute('data-language', language);
    const ways = await shortestWays(page);
    for (const { asked, answers } of QUESTIONS) {
      const [best] = answers
        .flatMap((id) => (ways.has(id) ? [ways.get(id) ?? []] : []))
        .sort((a, b) => a.length - b.length);
      expect(best, `${asked[language]} (${answers.join(', ')})`).toBeDefined();
      const way = best ?? [];
      needed[asked[language]] = `${way.length}: ${way.join(' ')}`;
      expect(way.length, needed[asked[language]]).toBeLessThanOrEqual(MOST_TOUCHES);
      // The same buttons in the other language were touched already.
      if (walked.has(way.join())) continue;
      walked.add(way.join());
      await walk(page, way);
      await expect(page.locator('html')).toHaveAttribute('data-document', documentOf(way.at(-1) ?? '') ?? '');
    }
  }
  await test.info().attach('touches.json', { body: JSON.stringify(needed, null, 2) });
});
