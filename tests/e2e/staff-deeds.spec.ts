import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { beginVisit, tap, waitForScreen, waitForUnderstudy } from '../../src-main/dev/visitor-driver.ts';
import { signedRepository } from '../builders/signed-repository.ts';
import { treeServer } from '../builders/tree-server.ts';
import { startCups, whyNoCups } from './cups.ts';
import { expect, type Terminal, test } from './kiosk-test.ts';
import { readCode } from './read-codes.ts';
import { goInside, openPart, staffPageOf, staffSettings } from './staff-driver.ts';

const codesOf = (terminal: Terminal) => terminal.log().map(({ code }) => code);

/** Writes a published tree where a stick would be plugged in. */
async function plugIn(places: string, tree: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const stick = path.join(places, 'stick');
  for (const [name, bytes] of tree) {
    await mkdir(path.dirname(path.join(stick, name)), { recursive: true });
    await writeFile(path.join(stick, name), bytes);
  }
  return stick;
}

const shows = (staff: Page, seq: number) =>
  staff.locator(`[data-shown="${seq}"]`).waitFor({ timeout: 45_000 });

test('staff fetch an edition, bring one on a stick with a receipt, and go back to the one before', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(240_000);
  const repository = signedRepository(Date.now());
  repository.release({ seq: 500_000 });
  const root = path.join(directory, 'root.json');
  await writeFile(root, repository.firstRoot);
  const places = path.join(directory, 'media');
  await mkdir(places);
  const server = await treeServer(repository.tree);
  try {
    const terminal = await startTerminal({
      env: staffSettings({
        OPENFLOOR_SET_SERVER_URL: server.url.href,
        OPENFLOOR_SET_SERVER_ROOT: root,
        OPENFLOOR_SET_SERVER_PROXY: 'none',
        OPENFLOOR_SET_SERVER_POLL_SECONDS: '86400',
      }),
      switches: [`--sticks=${places}`],
    });
    const staff = await goInside(terminal);
    await openPart(staff, 'guide');

    await tap(staff, '[data-action="sync-now"]');
    await staff.locator('[data-told="sync-up-to-date"]').waitFor({ timeout: 60_000 });
    await shows(staff, 500_000);

    await tap(staff, '[data-action="find-sticks"]');
    await staff.locator('[data-told="no-sticks"]').waitFor();
    repository.release({ seq: 500_001 });
    const stick = await plugIn(places, repository.tree);
    await tap(staff, '[data-action="find-sticks"]');
    await tap(staff, `[data-stick="${stick}"]`);
    await staff.locator('[data-receipt="500001"]').waitFor({ timeout: 60_000 });
    expect(await staff.locator('[data-receipt]').innerText()).toContain('500000 → 500001');
    await shows(staff, 500_001);

    await tap(staff, `[data-stick="${stick}"]`);
    await staff.locator('[data-told="nothing-new"]').waitFor({ timeout: 60_000 });
    await rm(stick, { recursive: true });
    await tap(staff, `[data-stick="${stick}"]`);
    await staff.locator('[data-told="stick-gone"]').waitFor();

    await tap(staff, '[data-action="go-back"]');
    await tap(staff, '[data-action="no"]');
    await tap(staff, '[data-action="go-back"]');
    await tap(staff, '[data-action="yes"]');
    await staff.locator('[data-told="back-done"]').waitFor();
    await shows(staff, 500_000);
    expect(codesOf(terminal)).toContain('edition-bad');
    await tap(staff, '[data-action="leave"]');
    await expect
      .poll(async () => (await terminal.page()).locator('html').getAttribute('data-edition'), {
        timeout: 45_000,
      })
      .toBe('500000');
    await terminal.stop();

    const again = await startTerminal({
      profile: terminal.profile,
      env: staffSettings({ OPENFLOOR_SET_SERVER_ROOT: root }),
    });
    expect(await (await again.page()).locator('html').getAttribute('data-edition')).toBe('500000');
  } finally {
    await server.close();
  }
});

