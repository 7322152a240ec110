import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../content/model/block.ts';
import { blobPath } from '../../../../content/model/edition.ts';
import { boxesIn } from '../../../../content/publisher/films/containers.ts';
import { filmKind } from '../../../../content/publisher/films/kinds.ts';
import { lookIntoFilm } from '../../../../content/publisher/films/look-into.ts';
import { withoutPrivateNotes } from '../../../../content/publisher/films/private-notes.ts';
import * as say from '../../../../content/publisher/messages.ts';
import { CAPTIONS, FILM_BODY, film, POSTER, TRANSCRIPT, withFilm } from './films-under-test.ts';
import { at, BODY, compiled, documentOf, LETTER, LETTER_NL, letter, problemsOf } from './guide-under-test.ts';

type FilmBlock = Extract<Block, { type: 'video' }>;

async function filmBlock(
  changes: Record<string, string | Uint8Array | null>,
  language = 'fr',
): Promise<FilmBlock> {
  const document = await documentOf(changes, 'employment/cover-letter', language);
  const block = document.kind === 'page' ? document.body[0] : undefined;
  if (block?.type !== 'video') throw new Error('no film');
  return block;
}

async function lookInto(name: string) {
  const bytes = await film(name);
  const kind = filmKind(bytes);
  if (kind === undefined) throw new Error(`${name} is no film`);
  return lookIntoFilm(bytes, kind);
}

describe('a film', () => {
  it('is shown with its size, its length, its captions and its text', async () => {
    expect(await filmBlock(await withFilm())).toEqual({
      type: 'video',
      anchor: 'v1',
      title: [{ type: 'text', text: 'Un point part' }],
      sources: [{ type: 'video/mp4', media: 'media/line.mp4', codecs: 'avc1.4d4015, mp4a.40.2' }],
      width: 320,
      height: 180,
      seconds: 4,
      sound: true,
      poster: { media: 'media/line.svg', width: 16, height: 9 },
      captions: 'media/line.fr.vtt',
      transcript: [{ type: 'paragraph', children: [{ type: 'text', text: TRANSCRIPT }] }],
    });
  });

  it('has captions of its own in each language', async () => {
    expect((await filmBlock(await withFilm(), 'nl')).captions).toBe('media/line.nl.vtt');
  });

  it('offers every file it has, the smaller kind first', async () => {
    const changes = await withFilm({ 'media/line.webm': await film('line.webm') });
    expect(
      (await filmBlock(changes)).sources.map(({ media, type, codecs }) => [media, type, codecs]),
    ).toEqual([
      ['media/line.webm', 'video/webm', 'vp09.00.11.08.01.02.02.02.00, opus'],
      ['media/line.mp4', 'video/mp4', 'avc1.4d4015, mp4a.40.2'],
    ]);
  });

  it('is in the edition once, however many languages and documents show it', async () => {
    const result = await compiled(await withFilm());
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const media = result.edition.manifest.files.filter(({ path }) => path.startsWith('media/line'));
    expect(media.map(({ path, type }) => [path, type])).toEqual([
      ['media/line.fr.vtt', 'text/vtt'],
      ['media/line.mp4', 'video/mp4'],
      ['media/line.nl.vtt', 'text/vtt'],
      ['media/line.svg', 'image/svg+xml'],
    ]);
    // Captions with the same words are the same bytes.
    expect(new Set(media.map(({ sha256 }) => sha256)).size).toBe(3);
  });

  it('gives the same edition to the byte each time', async () => {
    const changes = await withFilm({ 'media/line.webm': await film('line.webm') });
    const [first, second] = [await compiled(changes), await compiled(changes)];
    expect(first.ok && first.edition.pointer).toEqual(second.ok && second.edition.pointer);
    expect(first.ok).toBe(true);
  });

  it('takes as long to read as it lasts', async () => {
    const document = await documentOf(await withFilm(), 'employment/cover-letter', 'fr');
    expect(document.header.minutes).toBe(1);
  });

  it.each([
    ['line.mp4', 'avc1.4d4015, mp4a.40.2', 4, true],
    ['line.webm', 'vp09.00.11.08.01.02.02.02.00, opus', 4.007, true],
    ['silent.mp4', 'avc1.64000c', 1, false],
    ['vp8.webm', 'vp8', 1, false],
    ['av1.webm', 'av01.0.00M.08', 1, false],
  ])('%s can be played', async (name, codecs, seconds, sound) => {
    expect(await lookInto(name)).toMatchObject({ codecs, seconds, sound, width: 320, height: 180 });
  });

  it.each([
    ['h265.mp4', say.filmPictureUnknown('hev1', 'an MP4 film')],
    ['mpeg-4-visual.mp4', say.filmPictureUnknown('mp4v', 'an MP4 film')],
    ['ten-bits.mp4', say.filmPictureSpecial],
  ])('%s cannot be played, and says what to save it as', async (name, words) => {
    expect(await lookInto(name)).toEqual(words);
  });

  it.each(['line.mp4', 'line.webm', 'av1.webm'])(
    '%s is noticed when it was not copied whole',
    async (name) => {
      const whole = await film(name);
      const kind = filmKind(whole);
      if (kind === undefined) throw new Error('no film');
      for (const part of [0.3, 0.6, 0.95, 0.999]) {
        const cut = whole.subarray(0, Math.floor(whole.length * part));
        expect(await lookIntoFilm(cut, kind), `${part}`).toEqual(say.filmDamaged);
      }
    },
  );

  it('of another kind is told by what it is, whatever its name', async () => {
    const matroska = Buffer.from(await film('line.webm'));
    matroska.write('matr', matroska.indexOf('webm'), 'latin1');
    const quicktime = Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1');
    const avi = Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1');
    for (const [bytes, found] of [
      [matroska, 'a Matroska film'],
      [quicktime, 'a QuickTime film'],
      [avi, 'an AVI film'],
    ] as const) {
      const problems = await problemsOf(await withFilm({ 'media/line.mp4': bytes }));
      expect(problems).toEqual([at('media/line.mp4', null, null, say.filmKindUnknown(found))]);
    }
  });

  it('under the name of the other kind is told', async () => {
    const problems = await problemsOf(await withFilm({ 'media/line.mp4': await film('line.webm') }));
    expect(problems).toEqual([at('media/line.mp4', null, null, say.filmEnding('a WebM film', '.webm'))]);
  });
});

