import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../content/model/block.ts';
import { plainText } from '../../../../content/model/plain-text.ts';
import * as say from '../../../../content/publisher/messages.ts';
import { BLOCK_NAMES } from '../../../../content/publisher/steps/block-names.ts';
import { at, BODY, blocksOf, documentOf, LETTER, letter, problemsOf } from './guide-under-test.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });

/** The words of every paragraph of a page. */
const wordsOf = async (body: string): Promise<string[]> =>
  (await blocksOf(body)).map((block) =>
    block.type === 'paragraph' ? plainText(block.children) : block.type,
  );

describe('a page', () => {
  it('keeps every kind of block, in order', async () => {
    const document = await documentOf({}, 'employment/first-interview', 'fr');
    expect(document.kind === 'page' && document.body.map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'list',
      'steps',
      'heading',
      'image',
      'tip',
      'warning',
      'question',
      'heading',
      'paragraph',
    ]);
  });

  it('has the same anchors in every language', async () => {
    const anchors = async (language: string) => {
      const document = await documentOf({}, 'employment/first-interview', language);
      const body = document.kind === 'page' ? document.body : [];
      return body.flatMap((block) => ('anchor' in block ? [block.anchor] : []));
    };
    expect(await anchors('fr')).toEqual(['h1', 'h2', 'q1', 'h3']);
    expect(await anchors('nl')).toEqual(await anchors('fr'));
  });

  it('takes its theme from its folder and its details from its top lines', async () => {
    const { header } = await documentOf({}, 'employment/first-interview', 'nl');
    expect(header).toEqual({
      kind: 'page',
      id: 'employment/first-interview',
      language: 'nl',
      theme: 'employment',
      title: 'Je gesprek voorbereiden',
      summary: 'Wat je voorbereidt, en wat je daarna doet.',
      order: 20,
      minutes: 1,
      updated: '2026-11-23',
      related: ['checklists/my-cv'],
      audiences: [],
    });
  });

  it('turns text, bold, emphasis, links and line breaks into running text', async () => {
    expect(
      await blocksOf('Un **mot *doux***, [ici](checklists/my-cv).\nMême phrase.  \nAutre ligne.'),
    ).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Un ' },
          {
            type: 'strong',
            children: [
              { type: 'text', text: 'mot ' },
              { type: 'emphasis', children: [{ type: 'text', text: 'doux' }] },
            ],
          },
          { type: 'text', text: ', ' },
          { type: 'link', to: 'checklists/my-cv', children: [{ type: 'text', text: 'ici' }] },
          { type: 'text', text: '. Même phrase.' },
          { type: 'break' },
          { type: 'text', text: 'Autre ligne.' },
        ],
      },
    ]);
  });

  it('turns lists, lists in lists and steps into items', async () => {
    const blocks = await blocksOf('- un\n- deux\n  - trois\n\n:::steps\n1. quatre\n\n   cinq\n2. six\n:::');
    expect(blocks).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          [paragraph('un')],
          [paragraph('deux'), { type: 'list', ordered: false, items: [[paragraph('trois')]] }],
        ],
      },
      { type: 'steps', items: [[paragraph('quatre'), paragraph('cinq')], [paragraph('six')]] },
    ]);
  });

  it('turns tips, warnings and questions into blocks with a title', async () => {
    const body =
      ':::tip[Un *titre*]\nun\n\ndeux\n:::\n\n:::warning[Gare]\n- trois\n:::\n\n:::question[Où ?]\nIci.\n:::';
    expect(await blocksOf(body)).toEqual([
      {
        type: 'tip',
        title: [
          { type: 'text', text: 'Un ' },
          { type: 'emphasis', children: [{ type: 'text', text: 'titre' }] },
        ],
        blocks: [paragraph('un'), paragraph('deux')],
      },
      {
        type: 'warning',
        title: [{ type: 'text', text: 'Gare' }],
        blocks: [{ type: 'list', ordered: false, items: [[paragraph('trois')]] }],
      },
      {
        type: 'question',
        anchor: 'q1',
        question: [{ type: 'text', text: 'Où\u202f?' }],
        answer: [paragraph('Ici.')],
      },
    ]);
  });

  it('lets a block with four colons hold one with three', async () => {
    expect(await blocksOf('::::tip[A]\n:::steps\n1. un\n:::\n::::')).toEqual([
      {
        type: 'tip',
        title: [{ type: 'text', text: 'A' }],
        blocks: [{ type: 'steps', items: [[paragraph('un')]] }],
      },
    ]);
  });

  it('gives an image its size, description and caption', async () => {
    expect(await blocksOf('![L\'image](media/bridge.svg "Une légende !")')).toEqual([
      {
        type: 'image',
        media: 'media/bridge.svg',
        width: 160,
        height: 90,
        alt: 'L’image',
        caption: 'Une légende\u202f!',
      },
    ]);
  });
});

