import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import {
  beginVisit,
  goHome,
  openDocument,
  openPlace,
  openTheme,
  pageAtMoment,
  switchLanguage,
  tap,
  waitForScreen,
} from '../../src-main/dev/visitor-driver.ts';
import french from '../../src-renderer/language/words/fr.json' with { type: 'json' };
import dutch from '../../src-renderer/language/words/nl.json' with { type: 'json' };
import { MOMENT, walkPastEveryScreen } from './every-screen.ts';
import { expect, LANDSCAPE, PORTRAIT, test } from './kiosk-test.ts';
import { differsFromKnown } from './known-pictures.ts';
import { barriers, cutOff, tooSmall } from './screen-checks.ts';

const WORDS = { fr: french, nl: dutch } as const;

type Tree = { readonly [key: string]: string | Tree };
function texts(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}

/** Whole sentences and phrases of the other language; single words may happen to be shared. */
function phrasesOf(language: 'fr' | 'nl'): readonly string[] {
  return texts(WORDS[language]).filter((text) => text.includes(' ') && !text.includes('{{'));
}

/** Screens that go on by themselves: the board of the first one, the seconds of the warning. */
const MOVING: ReadonlySet<string> = new Set(['attract', 'warning']);

for (const [orientation, size] of [
  ['upright', PORTRAIT],
  ['lying', LANDSCAPE],
] as const) {
  for (const [language, other] of [
    ['fr', 'nl'],
    ['nl', 'fr'],
  ] as const) {
    test(`every screen in ${language}, ${orientation}: readable, touchable, in one language, and without a barrier`, async ({
      startTerminal,
    }) => {
      test.setTimeout(300_000);
      const pictures = path.join(process.cwd(), 'out/test-results/pictures');
      await mkdir(pictures, { recursive: true });
      const terminal = await startTerminal({ size });
      const page = await pageAtMoment(terminal.app, MOMENT, language);
      const found: Record<string, unknown> = {};
      const note = (screen: string, what: string, problems: readonly unknown[]) => {
        if (problems.length > 0) found[`${screen}: ${what}`] = problems;
      };
      await walkPastEveryScreen(terminal.app, page, language, async (screen) => {
        const name = `${orientation}-${language}-${screen}`;
        const picture = await page.screenshot({ path: path.join(pictures, `${name}.png`) });
        if (!MOVING.has(screen)) {
          const changed = await differsFromKnown(name, picture, path.join(pictures, 'changed'));
          note(screen, 'not as it was', changed === null ? [] : [changed]);
        }
        note(screen, 'cut off', await cutOff(page));
        note(screen, 'too small to touch', await tooSmall(page));
        if (screen !== 'attract') {
          const visible = await page.locator('body').innerText();
          note(
            screen,
            'words of the other language',
            phrasesOf(other).filter((phrase) => visible.includes(phrase)),
          );
        }
        note(screen, 'axe', await barriers(page));
      });
      expect(found).toEqual({});
    });
  }

  test(`every document of the guide fits its screen, ${orientation}`, async ({ startTerminal }) => {
    test.setTimeout(300_000);
    const page = await (await startTerminal({ size })).page();
    await beginVisit(page, 'fr');
    const ids = await page.evaluate(async () => {
      const manifest = (await (await fetch('/edition/1/manifest.json')).json()) as {
        files: { path: string }[];
      };
      return manifest.files.flatMap(({ path: name }) => /^documents\/(.+)\.fr\.json$/.exec(name)?.[1] ?? []);
    });
    expect(ids.length).toBeGreaterThanOrEqual(60);
    const found: Record<string, unknown> = {};
    let language: 'fr' | 'nl' = 'fr';
    let list = '';
    for (const id of ids) {
      // Partners and notices belong to no area; the walk past every screen looks at one of each.
      const theme = await page.evaluate(async (wanted) => {
        const document = (await (await fetch(`/edition/1/files/documents/${wanted}.fr.json`)).json()) as {
          header: { theme?: string };
        };
        return document.header.theme;
      }, id);
      if (theme === undefined) continue;
      // A theme shows its next events only; the agenda has them all.
      const isEvent = id.startsWith('events/');
      const itsList = isEvent ? 'events' : theme;
      if (itsList === list) {
        await tap(page, '[data-action="back"]');
        await waitForScreen(page, isEvent ? 'events' : 'theme');
      } else {
        if (list !== '') await goHome(page);
        if (isEvent) await openPlace(page, 'events');
        else await openTheme(page, theme);
      }
      list = itsList;
      await openDocument(page, id);
      // In the language of the one before, then in the other.
      for (const turn of ['first', 'then'] as const) {
        if (turn === 'then') {
          language = language === 'fr' ? 'nl' : 'fr';
          await switchLanguage(page, language);
        }
        const problems = await cutOff(page);
        if (problems.length > 0) found[`${id} (${language})`] = problems;
        const broken = await page.evaluate(
          () => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length,
        );
        if (broken > 0) found[`${id} (${language}) pictures`] = broken;
      }
    }
    expect(found).toEqual({});
  });
}
