import { describe, expect, it } from 'vitest';
import { readingWarnings } from '../../../../content/publisher/steps/reading/warnings.ts';
import { CAPTIONS, withFilm } from './films-under-test.ts';
import { compiled } from './guide-under-test.ts';

const GUIDE = `schema: 1
languages: [fr, nl]
centre:
  name: { fr: Maison d'exemple, nl: Voorbeeldhuis }
  city: { fr: Bruxelles, nl: Brussel }
  timeZone: Europe/Brussels
  promise: { fr: Gratuit et anonyme, nl: Gratis en anoniem }
themes:
  - id: employment
    line: red
    icon: briefcase
    title: { fr: Trouver un emploi, nl: Werk vinden }
    summary: { fr: "lettre, entretien", nl: "brief, gesprek" }
  - id: education
    line: blue
    icon: globe
    title: { fr: Étudier, nl: Studeren }
    summary: { fr: "écoles, filières", nl: "scholen, richtingen" }
featured: checklists/my-cv
`;

async function inGuide(change: (text: string) => string): Promise<readonly string[]> {
  const { texts } = await compiled({ 'guide.yaml': change(GUIDE) });
  return readingWarnings(texts)
    .filter(({ file }) => file === 'guide.yaml')
    .map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

async function inCaptions(french: string): Promise<readonly string[]> {
  const { texts } = await compiled(
    await withFilm({ 'media/line.fr.vtt': french, 'media/line.nl.vtt': dutch }),
  );
  return readingWarnings(texts)
    .filter(({ file }) => file.endsWith('.vtt'))
    .map(({ file, line, column, rule }) => `${file.slice(6)}:${line}:${column} ${rule}`);
}

const dutch = CAPTIONS.replace('Un point part.', 'Een punt vertrekt.').replace(
  'Il suit sa ligne.',
  'Hij volgt zijn lijn.',
);

describe('the words of guide.yaml', () => {
  it('as they should be are no trouble', async () => {
    expect(await inGuide((text) => text)).toEqual([]);
  });

  it.each<[string, (text: string) => string, readonly string[]]>([
    [
      'a title in capitals',
      (text) => text.replace('Trouver un emploi', 'TROUVER UN EMPLOI'),
      ['12:18 all-capitals'],
    ],
    [
      'a title that breaks over two lines',
      (text) => text.replace('Trouver un emploi', 'Trouver un premier emploi en ville'),
      ['12:18 text-too-wide'],
    ],
    [
      'a word wider than the screen',
      (text) => text.replace('Werk vinden', 'Arbeidsmarktbegeleidingen'),
      ['12:41 long-word-in-title'],
    ],
    [
      'a summary in the other language',
      (text) => text.replace('"lettre, entretien"', '"hoe je een goede brief en een cv schrijft"'),
      ['13:20 other-language'],
    ],
    [
      'a summary that repeats the title',
      (text) => text.replace('"brief, gesprek"', 'werk vinden'),
      ['13:45 summary-repeats-title'],
    ],
    ['signs in a row', (text) => text.replace('Gratuit et anonyme', '"Gratuit !!"'), ['7:18 signs-pile-up']],
    [
      'another form of address',
      (text) => text.replace('Gratis en anoniem', 'Voor u en gratis'),
      ['7:42 form-of-address'],
    ],
    [
      'a promise that was not translated',
      (text) =>
        text
          .replace('nl: Gratis en anoniem', 'nl: Gratuit et anonyme pour tous')
          .replace('fr: Gratuit et anonyme,', 'fr: Gratuit et anonyme pour tous,'),
      ['7:52 same-text'],
    ],
    [
      'a promise too long for its line',
      (text) =>
        text.replace(
          'Gratuit et anonyme',
          '"Gratuit, anonyme, ouvert à tout le monde, sans rendez-vous ni papiers"',
        ),
      ['7:18 text-too-wide'],
    ],
    [
      'two themes of one name',
      (text) => text.replace('nl: Studeren', 'nl: Werk vinden'),
      ['17:31 twin-titles'],
    ],
  ])('%s', async (_name, change, expected) => {
    expect(await inGuide(change)).toEqual(expected);
  });
});

describe('captions', () => {
  it('as they should be are no trouble', async () => {
    expect(await inCaptions(CAPTIONS)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['a word twice', CAPTIONS.replace('Un point', 'Un un point'), ['line.fr.vtt:4:1 doubled-word']],
    [
      'more than two lines',
      CAPTIONS.replace('00:00:02.000\nUn', '00:00:02.000\nUn').replace(
        'Il suit',
        `${'Il va et vient. '.repeat(6)}Il suit`,
      ),
      ['line.fr.vtt:7:1 fast-caption', 'line.fr.vtt:7:1 long-caption'],
    ],
    [
      'gone before it is read',
      CAPTIONS.replace('00:00:02.000\nUn', '00:00:00.800\nUn'),
      ['line.fr.vtt:4:1 fast-caption'],
    ],
    [
      'in the other language',
      CAPTIONS.replace('Un point part.', 'Een punt vertrekt hier nu.').replace(
        'Il suit sa ligne.',
        'Daarna volgt het zijn lijn.',
      ),
      ['line.fr.vtt:4:1 other-language'],
    ],
    ['never translated', dutch, ['line.nl.vtt:4:1 same-text']],
  ])('%s', async (_name, text, expected) => {
    expect(await inCaptions(text)).toEqual(expected);
  });
});