describe('text that only looks like code', () => {
  it.each([
    ['Rendez-vous à 14:30.', 'Rendez-vous à 14:30.'],
    ['Voir CV:tips[avancés] et std:vector{x}.', 'Voir CV:tips[avancés] et std:vector{x}.'],
    [
      'Voir www.example.org, https://example.org/a?b=1 ou info@example.org.',
      'Voir www.example.org, https://example.org/a?b=1 ou info@example.org.',
    ],
    ['De 3 < 4 à 5 & 6.', 'De 3 < 4 à 5 & 6.'],
    ['Des [crochets] et 2 * 3.', 'Des [crochets] et 2 * 3.'],
  ])('%s stays text', async (body, text) => {
    expect(await wordsOf(body)).toEqual([text]);
  });

  it('is one piece of text, not several', async () => {
    expect(await blocksOf('Voir www.example.org ou info@example.org à 14:30.')).toEqual([
      paragraph('Voir www.example.org ou info@example.org à 14:30.'),
    ]);
  });

  it('keeps bold text in something like a directive', async () => {
    expect(await wordsOf('Le poste:chef[**de rang**] ici')).toEqual(['Le poste:chef[de rang] ici']);
  });
});

describe('what the guide cannot show', () => {
  const first = (column: number, words: say.Words, line = BODY) => [at(LETTER, line, column, words)];
  it.each<[string, string, ReturnType<typeof first>]>([
    ['a heading with one #', '# Titre', first(1, say.topHeading)],
    ['a heading with four #', '## A\n\n#### B', first(1, say.deepHeading(4), BODY + 2)],
    ['### before ##', '### Titre', first(1, say.headingTooSoon)],
    ['an underlined heading', 'Titre\n---', first(1, say.underlinedHeading)],
    ['an empty heading', '##', first(1, say.emptyHeading)],
    ['a heading in a block', ':::tip[A]\n## B\n:::', first(1, say.headingInside, BODY + 1)],
    ['a table', '| a |\n| - |\n| b |', first(1, say.table)],
    ['a code block', '```\na\n```', first(1, say.code)],
    ['an indented paragraph', 'a\n\n    b', first(1, say.code, BODY + 2)],
    ['code in a line', 'a `b`', first(3, say.code)],
    ['a blockquote', '> a', first(1, say.blockquote)],
    ['a footnote', 'a[^1]\n\n[^1]: b', [...first(2, say.footnote), ...first(1, say.footnote, BODY + 2)]],
    ['struck-out text', 'a ~~b~~', first(3, say.struckOut)],
    ['a line', 'a\n\n***', first(1, say.ruler, BODY + 2)],
    ['HTML in a line', 'a <b>c', first(3, say.rawHtml('<b>'))],
    ['a hidden note', '<!-- à revoir -->', first(1, say.htmlComment)],
    ['stars that are left over', 'a **b **', first(3, say.leftoverStars)],
    ['a list from 3', '3. a', first(1, say.listStart(3))],
    ['an empty item', '- a\n-', first(1, say.emptyItem, BODY + 1)],
    ['a box to tick', '- [ ] a', first(1, say.boxInPage)],
    [
      'an unknown block',
      ':::avertissement[A]\nb\n:::',
      first(1, say.unknownBlock('avertissement', BLOCK_NAMES, 'warning')),
    ],
    ['a misspelled block', ':::tipp[A]\nb\n:::', first(1, say.unknownBlock('tipp', BLOCK_NAMES, 'tip'))],
    [
      'an unknown block with two colons',
      '::timetable[A]',
      first(1, say.unknownBlock('timetable', BLOCK_NAMES, undefined)),
    ],
    ['a block with two colons', '::tip[A]', first(1, say.twoColons('tip'))],
    ['a block with a space', '::: tip[A]\nb\n:::', first(1, say.brokenBlock('::: tip[A]'))],
    ['a block with a half title', ':::tip[A\nb\n:::', first(1, say.brokenBlock(':::tip[A'))],
    ['a block that is not closed', ':::tip[A]\nb', first(1, say.blockNotClosed('tip'))],
    [
      'blocks in each other with as many colons',
      ':::tip[A]\n:::steps\n1. b\n:::\n:::',
      first(1, say.blockNotClosed('steps'), BODY + 1),
    ],
    ['a ::: too many', 'a\n\n:::', first(1, say.strayClosing, BODY + 2)],
    ['curly brackets', ':::tip[A]{.rouge}\nb\n:::', first(1, say.blockAttributes('tip'))],
    ['a tip without title', ':::tip\nb\n:::', first(1, say.blockWithoutTitle('tip'))],
    ['an empty tip', ':::tip[A]\n:::', first(1, say.emptyBlock('tip'))],
    ['a question without answer', ':::question[A]\n:::', first(1, say.emptyBlock('question'))],
    ['steps with a title', ':::steps[A]\n1. b\n:::', first(1, say.stepsWithTitle)],
    ['steps without numbers', ':::steps\n- b\n:::', first(1, say.stepsWithoutList)],
    ['steps and more', ':::steps\n1. b\n\nc\n:::', first(1, say.stepsWithoutList)],
    ['"next" in a page', ':::next[A]\nb\n:::', first(1, say.nextInPage)],
    ['an image in a sentence', 'a ![b](media/bridge.svg)', first(3, say.imageInText)],
    [
      'an image from elsewhere',
      '![b](images/bridge.svg)',
      first(1, say.imageOutsideMedia('images/bridge.svg', 'media/bridge.svg')),
    ],
    [
      'an image from the web',
      '![b](https://example.org/b.png)',
      first(1, say.imageFromWeb('https://example.org/b.png')),
    ],
    [
      'an image that is missing',
      '![b](media/brigde.svg)',
      first(1, say.imageMissing('media/brigde.svg', 'media/bridge.svg')),
    ],
  ])('%s', async (_name, body, problems) => {
    expect(await problemsOf(letter(body, 'Een zin.'))).toEqual(problems);
  });

  it('a heading that is too long, counted as visitors see it', async () => {
    const words = `${'m'.repeat(59)}?`;
    expect(await problemsOf(letter(`## ${words}`, `## ${words}`))).toEqual([
      at(LETTER, BODY, 1, say.headingTooLong(61, 60)),
    ]);
  });

  it('a document without text', async () => {
    expect(await problemsOf(letter('', 'a'))).toEqual([at(LETTER, null, null, say.emptyDocument)]);
  });

  it('everything wrong in a file is told at once, from top to bottom', async () => {
    const problems = await problemsOf(letter('# A\n\n`b`\n\n[c](x/y)\n\n<i>d</i>', 'a'));
    expect(problems.map(({ line }) => line)).toEqual([BODY, BODY + 2, BODY + 4, BODY + 6, BODY + 6]);
  });
});
