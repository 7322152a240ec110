import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../../../content/publisher/commands/build.ts';
import { exportTranslation } from '../../../../content/publisher/commands/export-translation.ts';
import { importTranslation } from '../../../../content/publisher/commands/import-translation.ts';
import { CAPTIONS, withFilm } from './films-under-test.ts';
import { CHECKLIST_NL, LETTER, LETTER_NL, page, removeTemporary, run } from './guide-under-test.ts';
import { sentOut, translated, unitOf } from './translation-under-test.ts';

afterEach(removeTemporary);

const FILE = 'pages.employment.cover-letter';

/** A page in a form that other editors and other authors leave behind; the same shape in both languages. */
const ODD = [
  '\ufeff---',
  "title: 'L''essai'",
  'summary: >-',
  '  Une phrase',
  '  sur deux lignes.',
  'order: 10 # the first',
  'updated: 2026-11-23',
  '# a note',
  'related: [ ]',
  '---',
  '',
  '',
  'Un *mot*, *encore* et __un autre__ \\* sur',
  '   deux lignes www.example.org.\\',
  'Une troisième  avec  des espaces.',
  '',
  '## Titre ##',
  '',
  '* un',
  '  * deux &amp; trois',
  '+ [quatre](<employment/first-interview>)',
  '',
  "![Un pont](media/bridge.svg 'Le « pont »')",
  '',
  ':::tip[Un **titre**]',
  'Fin.',
  ':::',
  '',
  '',
].join('\r\n');

