import type { ElectronApplication } from '@playwright/test';
import { beginVisit, screenOf, takeClock, tap, waitForScreen } from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';
import {
  goInside,
  holdCorners,
  openStaff,
  PIN,
  staffPageOf,
  staffSettings,
  typePin,
  WRONG_PIN,
  waitForStaff,
} from './staff-driver.ts';

/** Process ids of all pages of the terminal, as the system knows them. */
async function processesOf(app: ElectronApplication): Promise<readonly number[]> {
  return app.evaluate(({ app: main }) =>
    main
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  );
}

async function staffProcess(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ webContents }) => {
    const page = webContents.getAllWebContents().find((each) => each.getURL().startsWith('kiosk://staff/'));
    return page?.getOSProcessId() ?? 0;
  });
}

test('two opposite corners held for three seconds ask for the PIN, end the visit behind, and leave nothing when they close', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal({ env: staffSettings() });
  const visitor = await terminal.page();
  await beginVisit(visitor, 'fr');
  const staff = await openStaff(terminal, 'rising');
  expect(await screenOf(staff)).toBe('door');
  await expect.poll(() => visitor.isClosed()).toBe(true);
  expect(terminal.log().some(({ code }) => code === 'visit-ended')).toBe(true);
  const behind = await terminal.page();
  expect(await screenOf(behind)).toBe('attract');

  const process = await staffProcess(terminal.app);
  expect(process).toBeGreaterThan(0);
  await tap(staff, '[data-action="leave"]');
  await expect.poll(() => staffPageOf(terminal.app)).toBeNull();
  await expect.poll(() => processesOf(terminal.app)).not.toContain(process);
  await beginVisit(await terminal.page(), 'nl');
});

test('two corners open the staff page also while the static page is on show, when nothing else works', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal({ env: staffSettings() });
  await terminal.page();
  // From now on every visitor's page dies as soon as it is loaded.
  await terminal.app.evaluate(({ app, webContents }) => {
    const strike = (contents: Electron.WebContents) => {
      const fall = () => {
        if (contents.getURL().endsWith('/visitor/index.html')) contents.forcefullyCrashRenderer();
      };
      contents.on('dom-ready', fall);
      fall();
    };
    for (const contents of webContents.getAllWebContents()) strike(contents);
    app.on('web-contents-created', (_event, contents) => strike(contents));
  });
  const staticPage = () => terminal.app.windows().find((page) => page.url().endsWith('/preparing.html'));
  await expect.poll(staticPage, { timeout: 60_000 }).toBeDefined();
  const page = staticPage();
  if (page === undefined) throw new Error('The static page has gone again.');
  // It is given nothing: neither a bridge nor a script of its own.
  expect(await page.evaluate(() => ['kioskBridge' in window, document.scripts.length])).toEqual([false, 0]);
  const fingers = await holdCorners(page);
  const staff = await waitForStaff(terminal.app);
  await fingers.lift();
  await typePin(staff, PIN);
  await staff.locator('.staff').waitFor();
  expect(terminal.log().map(({ code }) => code)).toContain('preparing-shown');
});

test('one finger, neighbouring corners, or two fingers lifted too early open nothing', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal({ env: staffSettings() });
  const page = await terminal.page();
  await takeClock(terminal.app, page);
  // From now on it moves only when told to: how fast this machine is decides nothing.
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  const devtools = await page.context().newCDPSession(page);
  const press = (points: readonly { readonly x: number; readonly y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: points.map((point, id) => ({ ...point, id })),
    });
  const lift = () => devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const attempts = {
    'one finger': [{ x: 30, y: 30 }],
    'the two upper corners': [
      { x: 30, y: 30 },
      { x: 1050, y: 30 },
    ],
    'a corner and the middle': [
      { x: 30, y: 30 },
      { x: 540, y: 960 },
    ],
    'three fingers': [
      { x: 30, y: 30 },
      { x: 1050, y: 1890 },
      { x: 540, y: 960 },
    ],
  };
  for (const points of Object.values(attempts)) {
    await press(points);
    await page.clock.runFor(10_000);
    await lift();
  }
  const fingers = await holdCorners(page);
  await page.clock.runFor(2_900);
  await fingers.lift();
  await page.clock.runFor(10_000);
  expect(terminal.log().map(({ code }) => code)).not.toContain('staff-opened');
  expect(await screenOf(page)).toBe('attract');

  await test.step('and held long enough they do', async () => {
    const long = await holdCorners(page);
    await page.clock.runFor(3_100);
    await expect.poll(() => terminal.log().map(({ code }) => code)).toContain('staff-opened');
    await long.lift();
  });
});

test('five wrong PINs lock the door, also for the right one, also after a restart, and no digit is logged', async ({
  startTerminal,
}) => {
  test.setTimeout(120_000);
  const env = staffSettings();
  const terminal = await startTerminal({ env });
  const staff = await openStaff(terminal);
  const words = () => staff.locator('.door__words').innerText();
  const said = new Set<string>();
  for (let time = 0; time < 5; time += 1) {
    await typePin(staff, WRONG_PIN);
    said.add(await words());
  }
  await typePin(staff, PIN);
  said.add(await words());
  expect(await screenOf(staff)).toBe('door');
  // The same words for a wrong PIN and for a locked door.
  expect(said.size).toBe(1);
  expect(terminal.log().filter(({ code }) => code === 'staff-pin-refused')).toHaveLength(6);
  await terminal.stop();

  const again = await startTerminal({ env, profile: terminal.profile });
  await typePin(await openStaff(again), PIN);
  expect(again.log().map(({ code }) => code)).not.toContain('staff-entered');
  for (const printed of [terminal.printed(), again.printed()])
    for (const pin of [PIN, WRONG_PIN]) expect(printed).not.toContain(pin);
});

test('the right PIN opens the page in both languages', async ({ startTerminal }) => {
  const terminal = await startTerminal({ env: staffSettings() });
  const staff = await goInside(terminal);
  await tap(staff, '[data-switch-language="nl"]');
  await expect(staff.locator('h1')).toHaveText('Hoe het met dit scherm gaat');
  await tap(staff, '[data-switch-language="fr"]');
  await expect(staff.locator('h1')).toHaveText('Comment va cette borne');
});

test('a terminal without a PIN says how one is set, and has no keys', async ({ startTerminal }) => {
  const terminal = await startTerminal();
  const staff = await openStaff(terminal);
  expect(await screenOf(staff)).toBe('no-pin');
  expect(await staff.locator('body').innerText()).toContain('openfloor pin');
  expect(await staff.locator('[data-digit]').count()).toBe(0);
  await tap(staff, '[data-action="leave"]');
  await expect.poll(() => staffPageOf(terminal.app)).toBeNull();
  await waitForScreen(await terminal.page(), 'attract');
});
