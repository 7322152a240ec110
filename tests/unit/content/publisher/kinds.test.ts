import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../../content/model/document.ts';
import * as say from '../../../../content/publisher/messages.ts';
import { KINDS } from '../../../../content/publisher/steps/folders.ts';
import { idOfPath } from '../../../../content/publisher/steps/sort-files.ts';
import { at, compiled, documentOf, page, problemsOf } from './guide-under-test.ts';

const COMMON = ['title: Titre', 'summary: Une phrase.', 'order: 10', 'updated: 2026-11-23'];
const LINES = {
  event: [
    ...COMMON,
    'theme: employment',
    'type: workshop',
    'starts: 2026-12-01T14:00',
    'ends: 2026-12-01T16:00',
    'spoken: [fr]',
    'place: Salle 2',
    'registration: walk-in',
  ],
  service: [
    ...COMMON,
    'theme: employment',
    'access: both',
    'audience: Tout le monde',
    'when: Toujours',
    'where: Ici',
  ],
  partner: [...COMMON, 'audience: Tout le monde'],
  notice: [...COMMON, 'urgency: urgent', 'validFrom: 2026-12-01', 'validUntil: 2026-12-31'],
} as const;
const FOLDER = { event: 'events', service: 'services', partner: 'partners', notice: 'notices' } as const;
type Kind = keyof typeof LINES;

const keyOfNotices = say.keyOfOtherKinds('urgency', ['notice'], 'partner');

/** A document of a kind in both languages: its good lines, the French ones with some replaced, added or taken out (null). */
function both(kind: Kind, french: Readonly<Record<string, string | null>>, dutch = {}) {
  const lines = (changes: Readonly<Record<string, string | null>>): string => {
    const known = LINES[kind].map((line) => line.replace(/:.*/s, ''));
    const changed = LINES[kind].flatMap((line, index) => changes[known[index] ?? ''] ?? line);
    const kept = changed.filter((_, index) => changes[known[index] ?? ''] !== null);
    const added = Object.entries(changes).flatMap(([key, line]) => (known.includes(key) ? [] : (line ?? [])));
    return `---\n${[...kept, ...added].join('\n')}\n---\n\nUne phrase.\n`;
  };
  return {
    [`${FOLDER[kind]}/new.fr.md`]: lines(french),
    [`${FOLDER[kind]}/new.nl.md`]: lines(dutch),
  };
}

const FR = (kind: Kind) => `${FOLDER[kind]}/new.fr.md`;
const NL = (kind: Kind) => `${FOLDER[kind]}/new.nl.md`;
/** The line on which a good line stands. */
const lineOf = (kind: Kind, key: string) => LINES[kind].findIndex((line) => line.startsWith(`${key}:`)) + 2;

describe('a document of each kind', () => {
  it('reaches the edition whole', async () => {
    const [event, service, partner, notice] = await Promise.all(
      ['events/cv-workshop', 'services/advice', 'partners/example-house', 'notices/closed'].map((id) =>
        documentOf({}, id, 'fr'),
      ),
    );
    expect(event).toMatchObject({
      kind: 'event',
      header: {
        kind: 'event',
        id: 'events/cv-workshop',
        theme: 'employment',
        type: 'workshop',
        starts: '2026-12-01T14:00',
        ends: '2026-12-01T16:00',
        repeats: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20361231',
        except: ['2026-12-29'],
        spoken: ['fr'],
        summary: 'Repartez avec un CV d’une page.',
      },
      place: 'Salle 2 (exemple)',
      registration: 'required',
      register: 'Inscrivez-vous à l’accueil.',
      places: 12,
      example: true,
      body: [{ type: 'paragraph' }, { type: 'heading', anchor: 'h1' }, { type: 'paragraph' }],
    });
    expect(service).toMatchObject({
      header: {
        kind: 'service',
        theme: 'employment',
        access: 'both',
        audience: 'Toute personne qui cherche un emploi',
      },
      when: 'Pendant les heures d’ouverture (exemple)',
      where: 'Espace emploi (exemple)',
      how: 'Présentez-vous à l’accueil.',
      example: true,
    });
    expect(partner).toMatchObject({
      header: { kind: 'partner', audience: 'Tout le monde' },
      contact: { address: 'Rue de l’Exemple 1', phone: '02 000 00 00', example: true },
    });
    expect(notice).toMatchObject({
      header: {
        kind: 'notice',
        urgency: 'information',
        validFrom: '2026-12-15',
        validUntil: '2027-01-01',
      },
      body: [{ type: 'paragraph' }],
    });
  });

  it('can leave out what is not mandatory', async () => {
    for (const kind of ['event', 'service', 'partner', 'notice'] as const) {
      expect(await problemsOf(both(kind, {})), kind).toEqual([]);
    }
    const { header } = await documentOf(both('event', {}), 'events/new', 'fr');
    expect('repeats' in header).toBe(false);
    expect(header).toMatchObject({ except: [], related: [] });
  });

  it.each<[string, string | undefined]>([
    ['pages/employment/letter.fr.md', 'employment/letter'],
    ['checklists/letter.nl.md', 'checklists/letter'],
    ['events/fair.fr.md', 'events/fair'],
    ['services/advice.fr.md', 'services/advice'],
    ['partners/house.fr.md', 'partners/house'],
    ['notices/closed.fr.md', 'notices/closed'],
    ['events/employment/fair.fr.md', undefined],
    ['pages/letter.fr.md', undefined],
  ])('lies at %s', (path, id) => {
    expect(idOfPath(path)).toBe(id);
  });

  it('can be linked from any other', async () => {
    const links = KINDS.filter((kind) => kind !== 'page').map((kind) => LINKED[kind]);
    const text = `${links.map((id) => `[ici](${id})`).join(', ')}.`;
    const changes = both('notice', {});
    const linked = Object.fromEntries(
      Object.entries(changes).map(([path, content]) => [path, content.replace('\nUne phrase.', `\n${text}`)]),
    );
    expect(await problemsOf(linked)).toEqual([]);
  });
});

