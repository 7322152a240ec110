import path from 'node:path';
import type { Page } from '@playwright/test';
import { GUIDE_PATH, isDocumentPath } from '../../content/model/edition.ts';
import type { Guide } from '../../content/model/guide.ts';
import {
  beginVisit,
  endVisit,
  goHome,
  openTheme,
  waitForScreen,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { writeNextEdition } from '../builders/next-edition.ts';
import { copyFactory, expect, type Terminal, test } from './kiosk-test.ts';

/** The first theme is called otherwise in every edition, so that a visitor can tell them apart. */
const titleIn = (seq: number) => `Édition ${seq}`;

const retitled = (seq: number) => (file: string, json: unknown) => {
  if (file !== GUIDE_PATH) return json;
  const guide = json as Guide;
  const [first, ...others] = guide.themes;
  if (!first) throw new Error('The guide has no themes.');
  return { ...guide, themes: [{ ...first, title: { ...first.title, fr: titleIn(seq) } }, ...others] };
};

/** Documents that no page can read: whatever this edition is, it must never come on show. */
const unreadable = (file: string, json: unknown) =>
  isDocumentPath(file) ? { ...(json as object), schema: 99 } : json;

/** Brings an edition into the running terminal's store, as a download would. */
async function bring(terminal: Terminal, directory: string): Promise<void> {
  await terminal.app.evaluate(({ app }, from) => {
    (app as NodeJS.EventEmitter).emit('openfloor-edition', from);
  }, directory);
}

async function logged(terminal: Terminal, code: string, seq: number): Promise<void> {
  await expect
    .poll(
      () =>
        terminal
          .log()
          .filter((line) => line.code === code)
          .map((line) => line['seq']),
      {
        timeout: 45_000,
      },
    )
    .toContain(seq);
}

/** The title of the first theme on the home screen of a visit that begins now. */
async function expectVisitOf(page: Page, seq: number): Promise<void> {
  await beginVisit(page, 'fr');
  await expect(page.locator('[data-theme-id]').first()).toContainText(titleIn(seq));
}

test('a new edition comes with the next visit, a bad one never, and nobody who reads is disturbed', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(120_000);
  const factory = await copyFactory(directory);
  const [second, third] = [path.join(directory, 'second'), path.join(directory, 'third')];
  await writeNextEdition(factory, second, { seq: 2, change: retitled(2) });
  await writeNextEdition(factory, third, { seq: 3, change: unreadable });

  const terminal = await startTerminal({ factory });
  const reading = await terminal.page();
  await beginVisit(reading, 'fr');
  await openTheme(reading, 'education');

  await bring(terminal, second);
  await logged(terminal, 'edition-activated', 2);
  await waitForScreen(reading, 'theme');
  await goHome(reading);
  await expect(reading.locator('[data-theme-id]').first()).not.toContainText(titleIn(2));
  expect(reading.isClosed()).toBe(false);
  await endVisit(reading);

  const next = await terminal.page();
  await expectVisitOf(next, 2);
  await openTheme(next, 'education');

  await bring(terminal, third);
  await logged(terminal, 'edition-bad', 3);
  await waitForScreen(next, 'theme');
  await goHome(next);
  await endVisit(next);
  const after = await terminal.page();
  await expectVisitOf(after, 2);
  expect(terminal.log().filter(({ code }) => code === 'edition-bad' || code === 'edition-left')).toHaveLength(
    1,
  );
  expect(terminal.log().map(({ code }) => code)).not.toContain('preparing-shown');
  await terminal.stop();

  const restarted = await startTerminal({ factory, profile: terminal.profile });
  await expectVisitOf(await restarted.page(), 2);
  await waitForUnderstudy(restarted.app);
  const codes = restarted.log().map(({ code }) => code);
  expect(codes).not.toContain('edition-tried');
  expect(codes).not.toContain('store-lock-left');
});

test('when nobody is there the new edition comes by itself, and a terminal that is killed keeps it', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(120_000);
  const factory = await copyFactory(directory);
  const second = path.join(directory, 'second');
  await writeNextEdition(factory, second, { seq: 2, change: retitled(2) });
  const terminal = await startTerminal({ factory });
  const waiting = await terminal.page();
  await bring(terminal, second);
  await waiting.waitForEvent('close', { timeout: 60_000 });
  expect(
    terminal
      .log()
      .filter(({ code }) => code === 'swap')
      .at(-1),
  ).toMatchObject({ reason: 'new-edition' });
  await expectVisitOf(await terminal.page(), 2);
  const process = terminal.app.process();
  process.kill('SIGKILL');
  await expect.poll(() => process.signalCode).toBe('SIGKILL');

  const restarted = await startTerminal({ factory, profile: terminal.profile });
  await expectVisitOf(await restarted.page(), 2);
  expect(restarted.log().map(({ code }) => code)).toContain('store-lock-left');
});
