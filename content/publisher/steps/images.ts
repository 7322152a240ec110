import type { Image, Paragraph } from 'mdast';
import type { Block } from '../../model/block.ts';
import * as say from '../messages.ts';
import type { BodyReader } from './body-reader.ts';
import { isFromWeb, leavesGuide } from './links.ts';
import { nearest } from './nearest.ts';
import { oneLine, typeset } from './typography.ts';

/** The image of a paragraph that holds nothing else. */
export function onlyImage(paragraph: Paragraph): Image | undefined {
  const [first, ...others] = paragraph.children;
  return first?.type === 'image' && others.length === 0 ? first : undefined;
}

/** An image with its size, or nothing when it is not right. */
export function toImage(node: Image, reader: BodyReader): Block[] {
  const { url } = node;
  reader.usedMedia.add(url);
  reader.mark(node, { type: 'image', media: url });
  const alt = typeset(oneLine(node.alt ?? ''), reader.language);
  if (alt === '') reader.report(node, say.imageWithoutAlt);

  const facts = reader.media.get(url);
  if (facts === undefined) {
    const byName = nearest(`media/${url.split('/').at(-1)}`, reader.media.keys());
    if (isFromWeb(url)) reader.report(node, say.imageFromWeb(url));
    else if (leavesGuide(url) || !url.startsWith('media/')) {
      reader.report(node, say.imageOutsideMedia(url, byName));
    } else reader.report(node, say.imageMissing(url, byName));
    return [];
  }
  if (facts.kind === 'broken') {
    reader.incomplete = true;
    return [];
  }
  if (facts.kind !== 'image') {
    reader.report(node, facts.kind === 'film' ? say.filmAsImage(url) : say.captionsAsImage(url));
    return [];
  }
  const caption = typeset(oneLine(node.title ?? ''), reader.language);
  return [
    {
      type: 'image',
      media: facts.media,
      width: facts.width,
      height: facts.height,
      ...(facts.sources.length === 0 ? {} : { sources: facts.sources }),
      alt,
      ...(caption === '' ? {} : { caption }),
    },
  ];
}