const LINKED: Readonly<Record<DocumentKind, string>> = {
  page: 'employment/cover-letter',
  checklist: 'checklists/my-cv',
  event: 'events/cv-workshop',
  service: 'services/advice',
  partner: 'partners/example-house',
  notice: 'notices/closed',
};

describe('a line that a kind cannot do without', () => {
  it.each<[Kind, string]>([
    ['event', 'theme'],
    ['event', 'type'],
    ['event', 'starts'],
    ['event', 'ends'],
    ['event', 'spoken'],
    ['event', 'place'],
    ['event', 'registration'],
    ['service', 'access'],
    ['service', 'when'],
    ['partner', 'audience'],
    ['notice', 'urgency'],
    ['notice', 'validFrom'],
    ['notice', 'validUntil'],
  ])('%s: %s', async (kind, key) => {
    expect(await problemsOf(both(kind, { [key]: null }))).toEqual([at(FR(kind), 1, 1, say.missingKey(key))]);
  });
});

describe('a line with a mistake', () => {
  it.each<[string, Kind, string, string, number, say.Words]>([
    [
      'a sort of event that does not exist',
      'event',
      'type',
      'type: atelier',
      7,
      say.notInChoice(
        'type',
        'atelier',
        ['workshop', 'job-fair', 'information-seminar', 'group-activity'],
        undefined,
      ),
    ],
    [
      'an hour without its day',
      'event',
      'starts',
      'starts: "14:00"',
      9,
      say.badDayWithHour('starts', '14:00'),
    ],
    [
      'a begin on a day that does not exist',
      'event',
      'starts',
      'starts: 2026-02-31T14:00',
      9,
      say.badDayWithHour('starts', '2026-02-31T14:00'),
    ],
    [
      'a language in a word',
      'event',
      'spoken',
      'spoken: [français]',
      10,
      say.badLanguage('spoken 1', 'français'),
    ],
    ['a language twice', 'event', 'spoken', 'spoken: [fr, fr]', 14, say.namedTwice('spoken', 'fr')],
    [
      'a theme that the guide does not have',
      'service',
      'theme',
      'theme: employmnt',
      8,
      say.unknownThemeValue('employmnt', ['employment'], 'employment'),
    ],
    ['"yes" in words', 'service', 'example', 'example: oui', 10, say.badYesNo('example')],
    ['a line of another kind', 'partner', 'urgency', 'urgency: urgent', 1, keyOfNotices],
    [
      'a contact with nothing in it',
      'partner',
      'contact',
      'contact: { example: true }',
      10,
      say.emptyContact('contact'),
    ],
    [
      'a contact with a misspelled line',
      'partner',
      'contact',
      'contact: { phone: 02 000 00 00, adress: x }',
      33,
      say.unknownKey('adress', ['address', 'phone', 'email', 'website', 'example'], 'address'),
    ],
    [
      'a notice that ends before it begins',
      'notice',
      'validUntil',
      'validUntil: 2026-11-30',
      13,
      say.endsBeforeItBegins('2026-12-01', '2026-11-30'),
    ],
  ])('%s', async (_name, kind, key, line, column, words) => {
    const place = lineOf(kind, key) > 1 ? lineOf(kind, key) : LINES[kind].length + 2;
    expect(await problemsOf(both(kind, { [key]: line }))).toEqual([at(FR(kind), place, column, words)]);
  });

  it('a heading in a notice', async () => {
    const changes = both('notice', {});
    const path = FR('notice');
    const problems = await problemsOf({ ...changes, [path]: `${changes[path]}\n## Titre\n` });
    expect(problems).toEqual([at(path, 13, 1, say.headingInNotice)]);
  });

  it('minutes of an event, which are counted', async () => {
    expect(await problemsOf(both('event', { minutes: 'minutes: 5' }))).toEqual([
      at(FR('event'), 13, 1, say.keyOfOtherKinds('minutes', ['checklist'], 'event')),
    ]);
  });
});