describe('what a telephone notes in a film', () => {
  const noted = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

  it('is not published, and nothing else changes', async () => {
    const bytes = await film('silent.mp4');
    expect(noted(bytes)).toContain('loci');
    const clean = withoutPrivateNotes(bytes);
    expect(noted(clean)).not.toContain('loci');
    expect(noted(clean)).not.toContain('Lavf');
    expect(clean.length).toBe(bytes.length);
    expect(boxesIn(Buffer.from(clean))?.map(({ name }) => name)).toEqual(
      boxesIn(Buffer.from(bytes))?.map(({ name }) => name),
    );
    const kind = filmKind(clean);
    if (kind === undefined) throw new Error('no film any more');
    expect(await lookIntoFilm(clean, kind)).toEqual(await lookInto('silent.mp4'));
  });

  it('is gone from the edition, the moment it was made included', async () => {
    const body = FILM_BODY.replace('line.mp4', 'silent.mp4');
    const captions = CAPTIONS.split('\n').slice(0, 4).join('\n').replace('02.000', '00.900');
    const files = {
      'media/silent.mp4': await film('silent.mp4'),
      'media/silent.svg': POSTER,
      'media/silent.fr.vtt': captions,
      'media/silent.nl.vtt': captions,
    };
    const result = await compiled({ ...letter(body), ...files });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const file = result.edition.manifest.files.find(({ path }) => path === 'media/silent.mp4');
    const bytes = Buffer.from(result.edition.blobs.get(blobPath(file?.sha256 ?? '')) ?? []);
    expect(noted(bytes)).not.toContain('loci');
    const header = bytes.indexOf('mvhd');
    expect(bytes.readUInt32BE(header + 8)).toBe(0);
    expect(bytes.readUInt32BE(header + 12)).toBe(0);
  });
});

