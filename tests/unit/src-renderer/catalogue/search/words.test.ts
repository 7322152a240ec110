import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../../../../src-renderer/catalogue/search/analysis.ts';
import { fold } from '../../../../../src-renderer/catalogue/search/fold.ts';
import { wordsAndWholes, wordsIn } from '../../../../../src-renderer/catalogue/search/words.ts';

const letters = (text: string) => wordsIn(text).map((word) => word.letters);

describe('Words are compared without what people leave out', () => {
  test.each([
    ['Élève', 'eleve'],
    ['CŒUR', 'coeur'],
    ['œuvre', 'oeuvre'],
    ['ĳs', 'ijs'],
    ['coördinatie', 'coordinatie'],
    ['ﬁn', 'fin'],
  ])('%s is %s', (word, folded) => expect(fold(word)).toBe(folded));

  test.each([
    ['L’école d’à côté', ['ecole', 'cote']],
    ["l'emploi qu'il cherche", ['emploi', 'qu', 'il', 'cherche']],
    ['collega’s en auto’s', ['collega', 'en', 'auto']],
    ['’s avonds', ['avonds']],
    ['mon C.V. et le V.D.A.B.', ['mon', 'cv', 'et', 'le', 'vdab']],
    ['niveau B2, 24 points', ['niveau', 'b2', '24', 'points']],
    ['actiris.brussels', ['actiris', 'brussels']],
    ['', []],
    ['?!', []],
  ])('%s', (text, words) => expect(letters(text)).toEqual(words));

  test('a word says where it stands', () => {
    const text = 'À l’École !';
    const [word] = wordsIn(text);
    expect(word && text.slice(word.start, word.end)).toBe('École');
  });

  test('words with hyphens count in parts and as a whole', () => {
    expect(wordsAndWholes('porte-ouverte').map((word) => word.letters)).toEqual([
      'porte',
      'ouverte',
      'porteouverte',
    ]);
    expect(wordsAndWholes('mon e-mail').map((word) => word.letters)).toEqual(['mon', 'mail', 'email']);
    expect(wordsAndWholes('un - deux').map((word) => word.letters)).toEqual(['un', 'deux']);
  });
});

describe('Plurals and endings fall together', () => {
  test.each([
    ['fr', ['formation', 'formations']],
    ['fr', ['lettre', 'lettres']],
    ['fr', ['travail', 'travaux', 'travailler']],
    ['fr', ['journal', 'journaux']],
    ['fr', ['bureau', 'bureaux']],
    ['fr', ['étudiant', 'étudiante', 'étudiants', 'étudiantes']],
    ['fr', ['premier', 'première', 'premiers', 'premières']],
    ['fr', ['chercher', 'cherche', 'cherché', 'cherchée']],
    ['nl', ['opleiding', 'opleidingen']],
    ['nl', ['brief', 'brieven']],
    ['nl', ['taal', 'talen']],
    ['nl', ['les', 'lessen']],
    ['nl', ['school', 'scholen']],
    ['nl', ['job', 'jobs']],
    ['nl', ['beurs', 'beurzen']],
    ['nl', ['studie', 'studies']],
    ['nl', ['stage', 'stages']],
    ['nl', ['gesprek', 'gesprekken']],
    ['nl', ['mogelijkheid', 'mogelijkheden']],
    ['nl', ['schrijf', 'schrijven']],
    ['nl', ['advies', 'adviezen']],
    ['nl', ['vennoot', 'vennoten']],
  ])('%s: %j', (language, words) => {
    const { stem } = analysisOf(language);
    expect(new Set(words.map((word) => stem(fold(word)))).size).toBe(1);
  });

  test.each([
    ['fr', 'cours', 'course'],
    ['fr', 'bus', 'but'],
    ['nl', 'werk', 'wereld'],
    ['nl', 'thuis', 'huis'],
  ])('%s: %s is not %s', (language, one, other) => {
    const { stem } = analysisOf(language);
    expect(stem(one)).not.toBe(stem(other));
  });

  test('a language nobody has described is searched word for word', () => {
    const { question, stem } = analysisOf('de');
    expect(stem('kurse')).toBe('kurse');
    expect(question('der Kurs').map((word) => word.term)).toEqual(['der', 'kurs']);
  });
});

describe('Empty words', () => {
  test('do not count beside others', () => {
    expect(
      analysisOf('fr')
        .question('je cherche un stage')
        .map((word) => word.letters),
    ).toEqual(['cherche', 'stage']);
    expect(
      analysisOf('nl')
        .question('ik zoek een stage')
        .map((word) => word.letters),
    ).toEqual(['zoek', 'stage']);
  });

  test('never empty a question', () => {
    expect(
      analysisOf('fr')
        .question('où')
        .map((word) => word.letters),
    ).toEqual(['ou']);
    expect(
      analysisOf('nl')
        .question('waar is het')
        .map((word) => word.letters),
    ).toEqual(['waar', 'is', 'het']);
  });
});
