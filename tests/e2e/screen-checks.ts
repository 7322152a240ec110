import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Pixels in a millimetre, as the terminal has it by default. */
const PIXELS_PER_MM = 4;

/** What a finger can touch: its name, and the smaller side of its target in CSS pixels. */
async function targets(page: Page) {
  return page.evaluate(() => {
    const top = document.querySelector('dialog[open]') ?? document.body;
    return [...top.querySelectorAll<HTMLElement>('button, a, label:has(input)')]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const box = element.getBoundingClientRect();
        return {
          name: `${element.className}: ${element.textContent?.trim().slice(0, 40)}`,
          primary: element.matches(
            '.pill, .attract__door, .theme-row, .low-bar__item, .stop button, .event-row button, .audiences__one, .home-services, .checklist-row, .home-notice, .door__key, .staff__part',
          ),
          // The width of a link in running text is that of its words (WCAG 2.5.8 lets it be).
          smaller: element.matches('.text-link') ? box.height : Math.min(box.height, box.width),
        };
      });
  });
}

/** Parts whose words run out of their box or off the screen sideways. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, button, span, legend, figcaption, dialog')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, svg'))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const words = element.textContent?.trim() ?? '';
        if (!words || box.width === 0) return false;
        return box.left < -1 || box.right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 2;
      })
      .filter((element) => getComputedStyle(element).display !== 'inline')
      // For those who listen only.
      .filter((element) => getComputedStyle(element).clipPath !== 'inset(50%)')
      // The small station with the count stands on the edge of its icon, as it should.
      .filter((element) => !element.matches('.low-bar__icon'))
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 50)}`),
  );
}

/** What a finger would miss: targets smaller than they have to be. */
export async function tooSmall(page: Page): Promise<readonly unknown[]> {
  return (await targets(page)).filter(
    ({ primary, smaller }) => smaller < Math.max(44, (primary ? 20 : 15) * PIXELS_PER_MM) - 0.5,
  );
}

/** Stands for axe's own source where that has run already: it is one and a half megabytes, and is sent and compiled twice each time. */
const AXE_IS_THERE = ';';

/** What axe finds on a page, target sizes included. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const audit = await new AxeBuilder(isThere ? { page, axeSource: AXE_IS_THERE } : { page })
    .setLegacyMode()
    // Of what is well only the names: nobody reads more of it.
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .analyze();
  return audit.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
