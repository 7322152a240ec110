import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Cleanups } from './cleanups.ts';
import { launchKiosk } from './kiosk.ts';
import type { ShotOptions, Size } from './options.mjs';
import { Problem, plainWords, type Say } from './say.ts';
import {
  beginVisit,
  goHome,
  holdKey,
  openDocument,
  openPlace,
  openPlan,
  openSearch,
  openTheme,
  PATIENCE_MS,
  pageOnShow,
  screenOf,
  takeClock,
  tap,
  typeWords,
  waitForRest,
  waitForScreen,
} from './visitor-driver.ts';

/** Milliseconds without a touch after which a visitor is asked whether they are still there. */
const IDLE_MS = 90_000;

/** The screen for a picture. Without a window manager a kiosk's window is one pixel short of it, so it gets one more. */
export function screenFor(picture: Size): Size {
  return { width: picture.width + 1, height: picture.height + 1 };
}

/** What a picture needs besides where to walk. */
export type ShotSettings = {
  readonly executable: string;
  readonly projectDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly launchArguments: readonly string[];
  readonly cleanups: Cleanups;
  readonly say: Say;
};

/** Starts the real app, walks to the screen as a visitor would, saves the picture. Throws a Problem. */
export async function takeShot(options: ShotOptions, settings: ShotSettings): Promise<void> {
  const env = { ...settings.env };
  if (options.screen === 'preparing') {
    const empty = await mkdtemp(path.join(os.tmpdir(), 'openfloor-empty-'));
    settings.cleanups.add(() => rm(empty, { recursive: true, force: true }));
    env['OPENFLOOR_FACTORY_DIR'] = empty;
  }
  try {
    const kiosk = await launchKiosk({ ...settings, env });
    settings.cleanups.add(kiosk.close);
    const page = await pageOnShow(kiosk.app, { ready: options.screen !== 'preparing' });
    await walk(kiosk.app, page, options);
    await waitForRest(page);
    await page.screenshot({ path: options.file, clip: { x: 0, y: 0, ...options.size } });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`The picture could not be taken: ${plainWords(error)}`);
  }
  settings.say(`Saved ${options.file}`);
}

async function walk(app: ElectronApplication, page: Page, options: ShotOptions): Promise<void> {
  switch (options.screen) {
    case 'attract':
    case 'preparing':
      return waitForScreen(page, options.screen);
    case 'home':
      return beginVisit(page, options.language);
    case 'remembers':
      await beginVisit(page, options.language);
      return openPlace(page, 'remembers');
    case 'warning':
      await takeClock(app, page);
      await beginVisit(page, options.language);
      await page.clock.fastForward(IDLE_MS);
      return page
        .locator('[data-idle-warning]')
        .filter({ visible: true })
        .first()
        .waitFor({ timeout: PATIENCE_MS });
    case 'theme':
      await beginVisit(page, options.language);
      return openTheme(page, options.document === null ? await firstTheme(page) : themeOf(options.document));
    case 'audience':
      await beginVisit(page, options.language);
      await tap(page, '[data-audience]');
      return waitForScreen(page, 'audience');
    case 'events':
    case 'services':
    case 'checklists':
      await beginVisit(page, options.language);
      return openPlace(page, options.screen);
    case 'plan-empty':
      await beginVisit(page, options.language);
      return openPlan(page);
    case 'plan':
    case 'leaving':
      await beginVisit(page, options.language);
      await gather(page);
      await openPlan(page);
      if (options.screen === 'plan') return;
      await tap(page, '[data-action="end-visit"]');
      return waitForScreen(page, 'leaving');
    case 'takeaway':
      await beginVisit(page, options.language);
      if (options.document === null) {
        await gather(page);
        await openPlan(page);
        await tap(page, '[data-action="take-plan"]');
      } else {
        await openNamed(page, options.document, 'document');
        await tap(page, '[data-action="take-home"]');
      }
      return waitForScreen(page, 'takeaway');
    case 'search':
    case 'search-found':
    case 'search-nothing':
    case 'search-accents':
      await beginVisit(page, options.language);
      await openSearch(page);
      return searchFor(page, options.screen, options.language);
    case 'article':
    case 'checklist':
    case 'document':
      await beginVisit(page, options.language);
      return options.document === null
        ? openAny(page, options.screen)
        : openNamed(page, options.document, options.screen);
    default:
      throw new Error(`No way is known to ${options.screen satisfies never}.`);
  }
}

