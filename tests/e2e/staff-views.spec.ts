import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { tap, waitForRest, waitForScreen } from '../../src-main/dev/visitor-driver.ts';
import french from '../../src-renderer/staff/words/fr.json' with { type: 'json' };
import dutch from '../../src-renderer/staff/words/nl.json' with { type: 'json' };
import { expect, LANDSCAPE, PORTRAIT, test } from './kiosk-test.ts';
import { differsFromKnown } from './known-pictures.ts';
import { barriers, cutOff, tooSmall } from './screen-checks.ts';
import { openPart, openStaff, PIN, staffSettings, typePin, WRONG_PIN } from './staff-driver.ts';

const WORDS = { fr: french, nl: dutch } as const;

/** Views in which nothing tells of the time, the machine or the version: they are compared with known pictures. */
const ALWAYS_THE_SAME = /^(?:staff-door|staff-door-no|staff-..-(?:doctor|guide|tests-touch)|out-of-service)$/;

type Tree = { readonly [key: string]: string | Tree };
const texts = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
/** Whole phrases of one language; single words may happen to be shared, and the door speaks both. */
const phrasesOf = (language: 'fr' | 'nl') => {
  const { door: _door, ...rest } = WORDS[language];
  return texts(rest).filter((text) => text.includes(' ') && !text.includes('{{'));
};

for (const [orientation, size] of [
  ['upright', PORTRAIT],
  ['lying', LANDSCAPE],
] as const) {
  test(`every view of the staff page, ${orientation}: readable, touchable, in one language, and without a barrier`, async ({
    startTerminal,
  }) => {
    test.setTimeout(300_000);
    const pictures = path.join(process.cwd(), 'out/test-results/pictures');
    await mkdir(pictures, { recursive: true });
    const env = staffSettings({
      OPENFLOOR_SET_STAFF_MAY_EXIT: 'true',
      OPENFLOOR_SET_TERMINAL_ID: 'brussels-ground-1',
      OPENFLOOR_SET_TERMINAL_PLACE: 'Ground floor, left of the welcome desk',
      // A part of the settings that is not used, for the page to say so.
      OPENFLOOR_SET_IDLE_WARN_AFTER_SECONDS: 'soon',
    });
    const terminal = await startTerminal({ size, env });
    const staff = await openStaff(terminal);
    const found: Record<string, unknown> = {};
    const look = async (page: Page, name: string, language: 'fr' | 'nl' | null = null) => {
      await waitForRest(page);
      const picture = await page.screenshot({ path: path.join(pictures, `${orientation}-${name}.png`) });
      const note = (what: string, problems: readonly unknown[]) => {
        if (problems.length > 0) found[`${name}: ${what}`] = problems;
      };
      if (ALWAYS_THE_SAME.test(name)) {
        const why = await differsFromKnown(`${orientation}-${name}`, picture, path.join(pictures, 'changed'));
        note('not the known picture', why === null ? [] : [why]);
      }
      note('cut off', await cutOff(page));
      note('too small to touch', await tooSmall(page));
      note('axe', await barriers(page));
      if (language === null) return;
      const visible = await page.locator('body').innerText();
      const other = phrasesOf(language === 'fr' ? 'nl' : 'fr');
      note(
        'words of the other language',
        other.filter((phrase) => visible.includes(phrase)),
      );
    };

    for (const digit of WRONG_PIN) await tap(staff, `[data-digit="${digit}"]`);
    await look(staff, 'staff-door');
    await tap(staff, '[data-action="enter"]');
    await staff.locator('[data-attempt="no"]').waitFor();
    await look(staff, 'staff-door-no');
    await typePin(staff, PIN);
    for (const language of ['fr', 'nl'] as const) {
      const at = (name: string) => look(staff, `staff-${language}-${name}`, language);
      await tap(staff, `[data-switch-language="${language}"]`);
      await openPart(staff, 'status');
      await staff.locator('.staff-facts').first().waitFor();
      await expect(staff.locator('[data-setting-problem]')).toHaveCount(1);
      await at('status');
      await openPart(staff, 'doctor');
      await at('doctor');
      await tap(staff, '[data-action="run-doctor"]');
      await staff.locator('[data-told="doctor"]').waitFor({ timeout: 40_000 });
      expect(await staff.locator('[data-finding]').count()).toBeGreaterThanOrEqual(17);
      await at('doctor-report');
      await openPart(staff, 'guide');
      await staff.locator('[data-shown="1"]').waitFor();
      await tap(staff, '[data-action="find-sticks"]');
      await staff.locator('[data-told="no-sticks"]').waitFor();
      await at('guide');
      await openPart(staff, 'tests');
      await tap(staff, '[data-action="sound-test"]');
      await staff.locator('[data-told="sound"]').waitFor();
      await at('tests');
      await tap(staff, '[data-action="touch-test"]');
      await staff.locator('[data-cells]').waitFor();
      await at('tests-touch');
      await tap(staff, '[data-action="touch-end"]');
      await staff.locator('[data-told="touch"]').waitFor();
      await openPart(staff, 'log');
      await expect(staff.locator('.staff__line').first()).toBeVisible();
      await tap(staff, '[data-choice="level trouble"]');
      await at('log');
      await openPart(staff, 'terminal');
      await at('terminal');
      await tap(staff, '[data-action="restart"]');
      await at('terminal-asked');
      await tap(staff, '[data-action="no"]');
      await tap(staff, '[data-action="maintenance"]');
      await staff.locator('[data-told="maintenance-on"]').waitFor();
      await at('terminal-maintenance');
      if (language === 'nl') break;
      await tap(staff, '[data-action="maintenance"]');
      await staff.locator('[data-told="maintenance-off"]').waitFor();
    }
    await tap(staff, '[data-action="leave"]');
    const visitor = await terminal.page();
    await waitForScreen(visitor, 'maintenance');
    await look(visitor, 'out-of-service');
    expect(found).toEqual({});
  });
}
