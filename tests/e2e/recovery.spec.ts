import { beginVisit, waitForScreen, waitForUnderstudy } from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

test('a page that crashes is replaced, and the next touch finds attract', async ({ startTerminal }) => {
  const terminal = await startTerminal();
  const page = await terminal.page();
  await beginVisit(page, 'fr');
  await waitForUnderstudy(terminal.app);
  await terminal.app.evaluate(async ({ webContents }) => {
    for (const contents of webContents.getAllWebContents()) {
      const seat: unknown = await contents.executeJavaScript('document.documentElement.dataset.seat');
      if (seat === 'on-show') contents.forcefullyCrashRenderer();
    }
  });
  await expect.poll(async () => (await terminal.page()) !== page).toBe(true);
  const next = await terminal.page();
  await waitForScreen(next, 'attract');
  await beginVisit(next, 'nl');
});

test('a page that hangs is replaced within half a minute', async ({ startTerminal }) => {
  test.setTimeout(120_000);
  const terminal = await startTerminal();
  const page = await terminal.page();
  await beginVisit(page, 'fr');
  await waitForUnderstudy(terminal.app);
  page
    .evaluate(() => {
      // A loop without end: the page will never paint again.
      for (;;);
    })
    .catch(() => undefined);
  await page.waitForEvent('close', { timeout: 60_000 });
  const next = await terminal.page();
  await waitForScreen(next, 'attract');
  await beginVisit(next, 'nl');
});
