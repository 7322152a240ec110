import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileGuide } from '../../../../content/publisher/steps/compile-guide.ts';
import { readSources } from '../../../../content/publisher/steps/read-sources.ts';
import { strayLanguage } from '../../../../content/publisher/steps/reading/languages.ts';
import { passagesOf } from '../../../../content/publisher/steps/reading/passages.ts';
import { LETTER, LETTER_NL, page } from './guide-under-test.ts';
import { inDutch, inFrench, warningsOf } from './reading-under-test.ts';

const OWN_GUIDE = fileURLToPath(new URL('../../../../content/guide', import.meta.url));

describe('a text in the wrong language', () => {
  it('is told on its line', async () => {
    expect(await inFrench('Une phrase.\n\nNeem je cv mee en kom een kwartier vroeger.')).toEqual([
      '3:1 other-language',
    ]);
    expect(await inDutch('Een zin.\n\n- Emportez votre CV et de quoi noter la suite.')).toEqual([
      '3:3 other-language',
    ]);
  });

  it('is told in headings, blocks, descriptions and summaries', async () => {
    const dutch = 'Hoe je een goede brief schrijft voor een werkgever';
    expect(await inFrench(`## ${dutch}`)).toEqual(['1:4 other-language']);
    expect(await inFrench(`:::tip[${dutch}]\nUn mot.\n:::`)).toEqual(['1:8 other-language']);
    expect(await inFrench(`![${dutch}](media/bridge.svg)`)).toEqual(['1:1 other-language']);
    const summary = page('Un mot.').replace('Une phrase.', dutch);
    expect((await warningsOf({ [LETTER]: summary })).map(({ at }) => at)).toEqual(['3:10 other-language']);
  });

  it('names both languages', async () => {
    const [warning] = await warningsOf({ [LETTER]: page('Neem je cv mee en kom een kwartier vroeger.') });
    expect(warning?.what).toBe('This text seems to be in Dutch, and the file is the French one.');
  });

  it.each([
    'Bruxelles Formation, Actiris, VDAB Brussel.',
    'VDAB, Beroepenpunt.',
    'Le Vlaamse Dienst voor Arbeidsbemiddeling répond à toutes vos questions.',
    'Dites simplement « Goedemorgen » en entrant, et souriez.',
    'CV, PDF, e-mail.',
  ])('is not found where there is none: %s', async (body) => {
    expect((await inFrench(body)).filter((warning) => warning.includes('language'))).toEqual([]);
  });

  it('is found in nearly every paragraph of our own guide laid into the other language, and in none that lies right', async () => {
    const { texts } = await compileGuide(await readSources(OWN_GUIDE), 1);
    const passages = [...texts.documents.values()].flat().flatMap((side) =>
      passagesOf(side)
        .filter(({ text }) => (text.match(/\p{L}/gu) ?? []).length >= 30)
        .map(({ text }) => ({
          text,
          own: side.file.language,
          other: side.file.language === 'fr' ? 'nl' : 'fr',
        })),
    );
    const found = passages.filter(({ text, own, other }) => strayLanguage(text, other, ['fr', 'nl']) === own);
    const wronged = passages.filter(({ text, own }) => strayLanguage(text, own, ['fr', 'nl']) !== undefined);
    expect(passages.length).toBeGreaterThan(500);
    expect(found.length / passages.length).toBeGreaterThan(0.98);
    expect(wronged.map(({ text }) => text)).toEqual([]);
  });
});

describe('the same words in both languages', () => {
  const both = (french: string, dutch: string) =>
    warningsOf({ [LETTER]: page(french), [LETTER_NL]: page(dutch).replace('Titre', 'Titel') });

  it('are told once, with the place of the other side', async () => {
    const text = 'Un mot.\n\nDites pourquoi vous écrivez cette lettre à cet employeur.';
    expect(await both(text, text.replace('Un mot.', 'Een woord.'))).toEqual([
      {
        file: LETTER_NL,
        at: '11:1 same-text',
        what: `This text is word for word the same in Dutch and French (line 11 of ${LETTER}).`,
      },
    ]);
  });

  it('are told of titles too', async () => {
    const title = (text: string) => page(text).replace('Titre', 'Mon plan en cinq jours');
    const warnings = await warningsOf({ [LETTER]: title('Un.'), [LETTER_NL]: title('Een.') });
    expect(warnings.map(({ file, at }) => `${file} ${at}`)).toEqual([`${LETTER_NL} 2:8 same-text`]);
  });

  it('may be names and other short things', async () => {
    expect(await both('Bruxelles Formation, Actiris.', 'Bruxelles Formation, Actiris.')).toEqual([]);
  });
});
