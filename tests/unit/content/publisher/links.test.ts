import { describe, expect, it } from 'vitest';
import * as say from '../../../../content/publisher/messages.ts';
import {
  at,
  BODY,
  CHECKLIST,
  CHECKLIST_NL,
  compiled,
  LETTER,
  letter,
  page,
  problemsOf,
} from './guide-under-test.ts';

/** Every place of a page that can hold a link. */
const PLACES: readonly [string, (link: string) => string][] = [
  ['a paragraph', (link) => `Voir ${link}.`],
  ['bold text', (link) => `Voir **le ${link}**.`],
  ['a heading', (link) => `## Voir ${link}`],
  ['a list', (link) => `- un\n- voir ${link}`],
  ['a list in a list', (link) => `- un\n  1. voir ${link}`],
  ['steps', (link) => `:::steps\n1. Voir ${link}.\n:::`],
  ['the title of a tip', (link) => `:::tip[Voir ${link}]\nun\n:::`],
  ['a tip', (link) => `:::tip[A]\nVoir ${link}.\n:::`],
  ['a warning', (link) => `:::warning[A]\nVoir ${link}.\n:::`],
  ['a question', (link) => `:::question[Voir ${link} ?]\nun\n:::`],
  ['an answer', (link) => `:::question[A ?]\n- Voir ${link}.\n:::`],
];

/** Every place of a checklist that can hold a link. */
const CHECKLIST_PLACES: readonly [string, (link: string) => string][] = [
  ['an introduction', (link) => `Voir ${link}.\n\n## A\n\n- [ ] un`],
  ['a title of a group', (link) => `Un.\n\n## Voir ${link}\n\n- [ ] un`],
  ['the introduction of a group', (link) => `Un.\n\n## A\n\nVoir ${link}.\n\n- [ ] un`],
  ['an item', (link) => `Un.\n\n## A\n\n- [ ] voir ${link}`],
  ['the help of an item', (link) => `Un.\n\n## A\n\n- [ ] un\n\n  Voir ${link}.`],
  ['the title of the ending', (link) => `Un.\n\n## A\n\n- [ ] un\n\n:::next[Voir ${link}]\nDeux.\n:::`],
  ['the ending', (link) => `Un.\n\n## A\n\n- [ ] un\n\n:::next[B]\n- ${link}\n:::`],
];

const RIGHT = '[la suite](employment/first-interview)';
const WRONG = '[la suite](employment/nowhere)';
const checklist = (body: string) => {
  const text = page(body, 'theme: employment\nminutes: 5');
  return { [CHECKLIST]: text, [CHECKLIST_NL]: text };
};

describe('a link', () => {
  const all = [
    ...PLACES.map(([name, body]) => ({ name, guide: (link: string) => letter(body(link)) })),
    ...CHECKLIST_PLACES.map(([name, body]) => ({ name, guide: (link: string) => checklist(body(link)) })),
  ];
  it.each(all)('in $name reaches its document', async ({ guide }) => {
    const result = await compiled(guide(RIGHT));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const texts = [...result.edition.blobs.values()].map((bytes) => Buffer.from(bytes).toString('utf8'));
    const link =
      '{"type":"link","to":"employment/first-interview","children":[{"type":"text","text":"la suite"}]}';
    expect(texts.filter((text) => text.includes(link)).length).toBeGreaterThan(0);
  });

  it.each(all)('in $name that leads nowhere is told on both sides', async ({ guide }) => {
    const problems = await problemsOf(guide(WRONG));
    expect(problems.map(({ what }) => what)).toEqual(
      Array(2).fill(say.unknownLink('employment/nowhere', undefined).what),
    );
  });

  it.each<[string, string, number, say.Words]>([
    [
      'with its ending',
      '[a](employment/first-interview.fr.md)',
      1,
      say.unknownLink('employment/first-interview.fr.md', 'employment/first-interview'),
    ],
    [
      'with its folder',
      '[a](pages/employment/first-interview)',
      1,
      say.unknownLink('pages/employment/first-interview', 'employment/first-interview'),
    ],
    [
      'from the root',
      '[a](/employment/first-interview)',
      1,
      say.unknownLink('/employment/first-interview', 'employment/first-interview'),
    ],
    [
      'without folder',
      '[a](first-interview)',
      1,
      say.unknownLink('first-interview', 'employment/first-interview'),
    ],
    [
      'with capitals',
      '[a](Employment/First-Interview)',
      1,
      say.unknownLink('Employment/First-Interview', 'employment/first-interview'),
    ],
    [
      'upwards',
      '[a](../employment/first-interview)',
      1,
      say.linkLeavesGuide('../employment/first-interview'),
    ],
    ['upwards in disguise', '[a](%2e%2e/x)', 1, say.linkLeavesGuide('%2e%2e/x')],
    ['to a file', '[a](file:///etc/passwd)', 1, say.linkLeavesGuide('file:///etc/passwd')],
    ['to a place', '[a](#h2)', 1, say.linkToPlace('#h2')],
    [
      'to a place in a document',
      '[a](employment/first-interview#h2)',
      1,
      say.linkToPlace('employment/first-interview#h2'),
    ],
    ['to itself', '[a](employment/cover-letter)', 1, say.linkToSelf],
    ['to nothing', '[a]()', 1, say.linkWithoutTarget],
    ['without words', 'a [](checklists/my-cv)', 3, say.linkWithoutWords],
    ['with a title', '[a](checklists/my-cv "b")', 1, say.linkWithTitle],
    ['with a space', 'a [b](checklists/my cv)', 5, say.brokenLink],
    ['to the web', '[a](http://example.org)', 1, say.webLink('http://example.org')],
    ['to the web without http', '[a](www.example.org)', 1, say.webLink('www.example.org')],
    ['to the web in angle brackets', 'a <https://example.org>', 3, say.webLink('https://example.org')],
    ['to a telephone', '[a](tel:+3220000000)', 1, say.webLink('tel:+3220000000')],
    ['to a program', '[a](javascript:alert(1))', 1, say.webLink('javascript:alert(1)')],
  ])('%s', async (_name, body, column, words) => {
    expect(await problemsOf(letter(body, 'Een zin.'))).toEqual([at(LETTER, BODY, column, words)]);
  });

  it('kept in another place of the file', async () => {
    expect(await problemsOf(letter('[a][b]\n\n[b]: checklists/my-cv', 'Een zin.'))).toEqual([
      at(LETTER, BODY, 1, say.linkByReference),
      at(LETTER, BODY + 2, 1, say.linkByReference),
    ]);
  });
});