describe('a translation sent out and taken back unchanged', () => {
  it('changes no byte of any file', async () => {
    const { xliff, takeIn, changed } = await sentOut();
    const { code, out, err } = await takeIn(xliff);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Nothing changes');
    expect(await changed()).toEqual({});
  });

  it('changes no byte of files in an unusual form', async () => {
    const { xliff, takeIn, changed } = await sentOut({ [LETTER]: ODD, [LETTER_NL]: ODD });
    expect((await takeIn(xliff)).code).toBe(0);
    expect(await changed()).toEqual({});
  });

  it('is the same file each time, and holds both languages of every text', async () => {
    const first = await sentOut();
    expect((await sentOut()).xliff).toBe(first.xliff);
    expect(first.xliff).toContain('srcLang="fr" trgLang="nl"');
    const unit = unitOf(first.xliff, FILE, 'b3');
    expect(unit).toContain('<source>Dites pourquoi vous écrivez.</source>');
    expect(unit).toContain('<target>Zeg waarom je schrijft.</target>');
    expect(unit).toContain('paragraph (pages/employment/cover-letter.fr.md, line 13)');
    expect(unitOf(first.xliff, FILE, 'title')).toContain('title, at most 60 characters');
    const ids = [...first.xliff.matchAll(/<unit id="[^"]+" name="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toContain('themes.employment.summary');
    expect(ids).toContain('b6.alt');
    expect(ids).toContain('b6.caption');
    expect(ids).toContain('b9.title');
    expect(ids).toContain('b3.1.2.1');
  });
});

describe('a translated text', () => {
  it('replaces its own words and nothing else in the file', async () => {
    const { xliff, takeIn, changed, folder } = await sentOut();
    const before = await readFile(join(folder, LETTER_NL), 'utf8');
    const { out } = await takeIn(translated(xliff, FILE, 'b3', 'Zeg wat je zoekt.'));
    expect(await changed()).toEqual({
      [LETTER_NL]: before.replace('Zeg waarom je schrijft.', 'Zeg wat je zoekt.'),
    });
    expect(out).toContain('1 Dutch text in 1 file changed');
  });

  it('replaces its own words in a file of an unusual form', async () => {
    const { xliff, takeIn, changed } = await sentOut({ [LETTER]: ODD, [LETTER_NL]: ODD });
    let back = translated(xliff, FILE, 'title', "De proef 't is");
    back = translated(back, FILE, 'summary', 'Eén zin: kort.');
    back = translated(back, FILE, 'b2', 'Kop');
    back = translated(back, FILE, 'b3.1.2.1.1.1', 'twee &amp; drie');
    back = translated(back, FILE, 'b5.alt', 'Een brug [oud]');
    back = translated(back, FILE, 'b5.caption', "De 'brug'");
    expect((await takeIn(back)).err).toBe('');
    expect(await changed()).toEqual({
      [LETTER_NL]: ODD.replace("'L''essai'", "'De proef ''t is'")
        .replace('>-\r\n  Une phrase\r\n  sur deux lignes.', '"Eén zin: kort."')
        .replace('Titre', 'Kop')
        .replace('deux &amp; trois', 'twee & drie')
        .replace('Un pont', 'Een brug [oud]')
        .replace('Le « pont »', "De \\'brug\\'"),
    });
  });

  it('keeps bold, emphasis, links and line breaks where the translator put them', async () => {
    const body = 'Un **gras**, un *mot* et [un lien](employment/first-interview).\\\nFin, **encore**.';
    const { xliff, takeIn, changed } = await sentOut({ [LETTER]: page(body), [LETTER_NL]: page(body) });
    expect(unitOf(xliff, FILE, 'b1')).toContain('dispEnd="](employment/first-interview)"');
    const words =
      '<pc id="3">Een link</pc>, een <pc id="2">woord</pc> en iets <pc id="1">vets </pc>hier.<ph id="4"/><pc id="5">Nog</pc> einde.';
    expect((await takeIn(translated(xliff, FILE, 'b1', words))).err).toBe('');
    const text =
      '[Een link](employment/first-interview), een *woord* en iets **vets** hier.\\\n**Nog** einde.';
    expect(await changed()).toEqual({ [LETTER_NL]: page(text) });
  });

  it.each([
    ['stars and brackets', 'Druk op *, dan op [OK] of _hier_', 'Druk op \\*, dan op \\[OK\\] of \\_hier\\_'],
    ['what looks like a list', '- geen lijst', '\\- geen lijst'],
    ['what looks like a numbered list', '1. geen lijst', '1\\. geen lijst'],
    ['what looks like a heading', '# geen titel', '\\# geen titel'],
    ['what looks like HTML', '&lt;b&gt; is geen code', '\\<b\\> is geen code'],
    ['what looks like an entity', 'Zo: &amp;amp; hier', 'Zo: \\&amp; hier'],
    ['a backslash before a sign', 'C:\\*', 'C:\\\\\\*'],
    ['an address', 'Zie www.example.org om 14:30', 'Zie www.example.org om 14:30'],
  ])('that has %s reads back as the same words', async (_name, target, written) => {
    const { xliff, takeIn, folder } = await sentOut();
    const back = translated(xliff, FILE, 'b1', target);
    expect((await takeIn(back)).err).toBe('');
    const body = (await readFile(join(folder, LETTER_NL), 'utf8')).split('\n')[8];
    expect(body).toBe(written);
    const again = await takeIn(back);
    expect(again.out).toContain('Nothing changes');
  });

  it('that looks like a box to tick stays an item of a list', async () => {
    const file = 'pages.employment.first-interview';
    const { xliff, takeIn, changed } = await sentOut();
    expect((await takeIn(translated(xliff, file, 'b3.2.1', '[ ] Slaap goed'))).err).toBe('');
    expect(Object.values(await changed())[0]).toContain('\n2. \\[ \\] Slaap goed\n');
  });

  it('in guide.yaml stands in quotation marks where it has to', async () => {
    const { xliff, takeIn, changed, folder } = await sentOut();
    const before = await readFile(join(folder, 'guide.yaml'), 'utf8');
    let back = translated(xliff, 'guide.yaml', 'centre.name', 'Huis, plein: voorbeeld');
    back = translated(back, 'guide.yaml', 'themes.employment.title', 'Aan het werk');
    expect((await takeIn(back)).err).toBe('');
    expect(await changed()).toEqual({
      'guide.yaml': before
        .replace('nl: Voorbeeldhuis', 'nl: "Huis, plein: voorbeeld"')
        .replace('nl: Werk vinden', 'nl: Aan het werk'),
    });
  });

  it('goes into the other language when it was sent the other way round', async () => {
    const { xliff, takeIn, changed, folder } = await sentOut({}, 'fr', 'nl');
    const before = await readFile(join(folder, LETTER), 'utf8');
    await takeIn(translated(xliff, FILE, 'b2', 'Au début'));
    expect(await changed()).toEqual({ [LETTER]: before.replace('Le début', 'Au début') });
  });

  it('is only announced by a dry run', async () => {
    const { xliff, takeIn, changed } = await sentOut();
    const { code, out } = await takeIn(translated(xliff, FILE, 'b3', 'Anders.'), '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('1 Dutch text in 1 file would change');
    expect(out).toContain(LETTER_NL);
    expect(await changed()).toEqual({});
  });

  it('that is too long is taken in and said to need work before the next build', async () => {
    const { xliff, takeIn } = await sentOut();
    const { code, out } = await takeIn(translated(xliff, FILE, 'title', 'x'.repeat(70)));
    expect(code).toBe(0);
    expect(out).toContain('Before the next build');
    expect(out).toContain('"title" has 70 characters');
  });
});

describe('a document that has no file in the language yet', () => {
  it('goes along without a translation and gets its file when all of it is translated', async () => {
    const { folder, xliff, takeIn } = await sentOut();
    await rm(join(folder, LETTER_NL));
    const sent = await sentOutAgain(folder);
    expect(unitOf(sent, FILE, 'b3')).not.toContain('<target>');
    expect(unitOf(sent, FILE, 'b3')).toContain('state="initial"');

    // Back with nothing in it: nothing happens, and it is said.
    const nothing = await takeIn(sent);
    expect(nothing.out).toContain(`Still without any translation: ${LETTER_NL}`);
    // Back whole: the file is made from the French one.
    let back = sent;
    const words = { title: 'Titel', summary: 'Zin.', b1: 'Een.', b2: 'Twee', b3: 'Drie.' };
    for (const [unit, target] of Object.entries(words)) back = translated(back, FILE, unit, target);
    expect((await takeIn(back)).out).toContain(`${LETTER_NL} (new file)`);
    expect(await readFile(join(folder, LETTER_NL), 'utf8')).toBe(
      '---\ntitle: Titel\nsummary: Zin.\norder: 10\nupdated: 2026-11-23\nnext: employment/first-interview\n---\n\nEen.\n\n## Twee\n\nDrie.\n',
    );
    expect(xliff).not.toBe(sent);
  });

  it('of a language that is new to the guide gets its words in guide.yaml too', async () => {
    const { folder } = await sentOut();
    const yaml = join(folder, 'guide.yaml');
    await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('[fr, nl]', '[fr, nl, en]'));
    const sent = await sentOutAgain(folder, 'en');
    const back = sent.replace(/(<source>)(.*)(<\/source>)/g, '$1$2$3<target>$2</target>');
    const { takeIn } = taker(folder);
    expect((await takeIn(back)).err).toBe('');
    expect(await readFile(yaml, 'utf8')).toContain(
      "name: { fr: Maison d'exemple, nl: Voorbeeldhuis, en: Maison d'exemple }",
    );
    const out = join(folder, '..', 'edition');
    const built = await run(['build', '--content', folder, '--out', out], [build]);
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' });
  });
});

async function sentOutAgain(folder: string, to = 'nl'): Promise<string> {
  const out = join(folder, '..', 'again.xlf');
  const { code, err } = await run(
    ['export-translation', to, '--from', 'fr', '--out', out, '--content', folder],
    [exportTranslation],
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return readFile(out, 'utf8');
}

function taker(folder: string) {
  return {
    takeIn: async (xliff: string) => {
      const file = join(folder, '..', 'back.xlf');
      await writeFile(file, xliff);
      return run(['import-translation', file, '--content', folder], [importTranslation]);
    },
  };
}

it('a checklist keeps its boxes', async () => {
  const { xliff, takeIn, changed } = await sentOut();
  await takeIn(translated(xliff, 'checklists.my-cv', 'b3.1.1', 'Mijn naam staat bovenaan, groot'));
  const { [CHECKLIST_NL]: text } = await changed();
  expect(text).toContain('- [ ] Mijn naam staat bovenaan, groot\n');
});

describe('a guide that goes on growing while it is translated', () => {
  const added = 'Encore une phrase, toute neuve.';
  const addedNl = 'Nog een zin, helemaal nieuw.';

  /** Puts a paragraph above the first heading of both letters. */
  async function grow(folder: string): Promise<void> {
    for (const [path, words] of [
      [LETTER, added],
      [LETTER_NL, addedNl],
    ] as const) {
      const text = await readFile(join(folder, path), 'utf8');
      await writeFile(join(folder, path), text.replace('\n## ', `\n${words}\n\n## `));
    }
  }

  it('takes the translation in all the same: every text finds its own place', async () => {
    const { folder, xliff, takeIn } = await sentOut();
    await grow(folder);
    const before = await readFile(join(folder, LETTER_NL), 'utf8');
    expect((await takeIn(xliff)).code).toBe(0);
    expect(await readFile(join(folder, LETTER_NL), 'utf8')).toBe(before);
    const { code, err } = await takeIn(translated(xliff, FILE, 'b3', 'Zeg waarom, in één zin.'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const after = await readFile(join(folder, LETTER_NL), 'utf8');
    expect(after).toBe(before.replace('Zeg waarom je schrijft.', 'Zeg waarom, in één zin.'));
    expect(after).toContain(addedNl);
  });

  it('keeps the names of all other texts in the next file that is sent', async () => {
    const idOf = (xliff: string, words: string) =>
      /<unit id="([^"]+)"/.exec(
        xliff.slice(xliff.lastIndexOf('<unit ', xliff.indexOf(`<source>${words}`))),
      )?.[1];
    const first = await sentOut();
    await grow(first.folder);
    const out = join(first.folder, '..', 'again.xlf');
    const sent = await run(
      ['export-translation', 'nl', '--from', 'fr', '--out', out, '--content', first.folder],
      [exportTranslation],
    );
    expect(sent.code).toBe(0);
    const second = await readFile(out, 'utf8');
    const words = 'Dites pourquoi vous écrivez.';
    expect(idOf(second, words)).toBe(idOf(first.xliff, words));
    expect(idOf(second, added)).not.toBe(idOf(second, words));
  });

  it('tells the same words at two places apart', async () => {
    const twice = 'Un mot.\n\n## A\n\nLa même phrase.\n\n## B\n\nLa même phrase.';
    const { xliff, takeIn, changed } = await sentOut({
      [LETTER]: page(twice),
      [LETTER_NL]: page(twice.replaceAll('La même phrase.', 'Dezelfde zin.')),
    });
    expect((await takeIn(translated(xliff, FILE, 'b5', 'Nog eens dezelfde zin.'))).code).toBe(0);
    expect((await changed())[LETTER_NL]).toBe(
      page(
        `${twice.replaceAll('La même phrase.', 'Dezelfde zin.').replace(/Dezelfde zin\.$/, 'Nog eens dezelfde zin.')}`,
      ),
    );
  });
});

describe('the captions of a film', () => {
  const VTT = 'media.line.vtt';

  async function sentWithFilm(changes: Record<string, string> = {}) {
    const files = Object.entries(await withFilm(changes)).flatMap(([path, content]) =>
      content === null ? [] : [[path, content] as const],
    );
    return sentOut(Object.fromEntries(files));
  }

  it('go to the bureau and come back unchanged, with the text of the film', async () => {
    const { xliff, takeIn, changed } = await sentWithFilm();
    expect(unitOf(xliff, VTT, 'c2')).toContain('<source>Il suit sa ligne.</source>');
    expect(xliff).toContain('Un point part. Il suit sa ligne jusqu’au bout.');
    expect((await takeIn(xliff)).code).toBe(0);
    expect(await changed()).toEqual({});
  });

  it('change only their words, in the file of their language', async () => {
    const { xliff, takeIn, changed } = await sentWithFilm();
    const { code, err } = await takeIn(
      translated(xliff, VTT, 'c2', 'Hij volgt<ph id="1"/>zijn lijn &amp; meer.'),
    );
    // The French caption has no line break, so the Dutch one cannot bring one along.
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('"c2"') });
    expect((await takeIn(translated(xliff, VTT, 'c2', 'Hij volgt zijn lijn &amp; meer.'))).code).toBe(0);
    expect(await changed()).toEqual({
      'media/line.nl.vtt': CAPTIONS.replace('Il suit sa ligne.', 'Hij volgt zijn lijn &amp; meer.'),
    });
  });

  it('that a language does not have yet are made, with the same times', async () => {
    const files = await withFilm();
    const sent = await sentOut({ ...(files as Record<string, string>) });
    await rm(join(sent.folder, 'media/line.nl.vtt'));
    const xliff = ['c1', 'c2'].reduce(
      (text, unit, index) => translated(text, VTT, unit, ['Een punt.', 'Zijn lijn.'][index] ?? ''),
      sent.xliff.replaceAll(/(<file id="media[\s\S]*)/g, (part) =>
        part.replaceAll(/type="present">[0-9a-f]{16}</g, 'type="present">none<'),
      ),
    );
    const { code, err } = await sent.takeIn(xliff);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(await readFile(join(sent.folder, 'media/line.nl.vtt'), 'utf8')).toBe(
      CAPTIONS.replace('Un point part.', 'Een punt.').replace('Il suit sa ligne.', 'Zijn lijn.'),
    );
  });

  it('that each language has cut in its own way stay at home', async () => {
    const { xliff } = await sentWithFilm({
      'media/line.nl.vtt': `${CAPTIONS}`.split('\n').slice(0, 4).join('\n'),
    });
    expect(xliff).not.toContain(VTT);
  });
});
