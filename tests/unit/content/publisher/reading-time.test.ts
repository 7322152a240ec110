import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../content/model/block.ts';
import { countWords, readingMinutes } from '../../../../content/publisher/steps/reading-time.ts';
import { documentOf, letter } from './guide-under-test.ts';

const words = (count: number): string => Array(count).fill('mot').join(' ');
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });

describe('the reading time of a page', () => {
  it.each([
    [0, 1],
    [1, 1],
    [269, 1],
    [270, 2],
    [449, 2],
    [450, 3],
  ])('of %d words is %d minutes', (count, minutes) => {
    expect(readingMinutes([paragraph(words(count))])).toBe(minutes);
  });

  it('counts the words of every block, and no signs that stand alone', () => {
    expect(
      countWords([
        paragraph('Un\u202f? « deux » – trois'),
        { type: 'heading', level: 2, anchor: 'h1', children: [{ type: 'text', text: 'quatre' }] },
        { type: 'list', ordered: true, items: [[paragraph('cinq')], [paragraph('six')]] },
        { type: 'steps', items: [[paragraph('sept')]] },
        { type: 'tip', title: [{ type: 'text', text: 'huit' }], blocks: [paragraph('neuf')] },
        {
          type: 'question',
          anchor: 'q1',
          question: [{ type: 'text', text: 'dix' }],
          answer: [paragraph('onze')],
        },
        { type: 'image', media: 'media/a.svg', width: 1, height: 1, alt: 'non', caption: 'douze' },
        { type: 'contact', title: [{ type: 'text', text: 'treize' }], blocks: [paragraph('quatorze')] },
        { type: 'checklist', to: 'checklists/my-cv' },
        { type: 'events', eventType: 'job-fair' },
      ]),
    ).toBe(14);
  });

  it('is that of the longer language, in both', async () => {
    const changes = letter(words(10), words(400));
    for (const language of ['fr', 'nl']) {
      const { header } = await documentOf(changes, 'employment/cover-letter', language);
      expect(header.minutes).toBe(2);
    }
  });
});
