import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LINE_COLOURS } from '../../../../content/model/guide.ts';
import { AUDIENCES } from '../../../../content/model/kinds.ts';
import { WEEKDAYS } from '../../../../content/model/opening-hours.ts';
import * as say from '../../../../content/publisher/messages.ts';
import { at, fileOf, LETTER, page, problemsOf } from './guide-under-test.ts';

const good = await readFile(
  fileURLToPath(new URL('../../../fixtures/guides/good/guide.yaml', import.meta.url)),
  'utf8',
);

/** guide.yaml with one text replaced by another. */
function but(old: string, replacement: string): { 'guide.yaml': string } {
  if (!good.includes(old)) throw new Error(`the fixture has no "${old}"`);
  return { 'guide.yaml': good.replace(old, replacement) };
}

describe('guide.yaml', () => {
  it('becomes guide.json with its words set for each language', async () => {
    expect(await fileOf({}, 'guide.json')).toEqual({
      schema: 1,
      languages: ['fr', 'nl'],
      centre: {
        name: { fr: 'Maison d’exemple', nl: 'Voorbeeldhuis' },
        city: { fr: 'Bruxelles', nl: 'Brussel' },
        timeZone: 'Europe/Brussels',
        promise: { fr: 'Gratuit et anonyme\u202f!', nl: 'Gratis en anoniem' },
      },
      themes: [
        {
          id: 'employment',
          line: 'red',
          icon: 'briefcase',
          title: { fr: 'Trouver un emploi', nl: 'Werk vinden' },
          summary: { fr: 'CV, lettre, entretien', nl: 'cv, brief, gesprek' },
        },
      ],
      featured: 'checklists/my-cv',
    });
  });

  it('carries opening hours and audiences into guide.json', async () => {
    const more =
      'featured: checklists/my-cv\nopeningHours: { weekly: { monday: ["09:00-12:30", "13:30-17:00"] }, exceptions: [{ from: 2026-12-25, hours: [] }] }\naudiences: [{ id: pupil, begin: [checklists/my-cv] }]';
    expect(await fileOf(but('featured: checklists/my-cv', more), 'guide.json')).toMatchObject({
      openingHours: {
        weekly: { monday: ['09:00-12:30', '13:30-17:00'] },
        exceptions: [{ from: '2026-12-25', hours: [] }],
      },
      audiences: [{ id: 'pupil', begin: ['checklists/my-cv'] }],
    });
  });

  const summary = 'summary: { fr: "CV, lettre, entretien", nl: "cv, brief, gesprek" }';
  it.each<[string, string, string, number, number, say.Words]>([
    [
      'an unknown name',
      'centre:',
      'center:',
      3,
      1,
      say.unknownKey(
        'center',
        ['schema', 'languages', 'centre', 'themes', 'featured', 'openingHours', 'audiences'],
        'centre',
      ),
    ],
    [
      'an unknown name in a theme',
      '    line: red',
      '    colour: red\n    line: red',
      10,
      5,
      say.unknownKey('colour', ['id', 'line', 'icon', 'title', 'summary'], undefined),
    ],
    [
      'an unknown colour',
      'line: red',
      'line: rouge',
      10,
      11,
      say.notInChoice('themes 1, line', 'rouge', LINE_COLOURS, undefined),
    ],
    [
      'a time zone that does not exist',
      'timeZone: Europe/Brussels',
      'timeZone: Europe/Bruxelles',
      6,
      13,
      say.badTimeZone('centre, timeZone', 'Europe/Bruxelles'),
    ],
    ['a missing icon', '    icon: briefcase\n', '', 9, 5, say.missingKey('themes 1, icon')],
    [
      'a text without Dutch',
      'fr: Bruxelles, nl: Brussel',
      'fr: Bruxelles',
      5,
      3,
      say.localizedMissing('city', 'nl'),
    ],
    [
      'a text in a third language',
      'nl: Brussel',
      'nl: Brussel, de: Brüssel',
      5,
      39,
      say.localizedTooMany('city', 'de', ['fr', 'nl']),
    ],
    [
      'a text in no language',
      'nl: Brussel',
      'nl: Brussel, dutch: Brussel',
      5,
      46,
      say.badLanguage('centre, city, dutch', 'dutch'),
    ],
    [
      'a text that is not one',
      'city: { fr: Bruxelles, nl: Brussel }',
      'city: Bruxelles',
      5,
      9,
      say.badGroup('centre, city', ['fr', 'nl']),
    ],
    [
      'a summary that is too long',
      summary,
      `summary: { fr: "${'m'.repeat(46)}", nl: b }`,
      13,
      20,
      say.tooLong('summary', 46, 45),
    ],
    [
      'a language twice',
      'languages: [fr, nl]',
      'languages: [fr, nl, fr]',
      2,
      21,
      say.namedTwice('languages', 'fr'),
    ],
    ['another shape', 'schema: 1', 'schema: 2', 1, 9, say.notInChoice('schema', '2', ['1'], '1')],
    [
      'a featured document that does not exist',
      'checklists/my-cv',
      'checklists/my-vc',
      14,
      11,
      say.unknownReference('featured', 'checklists/my-vc', 'checklists/my-cv'),
    ],
    [
      'a featured page',
      'checklists/my-cv',
      'employment/cover-letter',
      14,
      11,
      say.featuredIsNoChecklist('employment/cover-letter'),
    ],
    [
      'hours that are no hours',
      'featured: checklists/my-cv',
      'featured: checklists/my-cv\nopeningHours: { weekly: { monday: ["9h-17h"] } }',
      15,
      36,
      say.badHours('openingHours, weekly, monday 1', '9h-17h'),
    ],
    [
      'a floor that closes before it opens',
      'featured: checklists/my-cv',
      'featured: checklists/my-cv\nopeningHours: { weekly: { monday: ["17:00-09:00"] } }',
      15,
      36,
      say.badOpeningHours('openingHours, weekly, monday 1', 'it closes before it opens'),
    ],
    [
      'hours of a day out of order',
      'featured: checklists/my-cv',
      'featured: checklists/my-cv\nopeningHours: { weekly: { monday: ["13:00-17:00", "09:00-12:00"] } }',
      15,
      35,
      say.badOpeningHours('openingHours, weekly, monday', 'the stretches of a day follow one another'),
    ],
    [
      'an exception that ends before it begins',
      'featured: checklists/my-cv',
      'featured: checklists/my-cv\nopeningHours: { weekly: {}, exceptions: [{ from: 2026-12-24, until: 2026-12-01, hours: [] }] }',
      15,
      42,
      say.badOpeningHours('openingHours, exceptions 1', 'it ends before it begins'),
    ],
    [
      'a day of the week in another language',
      'featured: checklists/my-cv',
      'featured: checklists/my-cv\nopeningHours: { weekly: { lundi: ["09:00-17:00"] } }',
      15,
      27,
      say.unknownKey('lundi', WEEKDAYS, undefined),
    ],
    [
      'an audience nobody knows',
      'featured: checklists/my-cv',
      'featured: checklists/my-cv\naudiences: [{ id: pupils, begin: [checklists/my-cv] }]',
      15,
      19,
      say.notInChoice('audiences 1, id', 'pupils', AUDIENCES, 'pupil'),
    ],
    [
      'an audience twice',
      'featured: checklists/my-cv',
      'featured: checklists/my-cv\naudiences: [{ id: pupil, begin: [checklists/my-cv] }, { id: pupil, begin: [checklists/my-cv] }]',
      15,
      61,
      say.namedTwice('audiences', 'pupil'),
    ],
    [
      'an audience sent to a document that does not exist',
      'featured: checklists/my-cv',
      'featured: checklists/my-cv\naudiences: [{ id: pupil, begin: [checklists/my-vc] }]',
      15,
      34,
      say.unknownReference('begin', 'checklists/my-vc', 'checklists/my-cv'),
    ],
  ])('%s', async (_name, old, replacement, line, column, words) => {
    expect(await problemsOf(but(old, replacement))).toEqual([at('guide.yaml', line, column, words)]);
  });

  it('broken in its form', async () => {
    expect(await problemsOf(but('featured: ', 'featured: "'))).toEqual([
      at('guide.yaml', 15, 1, say.yamlNotClosed('guide.yaml')),
    ]);
  });

  it('without its themes does not keep the documents from being checked', async () => {
    const letter = { [LETTER]: page('`a`'), 'pages/employment/cover-letter.nl.md': page('a') };
    const problems = await problemsOf({ ...but('themes:', 'thems:'), ...letter });
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['guide.yaml:8', `${LETTER}:9`]);
  });

  it('theme twice', async () => {
    const twice = good.replace(/ {2}- id: employment\n(?: {4}.*\n)*/, (theme) => theme + theme);
    expect(await problemsOf({ 'guide.yaml': twice })).toEqual([
      at('guide.yaml', 14, 9, say.namedTwice('themes', 'employment')),
    ]);
  });

  it('theme that a folder or another document names is missing', async () => {
    const problems = await problemsOf(but('id: employment', 'id: employement'));
    const themes = ['employement'];
    const words = say.unknownThemeValue('employment', themes, 'employement');
    const both = (file: string, line: number, column: number) =>
      ['fr', 'nl'].map((language) => at(`${file}.${language}.md`, line, column, words));
    expect(problems).toEqual([
      ...both('checklists/my-cv', 6, 8),
      ...both('events/cv-workshop', 7, 8),
      at('pages/employment', null, null, say.unknownTheme('employment', themes, 'employement')),
      ...both('pages/employment/get-help', 17, 1),
      ...both('services/advice', 6, 8),
    ]);
  });
});
