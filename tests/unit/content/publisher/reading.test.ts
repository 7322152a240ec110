import { describe, expect, it } from 'vitest';
import { CHECKLIST, CHECKLIST_NL, INTERVIEW, LETTER, LETTER_NL, page } from './guide-under-test.ts';
import { inDutch, inFrench, warningsOf } from './reading-under-test.ts';

const words = (count: number, word = 'mot'): string => Array.from({ length: count }, () => word).join(', ');
const sentence = 'La lettre est courte.';

/** Both sides of the letter with this front matter instead of the usual. */
const top = (key: string, french: string, dutch = 'Een brief') => ({
  [LETTER]: page('Une phrase.').replace(key === 'title' ? 'Titre' : 'Une phrase.', french),
  [LETTER_NL]: page('Een zin.').replace('Titre', dutch),
});

describe('a sentence', () => {
  it('of 26 words is told where it begins, one of 25 is not', async () => {
    expect(await inFrench(`Bonjour. ${words(26)}.`.replace('mot', 'Un mot').replace('mot, ', ''))).toEqual([
      '1:10 long-sentence',
    ]);
    expect(await inFrench(`${words(25)}.`)).toEqual([]);
  });

  it('is told on its own line and column, in lists and behind bold words too', async () => {
    expect(await inFrench(`- un\n- **Bref.** Un mot, ${words(25)}.`)).toEqual(['2:13 long-sentence']);
    expect(await inFrench(`Une ligne\nsimple. Un mot, ${words(25)}.`)).toEqual(['2:9 long-sentence']);
  });

  it('does not end at a question that is quoted, or at "M."', async () => {
    const before = words(14);
    expect(await inFrench(`Un « pourquoi ? » ${before}, chez M. Dupont, ${words(10)}.`)).toEqual([
      '1:1 long-sentence',
    ]);
  });

  it('is counted in blocks, captions and steps as well', async () => {
    const long = `Un mot, ${words(25)}.`;
    expect(await inFrench(`:::tip[A]\n${long}\n:::`)).toEqual(['2:1 long-sentence']);
    expect(await inFrench(`:::steps\n1. ${long}\n:::`)).toEqual(['2:4 long-sentence']);
    expect(await inFrench(`![Un pont sur une rivière](media/bridge.svg "${long}")`)).toEqual([
      '1:1 long-sentence',
    ]);
  });
});

describe('a paragraph', () => {
  it('of five sentences is told, one of four is not', async () => {
    expect(await inFrench(Array(5).fill(sentence).join(' '))).toEqual(['1:1 long-paragraph']);
    expect(await inFrench(Array(4).fill(sentence).join(' '))).toEqual([]);
  });

  it('of 81 words in four sentences is told, one of 80 is not', async () => {
    const four = (last: number) =>
      [20, 20, 20, last].map((count) => `Un mot, ${words(count - 2)}.`).join(' ');
    expect(await inFrench(four(21))).toEqual(['1:1 long-paragraph']);
    expect(await inFrench(four(20))).toEqual([]);
  });
});

describe('a title', () => {
  it('with a word too long for the screen is told', async () => {
    const dutch = (title: string) => ({ [LETTER_NL]: page('Een zin.').replace('Titre', title) });
    expect((await warningsOf(dutch('Je vrijwilligersovereenkomst')))[0]).toMatchObject({
      at: '2:8 long-word-in-title',
      what: 'The word "vrijwilligersovereenkomst" has 25 letters; in a title there is room for 22.',
    });
    expect(await warningsOf(dutch('Je vrijwilligers-overeenkomst'))).toEqual([]);
    expect(await warningsOf(dutch('Je sollicitatiegesprekken'))).toEqual([]);
  });

  it('in capitals is told, an abbreviation is not', async () => {
    expect((await warningsOf(top('title', 'ÉCRIRE UNE LETTRE'))).map(({ at }) => at)).toEqual([
      '2:8 all-capitals',
    ]);
    expect(await warningsOf(top('title', 'CV'))).toEqual([]);
    expect(await inFrench('## LE DÉBUT\n\n:::tip[ATTENTION]\nBref.\n:::')).toEqual([
      '1:4 all-capitals',
      '3:8 all-capitals',
    ]);
  });

  it('that the summary repeats is told', async () => {
    expect((await warningsOf(top('summary', '"« Titre ! »"'))).map(({ at }) => at)).toEqual([
      '3:10 summary-repeats-title',
    ]);
  });

  it('that another document has already is told, naming it', async () => {
    const warnings = await warningsOf(top('title', 'Préparer l’entretien.'));
    expect(warnings).toEqual([
      {
        file: INTERVIEW,
        at: '2:8 twin-titles',
        what: `"${LETTER}" has the same title.`,
      },
    ]);
  });
});

