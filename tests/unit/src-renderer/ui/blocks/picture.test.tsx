import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Block } from '../../../../../content/model/block.ts';
import { translatorFor } from '../../../../../src-renderer/language/translator.ts';
import { Blocks } from '../../../../../src-renderer/ui/blocks/Blocks.tsx';
import { BlockSettingProvider } from '../../../../../src-renderer/ui/blocks/block-setting.ts';
import { FILM_CHOICE } from '../../../../../src-renderer/ui/blocks/film-setting.ts';
import { filmWords } from '../../../../../src-renderer/visit/film-words.ts';

/** The markup of one picture on a screen. */
function markup(block: Extract<Block, { type: 'image' }>): string {
  const setting = {
    onLink: () => undefined,
    mediaUrl: (path: string) => `/edition/7/files/${path}`,
    useIsOpen: () => false,
    onToggle: () => undefined,
    tip: 'Conseil',
    warning: 'Attention',
    film: { useChoice: () => FILM_CHOICE, onChoice: () => undefined, words: filmWords(translatorFor('fr')) },
    embed: () => null,
  };
  return renderToStaticMarkup(
    <BlockSettingProvider value={setting}>
      <Blocks blocks={[block]} prefix="b" />
    </BlockSettingProvider>,
  );
}

const photo: Extract<Block, { type: 'image' }> = {
  type: 'image',
  media: 'media/a-1080.webp',
  width: 1080,
  height: 720,
  sources: [
    { type: 'image/webp', media: 'media/a-640.webp', width: 640 },
    { type: 'image/webp', media: 'media/a-1080.webp', width: 1080 },
    { type: 'image/avif', media: 'media/a-640.avif', width: 640 },
    { type: 'image/avif', media: 'media/a-1080.avif', width: 1080 },
  ],
  alt: 'Un pont.',
};

test('a photograph offers AVIF first, then WebP, each in its widths, and what every screen can show', () => {
  const html = markup(photo);
  const [avif, webp] = [...html.matchAll(/<source[^>]*>/g)].map(([tag]) => tag);
  expect(avif).toContain('type="image/avif"');
  expect(avif?.toLowerCase()).toContain(
    'srcset="/edition/7/files/media/a-640.avif 640w, /edition/7/files/media/a-1080.avif 1080w"',
  );
  expect(webp).toContain('type="image/webp"');
  expect(webp?.toLowerCase()).toContain('/edition/7/files/media/a-640.webp 640w, ');
  expect(html.indexOf('<img')).toBeGreaterThan(html.lastIndexOf('<source'));
  expect(html).toContain('src="/edition/7/files/media/a-1080.webp"');
});

test('the place of a photograph is kept while it loads', () => {
  expect(markup(photo)).toMatch(/<img[^>]* width="1080" height="720"/);
});

test('a drawing is shown as it is', () => {
  const html = markup({ type: 'image', media: 'media/a.svg', width: 16, height: 9, alt: 'Un pont.' });
  expect(html).not.toContain('<source');
  expect(html).toContain('src="/edition/7/files/media/a.svg"');
});