test('staff have the terminal follow another channel at once and after a restart, and take that back', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(240_000);
  const repository = signedRepository(Date.now());
  repository.release({ seq: 500_000 });
  repository.release({ seq: 500_001, channelName: 'canary' });
  const root = path.join(directory, 'root.json');
  await writeFile(root, repository.firstRoot);
  const server = await treeServer(repository.tree);
  const settings = (more: Readonly<Record<string, string>> = {}) =>
    staffSettings({
      OPENFLOOR_SET_SERVER_URL: server.url.href,
      OPENFLOOR_SET_SERVER_ROOT: root,
      OPENFLOOR_SET_SERVER_PROXY: 'none',
      OPENFLOOR_SET_SERVER_POLL_SECONDS: '86400',
      ...more,
    });
  const channelOf = async (staff: Page) => {
    await openPart(staff, 'status');
    return staff.locator('.staff-facts').first().innerText();
  };
  try {
    const terminal = await startTerminal({ env: settings() });
    const staff = await goInside(terminal);
    await openPart(staff, 'guide');
    await tap(staff, '[data-action="sync-now"]');
    await shows(staff, 500_000);
    // Which channels there are is known once the server has been heard.
    await openPart(staff, 'status');
    await openPart(staff, 'guide');
    await tap(staff, '[data-channel="canary"]');
    await tap(staff, '[data-action="no"]');
    await tap(staff, '[data-channel="canary"]');
    await tap(staff, '[data-action="yes"]');
    await staff.locator('[data-told="channel-done"]').waitFor();
    await staff.locator('[data-told="channel-chosen"]').waitFor();
    await shows(staff, 500_001);
    expect(await channelOf(staff)).toContain('canary');
    await terminal.stop();

    const again = await startTerminal({ env: settings(), profile: terminal.profile });
    const inside = await goInside(again);
    expect(await channelOf(inside)).toContain('canary');
    await openPart(inside, 'guide');
    await tap(inside, '[data-channel="stable"]');
    await tap(inside, '[data-action="yes"]');
    await inside.locator('[data-told="channel-done"]').waitFor();
    await inside.locator('[data-channel="canary"]').waitFor();
    expect(await inside.locator('[data-told="channel-chosen"]').count()).toBe(0);
    await again.stop();

    const third = await startTerminal({
      env: settings({ OPENFLOOR_SET_STAFF_MAY_SET_CHANNEL: 'false' }),
      profile: terminal.profile,
    });
    const last = await goInside(third);
    expect(await channelOf(last)).toContain('stable');
    await openPart(last, 'guide');
    await last.locator('[data-told^="sync-"]').first().waitFor();
    expect(await last.locator('[data-channel]').count()).toBe(0);
  } finally {
    await server.close();
  }
});

test('the picture over the whole screen shows every grey, and goes away again', async ({ startTerminal }) => {
  const terminal = await startTerminal({ env: staffSettings() });
  const staff = await goInside(terminal);
  await openPart(staff, 'tests');
  await tap(staff, '[data-action="picture-test"]');
  const greys = await staff
    .locator('.picture-test__greys span')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor));
  expect(new Set(greys).size).toBe(16);
  expect([greys[0], greys.at(-1)]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await tap(staff, '[data-action="picture-end"]');
  await expect(staff.locator('.picture-test')).toHaveCount(0);
});

test('a terminal that staff put out of service says so in both languages, also after a restart, until they end it', async ({
  startTerminal,
}) => {
  test.setTimeout(120_000);
  const env = staffSettings();
  const terminal = await startTerminal({ env });
  const staff = await goInside(terminal);
  await openPart(staff, 'terminal');
  await tap(staff, '[data-action="maintenance"]');
  await staff.locator('[data-told="maintenance-on"]').waitFor();
  await tap(staff, '[data-action="leave"]');
  const outOfService = async (page: Page) => {
    await waitForScreen(page, 'maintenance');
    const words = await page.locator('body').innerText();
    expect(words).toContain('Hors service');
    expect(words).toContain('Buiten dienst');
    expect(await page.locator('button').count()).toBe(0);
  };
  await outOfService(await terminal.page());
  await terminal.stop();

  const again = await startTerminal({ env, profile: terminal.profile });
  await outOfService(await again.page());
  const inside = await goInside(again);
  await openPart(inside, 'status');
  await expect(inside.locator('.staff-facts').first()).toContainText(/hors service|buiten dienst/);
  await openPart(inside, 'terminal');
  await tap(inside, '[data-action="maintenance"]');
  await inside.locator('[data-told="maintenance-off"]').waitFor();
  await tap(inside, '[data-action="leave"]');
  await beginVisit(await again.page(), 'fr');
});

