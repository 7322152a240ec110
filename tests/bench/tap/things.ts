import type { Page } from '@playwright/test';
import {
  goHome,
  openDocument,
  openPlace,
  openTheme,
  waitForScreen,
} from '../../../src-main/dev/visitor-driver.ts';
import type { Tappable } from './watch.ts';

/** What is measured: where a visitor stands, and what they touch there, in turn. The last touch leads back to the first. */
export type Thing = {
  readonly name: string;
  readonly goThere: (page: Page) => Promise<void>;
  readonly touches: readonly { readonly words: string; readonly thing: Tappable }[];
};

const ARTICLE = 'employment/first-interview';
const CHECKLIST = 'checklists/interview';

/** The touched thing looks touched, or what it leads to has taken its place already. */
const LOOKS_TOUCHED = "!touched.isConnected || touched.matches('[data-touched]')";

/** A touch that leads to another screen, whose page code says that it is there. */
const leadsTo = (selector: string, content: string): Tappable => ({
  selector,
  answer: LOOKS_TOUCHED,
  content,
});

/** A thing that is on or off, and shows it itself. */
const switches = (selector: string, state: string): Tappable => ({
  selector,
  remember: state,
  answer: `(${state}) !== before`,
  content: `(${state}) !== before`,
});

const PLANNED = "!!touched.closest('[data-planned]')";

const html = (name: string, value: string) => `document.documentElement.dataset.${name} === '${value}'`;

async function toArticle(page: Page): Promise<void> {
  await goHome(page);
  await openTheme(page, 'employment');
  await openDocument(page, ARTICLE);
}

/** Everything that is measured, by the name it can be asked for on the command line. */
export const THINGS: Readonly<Record<string, Thing>> = {
  question: {
    name: 'a question that opens and closes',
    goThere: toArticle,
    touches: [
      {
        words: 'touched',
        thing: switches('[data-question="q1"]', "touched.getAttribute('aria-expanded')"),
      },
    ],
  },
  language: {
    name: 'the other language of an article',
    goThere: toArticle,
    touches: [
      {
        words: 'touched',
        thing: {
          selector: '[data-switch-language][aria-pressed="false"]',
          remember: 'document.querySelector("h1").textContent',
          answer: 'touched.matches(\'[data-touched], [aria-pressed="true"]\')',
          content: 'document.querySelector("h1").textContent !== before',
        },
      },
    ],
  },
  document: {
    name: 'a document of an area, and back',
    goThere: async (page) => {
      await goHome(page);
      await openTheme(page, 'employment');
    },
    touches: [
      { words: 'opened', thing: leadsTo(`[data-document-id="${ARTICLE}"]`, html('document', ARTICLE)) },
      { words: 'back', thing: leadsTo('[data-action="back"]', html('screen', 'theme')) },
    ],
  },
  area: {
    name: 'an area from home, and home again',
    goThere: goHome,
    touches: [
      { words: 'opened', thing: leadsTo('[data-theme-id="employment"]', html('screen', 'theme')) },
      { words: 'home', thing: leadsTo('[data-action="home"]', html('screen', 'home')) },
    ],
  },
  plan: {
    name: 'an article into my plan, and out of it',
    goThere: toArticle,
    touches: [
      {
        words: 'touched',
        thing: {
          ...switches('[data-action="add-to-plan"]', PLANNED),
          answer: `touched.matches('[data-touched]') || (${PLANNED}) !== before`,
        },
      },
    ],
  },
  tick: {
    name: 'an item of a checklist, ticked and not',
    goThere: async (page) => {
      await goHome(page);
      await openPlace(page, 'checklists');
      await openDocument(page, CHECKLIST);
      await waitForScreen(page, 'checklist');
    },
    touches: [
      {
        words: 'touched',
        thing: {
          selector: '[data-tick]',
          remember: 'touched.checked',
          answer: 'touched.checked !== before',
          content: "!!touched.closest('[data-ticked]') !== before",
        },
      },
    ],
  },
};