describe('what a film needs beside it', () => {
  const first = [BODY, 1] as const;
  const both = (words: say.Words, dutch = words) => [
    at(LETTER, ...first, words),
    at(LETTER_NL, ...first, dutch),
  ];
  // Where `media/line.mp4` begins in the first line of the body.
  const filmAt = FILM_BODY.indexOf('media/') + 1;

  it.each<[string, Record<string, string | Uint8Array | null>, readonly ReturnType<typeof at>[]]>([
    [
      'a picture to begin with',
      { 'media/line.svg': null },
      both(say.posterMissing('media/line.mp4', 'media/line')),
    ],
    [
      'captions in Dutch',
      { 'media/line.nl.vtt': null },
      [at(LETTER_NL, ...first, say.captionsMissing('media/line.nl.vtt', 'media/line.mp4', 'nl'))],
    ],
    [
      'the film itself',
      { 'media/line.mp4': null },
      [
        at('media/line.fr.vtt', null, null, say.captionsUnused),
        at('media/line.nl.vtt', null, null, say.captionsUnused),
        at('media/line.svg', null, null, say.imageUnused),
        at(LETTER, BODY, filmAt, say.filmMissing('media/line.mp4', 'media/line.svg')),
        at(LETTER_NL, BODY, filmAt, say.filmMissing('media/line.mp4', 'media/line.svg')),
      ],
    ],
  ])('%s is missed', async (_name, changes, expected) => {
    const problems = await problemsOf(await withFilm(changes));
    const missing = problems.filter(({ rule }) => !rule.endsWith('unused'));
    expect(missing).toEqual(expected.filter(({ rule }) => !rule.endsWith('unused')));
  });

  it.each<[string, string, say.Words, number?]>([
    [
      'text for those who cannot watch it',
      ':::video[Titre]{file=media/line.mp4}\n:::',
      say.transcriptMissing,
    ],
    [
      'more than two words where captions have seven',
      ':::video[Titre]{file=media/line.mp4}\nUn point.\n:::',
      say.transcriptTooShort(2, 7),
    ],
    ['a title', `:::video{file=media/line.mp4}\n${TRANSCRIPT}\n:::`, say.blockWithoutTitle('video')],
    ['to be named', `:::video[Titre]\n${TRANSCRIPT}\n:::`, say.videoWithoutFile],
    [
      'no other details',
      `:::video[Titre]{file=media/line.mp4 autoplay=yes}\n${TRANSCRIPT}\n:::`,
      say.videoDetail('autoplay', undefined),
      37,
    ],
    [
      'to lie in media/',
      `:::video[Titre]{file="https://example.org/a.mp4"}\n${TRANSCRIPT}\n:::`,
      say.filmFromWeb('https://example.org/a.mp4'),
      23,
    ],
    [
      'to be a film',
      `:::video[Titre]{file=media/bridge.svg}\n${TRANSCRIPT}\n:::`,
      say.notAFilm('media/bridge.svg'),
      22,
    ],
  ])('%s', async (_name, body, words, column = 1) => {
    const problems = (await problemsOf(await withFilm({}, body))).filter(
      ({ rule }) => !rule.endsWith('unused'),
    );
    expect(problems).toEqual([at(LETTER, BODY, column, words), at(LETTER_NL, BODY, column, words)]);
  });

  it('an image or a sentence is no place for it', async () => {
    const problems = await problemsOf(await withFilm({}, `![Un point](media/line.mp4)\n\n${FILM_BODY}`));
    expect(problems[0]).toEqual(at(LETTER, BODY, 1, say.filmAsImage('media/line.mp4')));
  });

  it('nor is the text of another film', async () => {
    const body = `::::video[Titre]{file=media/line.mp4}\n${TRANSCRIPT}\n\n${FILM_BODY}\n::::`;
    const problems = await problemsOf(await withFilm({}, body));
    expect(problems[0]).toEqual(at(LETTER, BODY + 3, 1, say.videoInVideo));
  });

  it('another film under the same name is noticed', async () => {
    const problems = await problemsOf(await withFilm({ 'media/line.webm': await film('vp8.webm') }));
    expect(problems.find(({ file }) => file === LETTER)).toEqual(
      at(LETTER, BODY, filmAt, say.filmTwinsDiffer('media/line.mp4', 'media/line.webm')),
    );
  });

  it('one side without the film stops the comparison there', async () => {
    const problems = await problemsOf(await withFilm({ ...letter(FILM_BODY, TRANSCRIPT) }));
    expect(problems.map(({ rule }) => rule)).toEqual(['captions-unused', 'different-shape']);
  });

  it('a film that nobody shows, and captions of no film, are told', async () => {
    const problems = await problemsOf({
      'media/line.mp4': await film('line.mp4'),
      'media/other.fr.vtt': CAPTIONS,
    });
    expect(problems).toEqual([
      at('media/line.mp4', null, null, say.filmUnused),
      at('media/other.fr.vtt', null, null, say.captionsUnused),
    ]);
  });
});