for (const [how, status] of [
  ['restart', 1],
  ['exit', 77],
] as const) {
  test(`staff end the application: ${how} tells whoever supervises it so by status ${status}`, async ({
    startTerminal,
    directory,
  }) => {
    const terminal = await startTerminal({
      env: staffSettings({
        OPENFLOOR_SET_STAFF_MAY_EXIT: 'true',
        NOTIFY_SOCKET: path.join(directory, 'nobody-listens'),
      }),
    });
    const staff = await goInside(terminal);
    await openPart(staff, 'terminal');
    const ended = new Promise<number | null>((resolve) => terminal.app.process().once('exit', resolve));
    await tap(staff, `[data-action="${how}"]`);
    await tap(staff, '[data-action="yes"]').catch(() => undefined);
    expect(await ended).toBe(status);
    // In order, with everything written.
    expect(codesOf(terminal)).toContain('stopped');
  });
}

test('the way to the system is not there where the settings do not allow it', async ({ startTerminal }) => {
  const terminal = await startTerminal({ env: staffSettings() });
  const staff = await goInside(terminal);
  await openPart(staff, 'terminal');
  expect(await staff.locator('[data-action="restart"]').count()).toBe(1);
  expect(await staff.locator('[data-action="exit"]').count()).toBe(0);
  const asked = await staff.evaluate(() =>
    (
      window as unknown as { staffBridge: { calls: { exitToSystem: () => Promise<unknown> } } }
    ).staffBridge.calls.exitToSystem(),
  );
  expect(asked).toEqual({ ok: true, value: 'no' });
  expect(await staff.title()).toBe('Openfloor');
});

test('the identity of the terminal can be scanned', async ({ startTerminal }) => {
  const terminal = await startTerminal({
    env: staffSettings({ OPENFLOOR_SET_TERMINAL_ID: 'hall-2', OPENFLOOR_SET_TERMINAL_ZONE: 'employment' }),
  });
  const staff = await goInside(terminal);
  await openPart(staff, 'terminal');
  const { onScreen, throughCamera, moduleMm } = await readCode(staff);
  expect(throughCamera).toBe(onScreen);
  expect(moduleMm).toBeGreaterThanOrEqual(0.8);
  expect(JSON.parse(onScreen ?? '')).toMatchObject({
    openfloor: 1,
    id: 'hall-2',
    place: null,
    zone: 'employment',
  });
});

test('the touch test counts the cells that no finger has reached', async ({ startTerminal }) => {
  test.setTimeout(120_000);
  const terminal = await startTerminal({ env: staffSettings() });
  const staff = await goInside(terminal);
  await openPart(staff, 'tests');
  const devtools = await staff.context().newCDPSession(staff);
  // A finger that rests on a button has touched it; the moments are told, so that the speed of this machine decides nothing.
  const button = await staff.locator('[data-action="touch-test"]').boundingBox();
  if (!button) throw new Error('There is no button of the touch test.');
  const [x, y] = [button.x + button.width / 2, button.y + button.height / 2];
  const at = Date.now() / 1_000;
  await devtools.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x, y }],
    timestamp: at,
  });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: at + 0.9 });
  const cells = staff.locator('[data-cells]');
  const all = Number(await cells.getAttribute('data-cells'));
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  // Every line but the first, each with a finger of its own.
  const rows = await cells.evaluate(
    (element) => getComputedStyle(element).gridTemplateRows.split(' ').length,
  );
  const columns = all / rows;
  for (let row = 1; row < rows; row += 1) {
    const y = ((row + 0.5) * 1_920) / rows;
    await touch('touchStart', 540 / columns, y);
    for (let column = 1; column < columns; column += 1)
      await touch('touchMove', ((column + 0.5) * 1_080) / columns, y);
    await touch('touchEnd');
  }
  // The button in the middle keeps its cells to itself.
  const left = Number(await cells.getAttribute('data-left'));
  expect(left).toBeGreaterThanOrEqual(columns);
  expect(left).toBeLessThan(all / 3);
  // A finger that comes down at once after a swipe stops what the swipe has set going, and is no tap yet.
  await expect(async () => {
    if (await staff.locator('[data-action="touch-end"]').isVisible())
      await tap(staff, '[data-action="touch-end"]');
    await expect(staff.locator('[data-told="touch"]')).toContainText(String(left), { timeout: 3_000 });
  }).toPass();
});

