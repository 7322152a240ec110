import { describe, expect, it } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import { readCaptions, writeCaptions } from '../../../../content/publisher/films/captions.ts';
import * as say from '../../../../content/publisher/messages.ts';
import { CAPTIONS, withFilm } from './films-under-test.ts';
import { at, compiled, problemsOf } from './guide-under-test.ts';

const cue = (times: string, words: string): string => `${times}\n${words}\n`;
const captions = (...cues: readonly string[]): string => `WEBVTT\n\n${cues.join('\n')}`;
const GOOD = cue('00:00:01.000 --> 00:00:02.000', 'Bonjour.');

function read(text: string) {
  const { cues, mistakes } = readCaptions(text);
  return { cues: cues.map(({ start, end, text: words }) => [start, end, words]), mistakes };
}

describe('captions', () => {
  it('are read with and without hours, names, notes and settings', () => {
    const text = `WEBVTT - un film\nKind: captions\n\nNOTE à relire\navec Anna\n\npremier\n00:01.250 --> 01:00:02.000 line:0 align:start\nBonjour.\nÇa va ?\n`;
    expect(read(text)).toEqual({ cues: [[1250, 3_602_000, 'Bonjour.\nÇa va ?']], mistakes: [] });
  });

  it('keep their words and lose the marks around them; who speaks stands in front', () => {
    const text = captions(
      cue(
        '00:01.000 --> 00:02.000',
        '<v.loud Anna>On <i>y</i> va</v> &amp; <c.red>vite</c> <00:00:01.500>! 1 &lt; 2',
      ),
    );
    expect(read(text).cues).toEqual([[1000, 2000, 'Anna: On y va & vite ! 1 < 2']]);
  });

  it.each<[string, string, number, say.Words]>([
    ['nothing at all', '', 1, say.captionsWithoutHead(false)],
    ['SRT', '1\n00:00:01,000 --> 00:00:02,000\nBonjour.\n', 1, say.captionsWithoutHead(true)],
    ['words only', 'Bonjour.\n', 1, say.captionsWithoutHead(false)],
    ['no captions', 'WEBVTT\n', 1, say.captionsEmpty],
    [
      'a style',
      `WEBVTT\n\nSTYLE\n::cue { background: url(http://a) }\n\n${GOOD}`,
      3,
      say.captionsStyle('STYLE'),
    ],
    [
      'a comma in the times',
      captions(cue('00:00:01,000 --> 00:00:02,000', 'A')),
      3,
      say.captionTimes('00:00:01,000 --> 00:00:02,000'),
    ],
    [
      '61 seconds',
      captions(cue('00:61.000 --> 01:02.000', 'A')),
      3,
      say.captionTimes('00:61.000 --> 01:02.000'),
    ],
    ['an end before the beginning', captions(cue('00:02.000 --> 00:01.000', 'A')), 3, say.captionEndsFirst],
    [
      'words after an empty line',
      captions(GOOD, 'Encore un mot.\n'),
      6,
      say.captionWithoutTimes('Encore un mot.'),
    ],
    [
      'no words',
      captions('00:01.000 --> 00:02.000\n', GOOD.replaceAll('01', '03').replaceAll('02', '04')),
      3,
      say.captionEmpty,
    ],
    [
      'no empty line before the next',
      captions(`${GOOD.trimEnd()}\n00:02.000 --> 00:03.000\nA\n`),
      5,
      say.captionArrow,
    ],
    ['one over the other', captions(GOOD, cue('00:01.999 --> 00:03.000', 'A')), 6, say.captionTooEarly(3)],
    [
      'an image',
      captions(cue('00:01.000 --> 00:02.000', 'A <img src=x onerror=a()>')),
      4,
      say.captionMarkup('<img src=x onerror=a()>'),
    ],
    ['a bare <', captions(cue('00:01.000 --> 00:02.000', '1 < 2')), 4, say.captionMarkup('< 2')],
  ])('%s is told at its line', (_name, text, line, words) => {
    expect(readCaptions(text).mistakes).toEqual([{ line, words }]);
  });

  it('are written again in one form, and read back as the same', () => {
    const { cues } = readCaptions(
      captions(
        cue('00:01.000 --> 00:02.000 align:start', '<i>Ça va ?</i>'),
        cue('01:00:02.000 --> 01:00:03.500', "L'heure : 1 &lt; 2 & 3"),
      ),
    );
    const written = writeCaptions(cues, 'fr');
    expect(written).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nÇa va\u202f?\n\n01:00:02.000 --> 01:00:03.500\nL’heure\u202f: 1 &lt; 2 &amp; 3\n',
    );
    expect(readCaptions(written).mistakes).toEqual([]);
    expect(writeCaptions(readCaptions(written).cues, 'fr')).toBe(written);
  });
});

describe('captions in a guide', () => {
  it('are set for their language', async () => {
    const words = captions(cue('00:01.000 --> 00:02.000', "C'est quoi ?"));
    const result = await compiled(await withFilm({ 'media/line.fr.vtt': words, 'media/line.nl.vtt': words }));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { manifest, blobs } = result.edition;
    const textOf = (path: string): string => {
      const file = manifest.files.find((each) => each.path === path);
      return Buffer.from(blobs.get(blobPath(file?.sha256 ?? '')) ?? []).toString('utf8');
    };
    expect(textOf('media/line.fr.vtt')).toContain('C’est quoi\u202f?');
    expect(textOf('media/line.nl.vtt')).toContain('C’est quoi ?');
  });

  it('may end a little after their film, and not later', async () => {
    const ending = (end: string) => captions(cue(`00:01.000 --> ${end}`, 'Un.'));
    expect(await problemsOf(await withFilm({ 'media/line.fr.vtt': ending('00:04.500') }))).toEqual([]);
    expect(await problemsOf(await withFilm({ 'media/line.fr.vtt': ending('00:04.501') }))).toEqual([
      at('media/line.fr.vtt', 3, 1, say.captionBeyondFilm('00:00:04.501', 'media/line.mp4', '00:00:04.000')),
    ]);
  });

  it.each<[string, string | Uint8Array, readonly [number | null, number | null], say.Words]>([
    ['another encoding', Buffer.from(CAPTIONS.replace('Un', 'é'), 'latin1'), [null, null], say.notUtf8],
    [
      'an archive',
      Buffer.from('PK\x03\x04', 'latin1'),
      [null, null],
      say.notText('a ZIP archive, as the documents of text programs are'),
    ],
    [
      'a sign that turns the writing',
      CAPTIONS.replace('Un', '\u202eUn'),
      [4, 1],
      say.bidiCharacter('U+202E'),
    ],
    [
      'words left of a template',
      CAPTIONS.replace('Un point part.', '[[Un]]'),
      [4, 1],
      say.leftOfTemplate('[[Un]]', [4]),
    ],
  ])('with %s are refused', async (_name, bytes, [line, column], words) => {
    expect(await problemsOf(await withFilm({ 'media/line.fr.vtt': bytes }))).toEqual([
      at('media/line.fr.vtt', line, column, words),
    ]);
  });

  it('whose name says no language are told', async () => {
    expect(await problemsOf({ 'media/line.vtt': CAPTIONS })).toEqual([
      at('media/line.vtt', null, null, say.captionsName),
    ]);
  });
});