it('a page for the same audience twice', async () => {
  const path = 'pages/employment/get-help.fr.md';
  const problems = await problemsOf({ [path]: page('Une phrase.', 'audiences: [pupil, pupil]') });
  expect(problems.filter(({ file }) => file === path)).toEqual([
    at(path, 6, 20, say.namedTwice('audiences', 'pupil')),
  ]);
});

describe('the two languages of a document', () => {
  it.each<[Kind, string, string, string, string]>([
    ['event', 'type', 'type: job-fair', 'job-fair', 'workshop'],
    ['event', 'starts', 'starts: 2026-12-01T13:00', '2026-12-01T13:00', '2026-12-01T14:00'],
    ['event', 'ends', 'ends: 2026-12-01T17:00', '2026-12-01T17:00', '2026-12-01T16:00'],
    ['event', 'spoken', 'spoken: [nl]', '[nl]', '[fr]'],
    ['service', 'access', 'access: walk-in', 'walk-in', 'both'],
    ['notice', 'urgency', 'urgency: information', 'information', 'urgent'],
    ['notice', 'validUntil', 'validUntil: 2027-01-31', '2027-01-31', '2026-12-31'],
  ])('of a kind have to agree on %s, %s', async (kind, key, line, here, there) => {
    const place = lineOf(kind, key);
    expect(await problemsOf(both(kind, {}, { [key]: line }))).toEqual([
      at(
        NL(kind),
        place,
        1,
        say.differentDetail(
          key,
          { file: NL(kind), language: 'nl', line: place, value: here },
          { file: FR(kind), language: 'fr', line: place, value: there },
        ),
      ),
    ]);
  });

  it.each<[Kind, string, string]>([
    ['event', 'places', 'places: 12'],
    ['event', 'example', 'example: true'],
    ['event', 'repeats', 'repeats: FREQ=WEEKLY;COUNT=3'],
    ['event', 'register', "register: À l'accueil."],
    ['service', 'how', 'how: Venez.'],
    ['partner', 'contact', 'contact: { phone: 02 000 00 00 }'],
  ])('both have, or both leave out, of %s: %s', async (kind, key, line) => {
    const problems = await problemsOf(both(kind, {}, { [key]: line }));
    expect(problems.map(({ file, what }) => ({ file, what: what.slice(0, key.length + 20) }))).toEqual([
      { file: NL(kind), what: `"${key}" is not the same in`.slice(0, key.length + 20) },
    ]);
  });

  it('write place, words about registration and contact as they like', async () => {
    const french = { register: "register: À l'accueil." };
    const dutch = { place: 'place: Zaal 2', register: 'register: Aan het onthaal.' };
    expect(await problemsOf(both('event', french, dutch))).toEqual([]);
    const contact = (website: string) => ({ contact: `contact: { website: ${website} }` });
    expect(await problemsOf(both('partner', contact('example.org/fr'), contact('example.org/nl')))).toEqual(
      [],
    );
  });

  it('dial the same number', async () => {
    const contact = (phone: string) => ({ contact: `contact: { phone: ${phone} }` });
    const problems = await problemsOf(both('partner', contact('02 1'), contact('02 2')));
    expect(problems.map(({ what }) => what)).toEqual([
      expect.stringContaining('"contact, phone" is not the same in both languages: 02 2 on line'),
    ]);
  });
});

it('the time of an event is that of its longest language', async () => {
  const long = `---\n${LINES.event.join('\n')}\n---\n\n${'mot '.repeat(400)}\n`;
  const result = await compiled({ [FR('event')]: long, [NL('event')]: both('event', {})[NL('event')] ?? '' });
  expect(result.ok).toBe(true);
  const { header } = await documentOf(
    { [FR('event')]: long, [NL('event')]: both('event', {})[NL('event')] ?? '' },
    'events/new',
    'nl',
  );
  expect(header.minutes).toBe(2);
});
