import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  beginVisit,
  endVisit,
  goHome,
  openDocument,
  openPlace,
  openTheme,
  switchLanguage,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

/** Opens two documents in French, one of them twice, and a third in Dutch. */
async function visit(page: Page): Promise<void> {
  await beginVisit(page, 'fr');
  for (const id of ['employment/first-interview', 'employment/first-interview', 'employment/cover-letter']) {
    await openTheme(page, 'employment');
    await openDocument(page, id);
    await goHome(page);
  }
  await switchLanguage(page, 'nl');
  await openTheme(page, 'education');
  await page.locator('[data-document-id]').first().waitFor();
  const id = await page.locator('[data-document-id]').first().getAttribute('data-document-id');
  await openDocument(page, id ?? '');
  await goHome(page);
}

test('where it counts, what is left of two visits are two numbers, and the screen says what is counted', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal({ env: { OPENFLOOR_SET_STATISTICS: 'true' } });
  const page = await terminal.page();
  await visit(page);
  await openPlace(page, 'remembers');
  await expect(page.locator('[data-counted] li')).toHaveCount(5);
  await endVisit(page);
  await visit(await terminal.page());
  await terminal.stop();

  const left = await readFile(path.join(terminal.profile, 'statistics.json'), 'utf8');
  const { days } = JSON.parse(left) as { days: Record<string, unknown> };
  expect(Object.values(days)).toEqual([{ fr: { 'document-opened': 4 }, nl: { 'document-opened': 2 } }]);
  expect(Object.keys(days)[0]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(left).not.toMatch(/interview|letter|employment|\d\d:\d\d/);
});

test('where it does not count, nothing is written, and the screen says that too', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal();
  const page = await terminal.page();
  await visit(page);
  await openPlace(page, 'remembers');
  await expect(page.locator('[data-anchor="counted"]')).toContainText('Niets.');
  await expect(page.locator('[data-counted]')).toHaveCount(0);
  await terminal.stop();
  expect(await readdir(terminal.profile)).not.toContain('statistics.json');
});