/** Where documents are listed that belong to no theme by their id. */
const PLACE_OF_FOLDER: Readonly<Record<string, string>> = {
  events: 'events',
  services: 'services',
  partners: 'services',
  checklists: 'checklists',
};
/** Fills a plan as a visitor would: the first page, event and service of each of two themes, and the checklist of the home screen. */
async function gather(page: Page): Promise<void> {
  for (const theme of (await idsShown(page, 'data-theme-id')).slice(0, 2)) {
    await openTheme(page, theme);
    const shown = await documentsShown(page);
    const wanted = ['events/', 'services/', `${theme}/`].flatMap(
      (kind) => shown.find((id) => id.startsWith(kind)) ?? [],
    );
    for (const id of wanted) {
      await openDocument(page, id);
      await tap(page, '[data-action="add-to-plan"]');
      await tap(page, '[data-action="back"]');
      await waitForScreen(page, 'theme');
    }
    await goHome(page);
  }
  for (const id of (await documentsShown(page))
    .filter((shown) => shown.startsWith('checklists/'))
    .slice(0, 1)) {
    await openDocument(page, id);
    await tap(page, '.item__tick');
    await tap(page, '[data-action="add-to-plan"]');
    await goHome(page);
  }
}

/** Words for the pictures of the search: some that find, some that find nothing. */
const FINDS = { fr: 'entretein', nl: 'gesprek' } as const;
const FINDS_NOTHING = { fr: 'xylophnoe', nl: 'xylofoon' } as const;

async function searchFor(page: Page, screen: string, language: string): Promise<void> {
  const of = language === 'nl' ? 'nl' : 'fr';
  if (screen === 'search-found') {
    await typeWords(page, FINDS[of]);
    return page.locator('.answers__count + .results mark').first().waitFor({ timeout: PATIENCE_MS });
  }
  if (screen === 'search-nothing') {
    await typeWords(page, FINDS_NOTHING[of]);
    return page.locator('.nothing').waitFor({ timeout: PATIENCE_MS });
  }
  if (screen === 'search-accents') return holdKey(page, 'e');
}

async function openNamed(page: Page, id: string, screen: string): Promise<void> {
  if (!(await documentsShown(page)).includes(id)) {
    const folder = themeOf(id);
    const themes = await idsShown(page, 'data-theme-id');
    const place = PLACE_OF_FOLDER[folder];
    if (themes.includes(folder)) await openTheme(page, folder);
    else if (place !== undefined) await openPlace(page, place);
  }
  const shown = await documentsShown(page);
  if (!shown.includes(id)) {
    throw new Problem(
      `No visitor finds the document ${id}. On the last screen there were ${shown.join(', ') || 'none'}.`,
    );
  }
  await openDocument(page, id);
  const reached = await screenOf(page);
  if (screen !== 'document' && reached !== screen) {
    throw new Problem(`The document ${id} is shown on the screen "${reached}", not "${screen}".`);
  }
}

/** Opens the first document that is shown on that screen: those on the home screen first, then theme by theme. */
async function openAny(page: Page, screen: string): Promise<void> {
  for (const id of await documentsShown(page)) {
    await openDocument(page, id);
    if ((await screenOf(page)) === screen) return;
    await goHome(page);
  }
  for (const theme of await idsShown(page, 'data-theme-id')) {
    await openTheme(page, theme);
    const [id] = await documentsShown(page);
    if (id !== undefined) {
      await openDocument(page, id);
      if ((await screenOf(page)) === screen) return;
    }
    await goHome(page);
  }
  throw new Problem(
    `No theme of this guide begins with a document of the kind "${screen}"; name one with --document ID.`,
  );
}

async function firstTheme(page: Page): Promise<string> {
  const [theme] = await idsShown(page, 'data-theme-id');
  if (theme === undefined) throw new Problem('The home screen shows no theme.');
  return theme;
}

function documentsShown(page: Page): Promise<string[]> {
  return idsShown(page, 'data-document-id');
}

async function idsShown(page: Page, attribute: string): Promise<string[]> {
  const elements = await page.locator(`[${attribute}]`).filter({ visible: true }).all();
  const ids = await Promise.all(elements.map((element) => element.getAttribute(attribute)));
  return [...new Set(ids.filter((id): id is string => id !== null))];
}

function themeOf(documentId: string): string {
  return documentId.split('/')[0] ?? documentId;
}