describe('a link', () => {
  it.each(['ici', 'Cliquez ici', 'cliquez **ici**', 'en savoir plus', 'lire la suite'])(
    'with the words "%s" is told',
    async (label) => {
      expect(await inFrench(`Pour le CV : [${label}](checklists/my-cv).`)).toEqual(['1:14 vague-link']);
    },
  );
  it.each(['hier', 'Klik hier', 'lees meer', 'Meer info…'])('with the words "%s" is told', async (label) => {
    expect(await inDutch(`Over je cv: [${label}](checklists/my-cv).`)).toEqual(['1:13 vague-link']);
  });
  it('that says where it leads is welcome', async () => {
    expect(await inFrench('Écrivez [votre CV ici](checklists/my-cv).')).toEqual([]);
  });
});

describe('an image', () => {
  it.each(['image', 'Une photo', 'Photo 2', 'bridge.svg', 'Illustration.'])(
    'described as "%s" is told',
    async (alt) => {
      expect(await inFrench(`![${alt}](media/bridge.svg)`)).toEqual(['1:1 empty-description']);
    },
  );
  it.each(['afbeelding', 'Een foto'])('described as "%s" is told', async (alt) => {
    expect(await inDutch(`![${alt}](media/bridge.svg)`)).toEqual(['1:1 empty-description']);
  });
  it('described in words is welcome', async () => {
    expect(await inFrench('![Photo de deux chaises](media/bridge.svg)')).toEqual([]);
  });
});

describe('an abbreviation', () => {
  it('that nobody explains is told once, where it stands first', async () => {
    expect(await inFrench('Passez à la commune.\n\n- Puis à l’ONEM.\n- Encore l’ONEM.')).toEqual([
      '3:12 unexplained-abbreviation',
    ]);
  });

  it.each([
    'L’Office national de l’emploi (ONEM) répond. L’ONEM est à Bruxelles.',
    'L’ONEM (Office national de l’emploi) répond.',
    'L’ONEM répond. Voici ce qu’est l’Office national de l’emploi (ONEM).',
    'ONEM : l’Office national de l’emploi.',
    'Un service appelé ONEM répond.',
    'Le CV, en PDF, sur une clé USB. La TVA, en EUR.',
    'Louis XIV et le XXI siècle. Plan B, permis C.',
    'Le bureau B12 et la norme A4.',
  ])('is clear in: %s', async (body) => {
    expect(await inFrench(body)).toEqual([]);
  });

  it('that is the name of a partner needs no explanation', async () => {
    const partner = (title: string) =>
      page('Un.', 'audience: Tous').replace('Titre', title).replace('Une phrase.', 'Autre chose.');
    const dutch = partner('VDAB Brussel').replace('Un.', 'Een.');
    const partners = { 'partners/vdab.fr.md': partner('VDAB Brussel'), 'partners/vdab.nl.md': dutch };
    const body = { [LETTER]: page('Le VDAB aide.'), [LETTER_NL]: page('De VDAB helpt.') };
    expect(await warningsOf({ ...body, ...partners })).toEqual([]);
    expect((await warningsOf(body)).map(({ at }) => at)).toEqual([
      '9:4 unexplained-abbreviation',
      '9:4 unexplained-abbreviation',
    ]);
  });
});

