import { afterEach, describe, expect, it } from 'vitest';
import { documentOf, LETTER, LETTER_NL, page, problemsOf, removeTemporary } from './guide-under-test.ts';
import { warningsOf } from './reading-under-test.ts';
import { sentOut, translated, unitOf } from './translation-under-test.ts';

afterEach(removeTemporary);

const withKeywords = (title: string, keywords: string) =>
  page('Un mot.')
    .replace(/^title: .*$/m, `title: ${title}`)
    .replace(/^order:/m, `keywords: ${keywords}\norder:`);

const BOTH = {
  [LETTER]: withKeywords('Écrire une lettre', "candidature, demande d'emploi,  CV"),
  [LETTER_NL]: withKeywords('Een brief schrijven', 'solliciteren'),
};

describe('the keywords of a document', () => {
  it('reach terminals one by one, each language with its own and as many as it has', async () => {
    const keywords = async (language: string) =>
      (await documentOf(BOTH, 'employment/cover-letter', language)).keywords;
    expect(await keywords('fr')).toEqual(['candidature', 'demande d’emploi', 'CV']);
    expect(await keywords('nl')).toEqual(['solliciteren']);
  });

  it('leave no trace in a document that has none', async () => {
    expect(Object.keys(await documentOf({}, 'employment/cover-letter', 'fr'))).not.toContain('keywords');
  });

  it('are missed on one side when only the other has them', async () => {
    const problems = await problemsOf({ [LETTER]: BOTH[LETTER], [LETTER_NL]: page('Een woord.') });
    expect(problems.map(({ rule, file }) => [rule, file])).toEqual([['different-detail', LETTER_NL]]);
  });

  it('are no text of the page: nobody is warned about their words', async () => {
    const same = {
      [LETTER]: withKeywords('Écrire une lettre', 'jobs, VDAB, interim'),
      [LETTER_NL]: withKeywords('Een brief schrijven', 'jobs, VDAB, interim'),
    };
    expect(await warningsOf(same)).toEqual([]);
  });

  it('go to the translator as one text, and come back as the translator likes', async () => {
    const { xliff, takeIn, changed } = await sentOut(BOTH);
    const unit = unitOf(xliff, 'pages.employment.cover-letter', 'keywords');
    expect(unit).toContain('<source>candidature, demande d');
    const back = translated(
      xliff,
      'pages.employment.cover-letter',
      'keywords',
      'solliciteren, kandidatuur, werk',
    );
    expect((await takeIn(back)).code).toBe(0);
    expect((await changed())[LETTER_NL]).toContain('keywords: solliciteren, kandidatuur, werk\n');
  });
});
