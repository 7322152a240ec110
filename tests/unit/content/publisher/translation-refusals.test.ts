import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { exportTranslation } from '../../../../content/publisher/commands/export-translation.ts';
import { importTranslation } from '../../../../content/publisher/commands/import-translation.ts';
import { allFiles, fixture, LETTER, LETTER_NL, page, removeTemporary, run } from './guide-under-test.ts';
import { sentOut, startOf, translated, unitOf } from './translation-under-test.ts';

afterEach(removeTemporary);

const FILE = 'pages.employment.cover-letter';
const COMMANDS = [exportTranslation, importTranslation];

describe('a translation that is not right is refused as a whole when', () => {
  // A good change in another document goes along each time: it must not get through either.
  const withGoodNews = (xliff: string) => translated(xliff, 'checklists.my-cv', 'b1', 'Neem alles mee.');

  it.each<[string, string, (xliff: string) => string | Uint8Array]>([
    ['it was cut off', 'xliff-damaged', (xliff) => xliff.slice(0, xliff.length / 2)],
    ['a sign in it is not escaped', 'xliff-damaged', (xliff) => translated(xliff, FILE, 'b3', 'Jan & Piet')],
    ['it is empty', 'xliff-damaged', () => ''],
    ['it is no text', 'xliff-not-text', () => new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xc3])],
    [
      'it holds a document type',
      'xliff-damaged',
      (xliff) => xliff.replace('<xliff', '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff'),
    ],
    ['it is deeper than any real file', 'xliff-damaged', () => '<x>'.repeat(200) + '</x>'.repeat(200)],
    ['it is a web page', 'xliff-other-file', () => '<html><body/></html>'],
    [
      'it is XLIFF 1.2',
      'xliff-version',
      () => '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file/></xliff>',
    ],
    ['it does not say its language', 'xliff-without-language', (xliff) => xliff.replace(' trgLang="nl"', '')],
    [
      'it is in a language of no guide',
      'translation-language',
      (xliff) => xliff.replace('trgLang="nl"', 'trgLang="de"'),
    ],
    [
      'both languages are one',
      'translation-same-language',
      (xliff) => xliff.replace('trgLang="nl"', 'trgLang="fr"'),
    ],
    [
      'one text is marked with another language',
      'xliff-other-language',
      (xliff) => xliff.replace('<target>', '<target xml:lang="de">'),
    ],
    ['it holds no texts', 'xliff-empty', (xliff) => xliff.replace(/<file[\s\S]*<\/file>/, '')],
    [
      'a document is unknown',
      'translation-unknown-file',
      (xliff) => xliff.replace(`id="${FILE}"`, 'id="pages.x.y"'),
    ],
    [
      'a document is in it twice',
      'xliff-doubled-file',
      (xliff) => xliff.replace('id="guide.yaml"', `id="${FILE}"`),
    ],
    [
      'a text is missing',
      'translation-missing-texts',
      (xliff) => xliff.replace(unitOf(xliff, FILE, 'b3'), ''),
    ],
    [
      'a text is unknown',
      'translation-unknown-text',
      (xliff) => {
        const unit = unitOf(xliff, FILE, 'b3');
        return xliff.replace(unit, unit + unit.replace(/id="[^"]+" name="b3"/, 'id="t99" name="b99"'));
      },
    ],
    [
      'a text is in it twice',
      'xliff-doubled-unit',
      (xliff) => xliff.replace(unitOf(xliff, FILE, 'b3'), (unit) => unit + unit),
    ],
    [
      'a text has lost its translation',
      'translation-untranslated',
      (xliff) => translated(xliff, FILE, 'b3', ' '),
    ],
    [
      'a text has lost its source',
      'xliff-without-source',
      (xliff) => xliff.replace('<source>Le début</source>', ''),
    ],
    [
      'a source was changed in it',
      'translation-source-changed',
      (xliff) => xliff.replace('<source>Le début', '<source>La fin'),
    ],
    [
      'a text has lost the mark of the export',
      'translation-mark-lost',
      (xliff) => {
        const unit = unitOf(xliff, FILE, 'b3');
        return xliff.replace(unit, unit.replace(/<mda:metadata>.*<\/mda:metadata>/, ''));
      },
    ],
    [
      'a text holds something XLIFF does not have',
      'xliff-unknown-element',
      (xliff) => translated(xliff, FILE, 'b3', 'Zeg <b>wat</b>'),
    ],
  ])('%s', async (_name, rule, bend) => {
    const { xliff, refusal } = await sentOut();
    expect(await refusal(bend(withGoodNews(xliff)))).toContain(rule);
  });

  const BODY = 'Un **mot** et [un lien](employment/first-interview).';
  it.each<[string, string, string]>([
    ['a link is lost', 'translation-lost-code', 'Een <pc id="1">woord</pc>.'],
    [
      'bold is there twice',
      'translation-doubled-code',
      '<pc id="1">a</pc> <pc id="1">b</pc> <pc id="2">c</pc>',
    ],
    [
      'a code is unknown',
      'translation-unknown-code',
      '<pc id="1">a</pc> <pc id="2">c</pc> <pc id="7">b</pc>',
    ],
    ['a code stands around nothing', 'translation-empty-code', '<pc id="1"/>a <pc id="2">c</pc>'],
    [
      'codes cross',
      'translation-broken-code',
      '<sc id="1"/>a <sc id="2"/>b<ec startRef="1"/> c<ec startRef="2"/>',
    ],
    ['a code is never closed', 'translation-broken-code', '<sc id="1"/>a <pc id="2">b</pc>'],
    ['a pair has become one sign', 'translation-broken-code', '<ph id="1"/>a <pc id="2">b</pc>'],
    [
      'Markdown cannot write it',
      'translation-cannot-be-written',
      'on<pc id="1">«der»</pc>weg <pc id="2">c</pc>',
    ],
  ])('%s', async (_name, rule, target) => {
    const { xliff, refusal } = await sentOut({ [LETTER]: page(BODY), [LETTER_NL]: page(BODY) });
    expect(await refusal(translated(withGoodNews(xliff), FILE, 'b1', target))).toEqual([rule]);
  });

  it('says the file, the line and what to do', async () => {
    const { xliff, takeIn } = await sentOut();
    const back = translated(xliff, FILE, 'b3', ' ');
    const line = back.slice(0, startOf(back, 'b3', back.indexOf(FILE))).split('\n').length;
    const { err } = await takeIn(back);
    expect(err).toContain('This translation cannot be taken in.');
    expect(err).toContain(`back.xlf\n  ${line}:1  The text "b3" has no translation.`);
    expect(err).toContain('Nothing was written.');
  });

  it('the French words were changed in the meantime', async () => {
    const { folder, xliff, takeIn } = await sentOut();
    const path = join(folder, LETTER);
    await writeFile(path, (await readFile(path, 'utf8')).replace('Le début', 'Le départ'));
    const before = await allFiles(folder);
    const { code, err } = await takeIn(translated(xliff, FILE, 'b3', 'Anders.'));
    expect(code).toBe(1);
    expect(err).toContain(`The source of "b2" (${LETTER}:11) is not what was sent out.`);
    expect(await allFiles(folder)).toEqual(before);
  });

  it('a text that got lost on the way is not taken for one that was added later', async () => {
    const { folder, xliff, takeIn } = await sentOut();
    for (const path of [LETTER, LETTER_NL]) {
      await writeFile(join(folder, path), `${await readFile(join(folder, path), 'utf8')}\nFin.\n`);
    }
    const { code, err } = await takeIn(xliff.replace(unitOf(xliff, FILE, 'b3'), ''));
    expect(code).toBe(1);
    expect(err).toContain(`2 texts of ${LETTER} are not in here: "b3" and "b4".`);
  });

  it('a tool that has lost the number of texts is not trusted with missing ones', async () => {
    const { folder, xliff, takeIn } = await sentOut();
    for (const path of [LETTER, LETTER_NL]) {
      await writeFile(join(folder, path), `${await readFile(join(folder, path), 'utf8')}\nFin.\n`);
    }
    const { err } = await takeIn(
      xliff.replaceAll(/<mda:meta type="texts">\d+</g, '<mda:meta type="texts">many<'),
    );
    expect(err).toContain(`1 text of ${LETTER} is not in here: "b4".`);
  });

  it('a colleague has corrected the same Dutch words in the meantime', async () => {
    const { folder, xliff, takeIn } = await sentOut();
    const path = join(folder, LETTER_NL);
    const corrected = (await readFile(path, 'utf8')).replace(
      'Zeg waarom je schrijft.',
      'Zeg waarom je solliciteert.',
    );
    await writeFile(path, corrected);
    const { code, err } = await takeIn(translated(xliff, FILE, 'b3', 'Zeg waarom.'));
    expect(code).toBe(1);
    expect(err).toContain('Somebody has changed the translation of "b3"');
    expect(await readFile(path, 'utf8')).toBe(corrected);
    // Both say the same: nothing is lost.
    expect((await takeIn(translated(xliff, FILE, 'b3', 'Zeg waarom je solliciteert.'))).code).toBe(0);
  });

  it('the two languages do not have the same texts any more', async () => {
    const { folder, xliff, takeIn } = await sentOut();
    await writeFile(join(folder, LETTER_NL), `${await readFile(join(folder, LETTER_NL), 'utf8')}\nEnde.\n`);
    expect((await takeIn(xliff)).err).toContain(`This file has a text that ${LETTER} lacks: paragraph.`);
  });

  it('it is not there', async () => {
    const folder = await fixture();
    const { code, err } = await run(['import-translation', 'no.xlf', '--content', folder], COMMANDS);
    expect(code).toBe(1);
    expect(err).toContain('There is no such file.');
  });
});

