import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Block } from '../../../../../content/model/block.ts';
import { translatorFor } from '../../../../../src-renderer/language/translator.ts';
import { Blocks } from '../../../../../src-renderer/ui/blocks/Blocks.tsx';
import { BlockSettingProvider } from '../../../../../src-renderer/ui/blocks/block-setting.ts';
import {
  clockWords,
  FILM_CHOICE,
  type FilmChoice,
  nextLoudness,
} from '../../../../../src-renderer/ui/blocks/film-setting.ts';
import { filmWords } from '../../../../../src-renderer/visit/film-words.ts';

const film: Extract<Block, { type: 'video' }> = {
  type: 'video',
  anchor: 'v1',
  title: [{ type: 'text', text: 'Toucher <l’écran>' }],
  sources: [
    { type: 'video/webm', media: 'media/a.webm', codecs: 'vp09.00.10.08, opus' },
    { type: 'video/mp4', media: 'media/a.mp4', codecs: 'avc1.4d4015, mp4a.40.2' },
  ],
  width: 1280,
  height: 720,
  seconds: 65,
  sound: true,
  poster: { media: 'media/a.svg', width: 16, height: 9 },
  captions: 'media/a.fr.vtt',
  transcript: [{ type: 'paragraph', children: [{ type: 'text', text: 'Une main touche l’écran.' }] }],
};

/** The markup of one film on a screen. */
function markup(
  changes: Partial<typeof film> = {},
  choice: FilmChoice = FILM_CHOICE,
  open: readonly string[] = [],
): string {
  const setting = {
    onLink: () => undefined,
    mediaUrl: (path: string) => `/edition/7/files/${path}`,
    useIsOpen: (anchor: string) => open.includes(anchor),
    onToggle: () => undefined,
    tip: 'Conseil',
    warning: 'Attention',
    film: { useChoice: () => choice, onChoice: () => undefined, words: filmWords(translatorFor('fr')) },
    embed: () => null,
  };
  return renderToStaticMarkup(
    <BlockSettingProvider value={setting}>
      <Blocks blocks={[{ ...film, ...changes }]} prefix="b" />
    </BlockSettingProvider>,
  );
}

test('a film says what each of its files holds, and fetches none of them by itself', () => {
  const html = markup();
  expect(html).toContain(
    'src="/edition/7/files/media/a.webm" type="video/webm; codecs=&quot;vp09.00.10.08, opus&quot;"',
  );
  expect(html.indexOf('a.webm')).toBeLessThan(html.indexOf('a.mp4'));
  expect(html).toContain('preload="none"');
  expect(html).not.toMatch(/ (?:autoplay|loop|controls)=/i);
});

test('it has no way out: no picture in picture, no other screen, nothing to save', () => {
  const html = markup().toLowerCase();
  expect(html).toContain('disablepictureinpicture');
  expect(html).toContain('disableremoteplayback');
  expect(html).toContain('controlslist="nodownload nofullscreen noremoteplayback"');
});

test('it begins silent with captions, and its text is folded beneath', () => {
  const html = markup();
  expect(html).toContain('Son coupé');
  expect(html).toContain('data-film-caption');
  expect(html).toMatch(/id="transcript-v1"[^>]* hidden/);
  expect(html).toContain('Toucher &lt;l’écran&gt;');
  expect(html).toContain('0:00 / 1:05');
  expect(markup({}, FILM_CHOICE, ['v1'])).not.toMatch(/id="transcript-v1"[^>]* hidden/);
});

test('what the visitor chose holds, and a silent film offers no sound', () => {
  const chosen = markup({}, { loudness: 'loud', captions: false });
  expect(chosen).toContain('Son fort');
  expect(chosen).not.toContain('data-film-caption');
  expect(markup({ sound: false })).not.toContain('film-sound');
});

test.each([
  [0, '0:00'],
  [7.9, '0:07'],
  [65, '1:05'],
  [300, '5:00'],
  [-1, '0:00'],
])('%s seconds are read as %s', (seconds, words) => {
  expect(clockWords(seconds)).toBe(words);
});

test('the sound button goes from silent to soft to loud and round', () => {
  expect(nextLoudness('off')).toBe('soft');
  expect(nextLoudness('soft')).toBe('loud');
  expect(nextLoudness('loud')).toBe('off');
});