test('a page that nobody touches leaves by itself, and its process with it', async ({ startTerminal }) => {
  const terminal = await startTerminal({ env: staffSettings() });
  const visitor = await terminal.page();
  await waitForUnderstudy(terminal.app);
  const staff = await goInside(terminal);
  await staff.clock.install();
  await openPart(staff, 'log');
  await staff.clock.runFor(39_000);
  expect(await staff.locator('[data-closing]').count()).toBe(0);
  await staff.clock.runFor(11_000);
  await staff.locator('[data-closing]').waitFor();
  await openPart(staff, 'status');
  await staff.clock.runFor(2_000);
  expect(await staff.locator('[data-closing]').count()).toBe(0);
  const process = await terminal.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .find((each) => each.getURL().startsWith('kiosk://staff/'))
      ?.getOSProcessId(),
  );
  await staff.clock.runFor(62_000).catch(() => undefined);
  await expect.poll(() => staffPageOf(terminal.app)).toBeNull();
  await expect
    .poll(() => terminal.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid)))
    .not.toContain(process);
  expect(visitor.isClosed()).toBe(false);
});

test('nothing of the staff page can be reached from a visitor’s page', async ({ startTerminal }) => {
  const terminal = await startTerminal({ env: staffSettings() });
  const page = await terminal.page();
  await beginVisit(page, 'fr');
  const reached = await page.evaluate(async () => {
    const answer = (url: string) =>
      fetch(url).then(
        (response) => String(response.status),
        () => 'refused',
      );
    const frame = document.createElement('iframe');
    frame.src = 'kiosk://staff/staff/index.html';
    const framed = new Promise<string>((resolve) => {
      frame.addEventListener('load', () => resolve(frame.contentDocument === null ? 'not ours' : 'empty'));
      setTimeout(() => resolve('never'), 3_000);
    });
    document.body.append(frame);
    return {
      staffBridge: 'staffBridge' in window,
      staffCalls: Object.keys(
        (window as unknown as { kioskBridge: { calls: object } }).kioskBridge.calls,
      ).filter((name) => /pin|doctor|maintenance|restart|exit|stick/i.test(name)),
      other: await answer('kiosk://staff/staff/index.html'),
      own: await answer('kiosk://visitor/staff/index.html'),
      opened: window.open('kiosk://staff/staff/index.html') === null,
      framed: await framed,
    };
  });
  expect(reached).toMatchObject({
    staffBridge: false,
    staffCalls: [],
    other: 'refused',
    own: '404',
    opened: true,
  });
  await terminal.app.evaluate(async ({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      await contents.executeJavaScript("location.href = 'kiosk://staff/staff/index.html'; void 0");
  });
  expect(page.url()).toBe('kiosk://visitor/visitor/index.html');
  expect(codesOf(terminal)).toContain('navigation-blocked');
  expect(codesOf(terminal)).not.toContain('staff-opened');
});

test('nothing of the guide, of a visitor’s page or of the machine can be reached from the staff page', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal({ env: staffSettings() });
  await waitForScreen(await terminal.page(), 'attract');
  const staff = await goInside(terminal);
  const seen = await staff.evaluate(async () => ({
    kioskBridge: 'kioskBridge' in window,
    guide: await fetch('kiosk://staff/edition/1/manifest.json').then(({ status }) => status),
    visitor: await fetch('kiosk://staff/visitor/index.html').then(({ status }) => status),
    node: ['require', 'process', 'electron'].filter((name) => name in window),
    databases: await indexedDB.databases(),
  }));
  expect(seen).toEqual({ kioskBridge: false, guide: 404, visitor: 404, node: [], databases: [] });
});

test('the test print comes out of the terminal’s own printer', async ({ startTerminal, directory }) => {
  test.setTimeout(180_000);
  const why = await whyNoCups();
  test.skip(why !== null, why ?? '');
  // The print system's filters run as a user of their own.
  await chmod(directory, 0o755);
  const cups = await startCups(path.join(directory, 'cups'));
  try {
    await cups.addMoodyPrinter('hall');
    const terminal = await startTerminal({
      env: { ...cups.env, ...staffSettings({ OPENFLOOR_SET_PRINTER_NAME: 'hall' }) },
    });
    const staff = await goInside(terminal);
    await openPart(staff, 'tests');
    await staff.locator('[data-told="printer-ready"]').waitFor();
    await tap(staff, '[data-action="print-test"]');
    await staff.locator('[data-told="print-printed"]').waitFor({ timeout: 45_000 });
    await cups.setMood('media-empty-error');
    await tap(staff, '[data-action="print-test"]');
    await staff.locator('[data-told="print-out-of-paper"]').waitFor({ timeout: 45_000 });
    await cups.setMood(null);
  } finally {
    await cups.stop();
  }
});