describe('sending out is refused when', () => {
  const sending = async (args: readonly string[], change?: (folder: string) => Promise<void>) => {
    const folder = await fixture();
    await change?.(folder);
    const out = join(folder, '..', 'out.xlf');
    const { code, err } = await run(
      ['export-translation', ...args, '--content', folder, '--out', out],
      COMMANDS,
    );
    expect(await readdir(join(folder, '..'))).not.toContain('out.xlf');
    return { code, err };
  };

  it('the guide has mistakes', async () => {
    const { code, err } = await sending(['nl'], async (folder) => {
      const path = join(folder, LETTER);
      await writeFile(path, (await readFile(path, 'utf8')).replace('Dites', '[Dites](no/where)'));
    });
    expect(code).toBe(1);
    expect(err).toContain('The guide cannot be sent for translation yet.');
    expect(err).toContain('no/where');
  });

  it('the two languages do not have the same texts', async () => {
    const { code, err } = await sending(['nl'], async (folder) => {
      const path = join(folder, 'pages/employment/first-interview.nl.md');
      await writeFile(path, (await readFile(path, 'utf8')).replace(' "Twee lijnen, één gesprek."', ''));
    });
    expect(code).toBe(1);
    expect(err).toContain(
      'This file lacks a text that pages/employment/first-interview.fr.md has on line 23: caption of a picture.',
    );
  });

  it('the guide does not have the language', async () => {
    const { err } = await sending(['de']);
    expect(err).toContain('The guide has no language "de".');
    expect((await sending(['nl', '--from', 'nl'])).err).toContain('from "nl" into "nl"');
  });

  it('its file exists, because that may be the translation', async () => {
    const folder = await fixture();
    const out = join(folder, '..', 'out.xlf');
    await writeFile(out, 'work of a week');
    const { code, err } = await run(
      ['export-translation', 'nl', '--content', folder, '--out', out],
      COMMANDS,
    );
    expect(code).toBe(1);
    expect(err).toContain('This file exists already.');
    expect(await readFile(out, 'utf8')).toBe('work of a week');
  });

  it.each([[[]], [['nl', 'fr']]])('it is not said what to do: %j', async (words) => {
    const { code, err } = await sending(words);
    expect(code).toBe(2);
    expect(err).toContain('Usage: npm run guide -- export-translation LANGUAGE');
  });
});