describe('a slip of the pen', () => {
  it.each([
    ['Lisez le le texte.', '1:10 doubled-word'],
    ['Un mot de\nde trop.', '2:1 doubled-word'],
    ['Un mot **de** de trop.', '1:15 doubled-word'],
    ['**mot** mot', '1:9 doubled-word'],
    ['Bravo !!', '1:7 signs-pile-up'],
    ['Vraiment ?!', '1:10 signs-pile-up'],
    ['Bravo ! !', '1:7 signs-pile-up'],
  ])('%s', async (body, warning) => {
    expect(await inFrench(body)).toEqual([warning]);
  });

  it.each([
    'Nous nous voyons demain.',
    'Vous vous présentez.',
    'Un. Un autre.',
    'Peut-être être ?',
    'Oui ! Non ?',
  ])('%s is none', async (body) => {
    expect(await inFrench(body)).toEqual([]);
  });

  it('of Dutch, and what is none there', async () => {
    expect(await inDutch('Lees de de tekst.')).toEqual(['1:9 doubled-word']);
    expect(await inDutch('Als je je voorbereidt, weet je dat dat helpt.')).toEqual([]);
  });
});

describe('the form of address', () => {
  it.each([
    ['Si tu veux, viens.', '1:4 form-of-address'],
    ['Viens avec ton CV.', '1:12 form-of-address'],
    ['Relis tes mots.', '1:7 form-of-address'],
    ['Prends ta place.', '1:8 form-of-address'],
    ['Fais-le chez toi.', '1:14 form-of-address'],
    ['On t’appelle.', '1:4 form-of-address'],
  ])('in French: %s', async (body, warning) => {
    expect(await inFrench(body)).toEqual([warning]);
  });

  it.each([
    'Le ton de la lettre est simple.',
    'Changez de ton pendant l’appel.',
    'Choisissez un ton calme, dans ce ton-là.',
    'Il s’est tu.',
    'On dit : « Tu peux venir avec ton CV. »',
    'A-t-il un toit ? Va-t-on voir ?',
    'Le statut, la tache et les têtes.',
  ])('in French, not in: %s', async (body) => {
    expect(await inFrench(body)).toEqual([]);
  });

  it.each([
    ['Als u wil, kom dan.', '1:5 form-of-address'],
    ['Neem uw cv mee.', '1:6 form-of-address'],
    ['Stel uzelf voor.', '1:6 form-of-address'],
  ])('in Dutch: %s', async (body, warning) => {
    expect(await inDutch(body)).toEqual([warning]);
  });

  it.each([
    'Kom om 9 u langs, of om 14u30.',
    'De letter u staat er.',
    'Zeg: ‘Kan ik u iets vragen over uw bedrijf?’',
    "Zeg: 'Mag ik u bellen?'",
    'Je gsm ligt in de auto.',
  ])('in Dutch, not in: %s', async (body) => {
    expect(await inDutch(body)).toEqual([]);
  });
});

describe('a checklist', () => {
  it('with the same item twice is told', async () => {
    const list = (items: string) =>
      page(`Un début.\n\n## Groupe\n\n${items}`, 'theme: employment\nminutes: 5').replace('Titre', 'Liste');
    const warnings = await warningsOf({
      [CHECKLIST]: list('- [ ] Mon nom\n\n  Le nom.\n\n- [ ] Mon adresse\n- [ ] mon **nom**.'),
      [CHECKLIST_NL]: list('- [ ] Mijn naam\n\n  De naam.\n\n- [ ] Mijn adres\n- [ ] Mijn foto'),
    });
    expect(warnings.map(({ file, at }) => `${file} ${at}`)).toEqual([`${CHECKLIST} 19:7 twin-items`]);
  });
});
