import type { Page } from '@playwright/test';
import {
  beginVisit,
  endVisit,
  goHome,
  openDocument,
  openPlace,
  openTheme,
  switchLanguage,
  tap,
  waitForScreen,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

/** A Friday morning of the guide, so that the agenda is the same whenever the test runs. */
const MORNING = new Date('2026-11-27T09:00:00+01:00');

/** What a visitor does between choosing a language and saying that they are done. */
type Journey = {
  readonly area: string;
  readonly who: string;
  readonly walk: (page: Page, other: string) => Promise<void>;
};

const back = (page: Page) => tap(page, '[data-action="back"]');
const atDocument = (page: Page, id: string) =>
  expect(page.locator('html')).toHaveAttribute('data-document', id);

/** Goes where the line of a document goes on. */
async function goOn(page: Page, id: string): Promise<void> {
  await tap(page, `.onwards [data-document-id="${id}"]`);
  await atDocument(page, id);
}

const JOURNEYS: readonly Journey[] = [
  {
    area: 'education',
    who: 'a pupil who does not know what to study',
    walk: async (page, other) => {
      await tap(page, '[data-audience="pupil"]');
      await waitForScreen(page, 'audience');
      await openDocument(page, 'education/find-your-interests');
      await goOn(page, 'education/choose-a-study-path');
      // A friend who speaks the other language looks over a shoulder.
      await switchLanguage(page, other);
      await atDocument(page, 'education/choose-a-study-path');
      await back(page);
      await atDocument(page, 'education/find-your-interests');
      await back(page);
      await waitForScreen(page, 'audience');
    },
  },
  {
    area: 'training',
    who: 'somebody who has heard of work-linked training',
    walk: async (page) => {
      await openTheme(page, 'training');
      await openDocument(page, 'training/work-linked-training');
      await back(page);
      await waitForScreen(page, 'theme');
      await openDocument(page, 'events/work-linked-training-session');
      await goOn(page, 'training/work-linked-training');
      await back(page);
      await atDocument(page, 'events/work-linked-training-session');
      await goHome(page);
    },
  },
  {
    area: 'employment',
    who: 'a job seeker whose CV is not ready',
    walk: async (page, other) => {
      await openPlace(page, 'checklists');
      await openDocument(page, 'checklists/cv-workshop');
      for (const item of ['g1-1', 'g1-2', 'g2-1']) await tap(page, `.item__tick:has([data-tick="${item}"])`);
      await switchLanguage(page, other);
      await expect(page.locator('[data-tick]:checked')).toHaveCount(3);
      await goHome(page);
      await openPlace(page, 'events');
      await tap(page, '[data-choice="type workshop"]');
      await openDocument(page, 'events/cv-workshop-in-french');
      await goOn(page, 'employment/cover-letter');
      await back(page);
      await back(page);
      await waitForScreen(page, 'events');
      await expect(page.locator('[data-choice="type workshop"]')).toHaveAttribute('aria-pressed', 'true');
    },
  },
  {
    area: 'entrepreneurship',
    who: 'somebody with an idea who wants to talk to a person',
    walk: async (page) => {
      await openPlace(page, 'services');
      await openDocument(page, 'services/business-advice');
      await back(page);
      await waitForScreen(page, 'services');
      await goHome(page);
      await openTheme(page, 'entrepreneurship');
      await openDocument(page, 'entrepreneurship/test-your-idea');
      await goOn(page, 'entrepreneurship/your-plan');
      await goOn(page, 'entrepreneurship/side-activity');
      await back(page);
      await back(page);
      await back(page);
      await waitForScreen(page, 'theme');
    },
  },
  {
    area: 'mobility',
    who: 'somebody who wants to speak the other language',
    walk: async (page, other) => {
      await openPlace(page, 'events');
      await tap(page, '[data-choice="type group-activity"]');
      await openDocument(page, 'events/conversation-table');
      await goOn(page, 'mobility/learn-the-other-language');
      await switchLanguage(page, other);
      await back(page);
      await atDocument(page, 'events/conversation-table');
      await goHome(page);
      await openTheme(page, 'mobility');
      await openDocument(page, 'mobility/recognise-a-foreign-diploma');
    },
  },
];

for (const [language, other] of [
  ['fr', 'nl'],
  ['nl', 'fr'],
] as const) {
  test(`five visitors, one for each area, find their way in ${language} and are forgotten`, async ({
    startTerminal,
  }) => {
    test.setTimeout(180_000);
    const terminal = await startTerminal();
    await waitForUnderstudy(terminal.app);
    await (await terminal.page()).clock.install({ time: MORNING });
    for (const { area, who, walk } of JOURNEYS) {
      await test.step(`${area}: ${who}`, async () => {
        const page = await terminal.page();
        await waitForScreen(page, 'attract');
        await beginVisit(page, language);
        // Nothing of the visitor before is here: no filter, no tick, no way back, nothing read.
        await expect(page.locator('[data-action="back"]')).toHaveCount(0);
        await expect(page.locator('html')).toHaveAttribute('data-language', language);
        await walk(page, other);
        await endVisit(page);
      });
    }
    const next = await terminal.page();
    await beginVisit(next, language);
    await openPlace(next, 'events');
    await expect(next.locator('[data-choice="type all"]')).toHaveAttribute('aria-pressed', 'true');
    await goHome(next);
    await openPlace(next, 'checklists');
    await openDocument(next, 'checklists/cv-workshop');
    await expect(next.locator('[data-tick]:checked')).toHaveCount(0);
  });
}
