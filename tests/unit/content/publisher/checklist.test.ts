import { describe, expect, it } from 'vitest';
import * as say from '../../../../content/publisher/messages.ts';
import { at, CHECKLIST, CHECKLIST_NL, documentOf, problemsOf } from './guide-under-test.ts';

const TOP =
  '---\ntitle: Titre\nsummary: Une phrase.\norder: 10\nupdated: 2026-11-23\ntheme: employment\nminutes: 5\n---\n\n';
const BODY = 10;
const GOOD = 'Un début.\n\n## Groupe\n\n- [ ] un\n';

const checklist = (body: string) => ({ [CHECKLIST]: TOP + body, [CHECKLIST_NL]: TOP + GOOD });

describe('a checklist', () => {
  it('has an introduction, groups of boxes and an ending', async () => {
    const document = await documentOf({}, 'checklists/my-cv', 'fr');
    if (document.kind !== 'checklist') throw new Error('not a checklist');
    const text = (words: string) => [{ type: 'text', text: words }];
    const paragraph = (words: string) => ({ type: 'paragraph', children: text(words) });
    expect(document.header).toMatchObject({ kind: 'checklist', theme: 'employment', minutes: 5, items: 3 });
    expect(document.intro).toEqual([paragraph('Prenez votre CV avec vous.')]);
    expect(document.groups).toEqual([
      {
        anchor: 'g1',
        title: text('L’essentiel'),
        intro: [],
        items: [
          {
            anchor: 'g1-1',
            text: text('Mon nom est en haut'),
            help: [paragraph('On doit pouvoir vous appeler.')],
          },
          {
            anchor: 'g1-2',
            text: [
              ...text('Mon '),
              { type: 'link', to: 'employment/cover-letter', children: text('adresse') },
              ...text(' est simple'),
            ],
            help: [paragraph('Un prénom et un nom.')],
          },
        ],
      },
      {
        anchor: 'g2',
        title: text('Les détails'),
        intro: [paragraph('Un seul point ici.')],
        items: [
          {
            anchor: 'g2-1',
            text: text('Tout tient sur une page'),
            help: [paragraph('Relisez-le à voix haute.')],
            link: 'employment/cover-letter',
          },
        ],
      },
    ]);
    expect(document.next?.title).toEqual(text('Et maintenant\u202f?'));
    expect(document.next?.blocks).toHaveLength(1);
  });

  it('has the same anchors in Dutch', async () => {
    const document = await documentOf({}, 'checklists/my-cv', 'nl');
    const groups = document.kind === 'checklist' ? document.groups : [];
    expect(groups.flatMap(({ items }) => items.map(({ anchor }) => anchor))).toEqual([
      'g1-1',
      'g1-2',
      'g2-1',
    ]);
  });

  it('needs no ending', async () => {
    const document = await documentOf(
      { [CHECKLIST]: TOP + GOOD, [CHECKLIST_NL]: TOP + GOOD },
      'checklists/my-cv',
      'fr',
    );
    expect('next' in document).toBe(false);
  });
});

describe('a checklist that cannot be ticked', () => {
  it.each<[string, string, number, number, say.Words]>([
    ['without groups', 'Un début.\n', 0, 1, say.noGroups],
    ['with ###', 'Un début.\n\n### Groupe\n\n- [ ] un\n', 2, 1, say.subheadingInChecklist],
    ['with #', 'Un début.\n\n# Groupe\n\n- [ ] un\n', 2, 1, say.topHeading],
    ['with a ticked box', 'Un début.\n\n## Groupe\n\n- [x] un\n', 4, 1, say.tickedBox],
    ['with an item without box', 'Un début.\n\n## Groupe\n\n- [ ] un\n- deux\n', 5, 1, say.itemWithoutBox],
    ['with boxes without a space', 'Un début.\n\n## Groupe\n\n- [] un\n', 4, 1, say.itemWithoutBox],
    ['with an empty box', 'Un début.\n\n## Groupe\n\n- [ ] un\n- [ ]\n', 5, 1, say.itemWithoutBox],
    ['without boxes', 'Un début.\n\n## Groupe\n\nRien.\n', 2, 1, say.groupWithoutBoxes],
    ['with text after the boxes', `${GOOD}\nEncore.\n`, 6, 1, say.afterBoxes],
    [
      'with "next" in the middle',
      `${GOOD}\n:::next[A]\nb\n:::\n\n## Autre\n\n- [ ] deux\n`,
      6,
      1,
      say.nextNotLast,
    ],
    ['with an untitled ending', `${GOOD}\n:::next\nb\n:::\n`, 6, 1, say.blockWithoutTitle('next')],
    ['with an empty ending', `${GOOD}\n:::next[A]\n:::\n`, 6, 1, say.emptyBlock('next')],
  ])('%s', async (_name, body, line, column, words) => {
    expect(await problemsOf(checklist(body))).toEqual([at(CHECKLIST, BODY + line, column, words)]);
  });
});
