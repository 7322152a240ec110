import { randomBytes, scryptSync } from 'node:crypto';
import type { ElectronApplication, Page } from '@playwright/test';
import { PATIENCE_MS, tap } from '../../src-main/dev/visitor-driver.ts';
import { expect, type Terminal } from './kiosk-test.ts';

/** The PIN of these tests' terminals, and what their settings hold of it. */
export const PIN = '739105';
export const WRONG_PIN = '620948';

/** Settings of a terminal with that PIN; the hash asks for the least work that is allowed, so that a slow machine keeps up. */
export function staffSettings(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const salt = randomBytes(16);
  const key = scryptSync(PIN, salt, 32, { N: 16_384, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
  return {
    OPENFLOOR_SET_STAFF_PIN: `scrypt$16384$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`,
    ...more,
  };
}

/** The staff page that is open now; null while none is. */
export function staffPageOf(app: ElectronApplication): Page | null {
  return app.windows().find((page) => page.url().startsWith('kiosk://staff/')) ?? null;
}

/** Two fingers in opposite corners of a visitor's page; `lift` takes them away. */
export async function holdCorners(
  page: Page,
  corners: 'falling' | 'rising' = 'falling',
): Promise<{ readonly lift: () => Promise<void> }> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const devtools = await page.context().newCDPSession(page);
  const points =
    corners === 'falling'
      ? [
          { x: 30, y: 30, id: 0 },
          { x: width - 30, y: height - 30, id: 1 },
        ]
      : [
          { x: 30, y: height - 30, id: 0 },
          { x: width - 30, y: 30, id: 1 },
        ];
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points });
  return {
    // The page under the fingers ends with the visit.
    lift: () =>
      devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }).then(
        () => undefined,
        () => undefined,
      ),
  };
}

/** Holds two corners until the staff page is there, and answers that page. */
export async function openStaff(
  { app, page }: Pick<Terminal, 'app' | 'page'>,
  corners: 'falling' | 'rising' = 'falling',
): Promise<Page> {
  const visitor = await page();
  await visitor.locator('html:not([data-still])').waitFor({ state: 'attached', timeout: PATIENCE_MS });
  const fingers = await holdCorners(visitor, corners);
  const staff = await waitForStaff(app);
  await fingers.lift();
  return staff;
}

/** Waits until the staff page is there and answers touches. */
export async function waitForStaff(app: ElectronApplication): Promise<Page> {
  await expect.poll(() => staffPageOf(app), { timeout: PATIENCE_MS }).not.toBeNull();
  const staff = staffPageOf(app);
  if (staff === null) throw new Error('The staff page has gone again.');
  await staff.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: PATIENCE_MS });
  return staff;
}

/** Types a PIN with a finger and touches "open"; waits until the door has answered. */
export async function typePin(staff: Page, pin: string): Promise<void> {
  for (const digit of pin) await tap(staff, `[data-digit="${digit}"]`);
  await tap(staff, '[data-action="enter"]');
  await staff.locator('[data-attempt="no"], .staff').first().waitFor({ timeout: PATIENCE_MS });
}

/** Opens the staff page and goes in. */
export async function goInside(terminal: Pick<Terminal, 'app' | 'page'>): Promise<Page> {
  const staff = await openStaff(terminal);
  await typePin(staff, PIN);
  await staff.locator('.staff').waitFor({ timeout: PATIENCE_MS });
  return staff;
}

/** Opens one part of the page. */
export async function openPart(staff: Page, name: string): Promise<void> {
  await tap(staff, `[data-part="${name}"]`);
  await staff.locator(`html[data-screen="${name}"]`).waitFor({ state: 'attached', timeout: PATIENCE_MS });
}
