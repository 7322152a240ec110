import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../../../content/model/kinds.ts';
import * as say from '../../../../content/publisher/messages.ts';
import { BLOCK_NAMES } from '../../../../content/publisher/steps/block-names.ts';
import {
  at,
  BODY,
  blocksOf,
  CHECKLIST,
  CHECKLIST_NL,
  documentOf,
  LETTER,
  LETTER_NL,
  letter,
  problemsOf,
} from './guide-under-test.ts';

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

describe('a page can offer', () => {
  it('a checklist in the middle of its text', async () => {
    expect(await blocksOf('Un.\n\n::checklist{id=checklists/my-cv}\n\nDeux.')).toEqual([
      paragraph('Un.'),
      { type: 'checklist', to: 'checklists/my-cv' },
      paragraph('Deux.'),
    ]);
    expect(await blocksOf('::checklist{id="checklists/my-cv"}')).toEqual([
      { type: 'checklist', to: 'checklists/my-cv' },
    ]);
  });

  it('the next events, all or some', async () => {
    expect(
      await blocksOf(
        '::events\n\n::events{type=job-fair}\n\n::events{theme=employment}\n\n::events{type=workshop theme=employment}',
      ),
    ).toEqual([
      { type: 'events' },
      { type: 'events', eventType: 'job-fair' },
      { type: 'events', theme: 'employment' },
      { type: 'events', eventType: 'workshop', theme: 'employment' },
    ]);
  });

  it('somebody to turn to', async () => {
    expect(await blocksOf(":::contact[Un conseiller]\nÀ l'accueil.\n:::")).toEqual([
      {
        type: 'contact',
        title: [{ type: 'text', text: 'Un conseiller' }],
        blocks: [paragraph('À l’accueil.')],
      },
    ]);
  });
});

describe('a block of one line', () => {
  const first = (column: number, words: say.Words) => [at(LETTER, BODY, column, words)];
  it.each<[string, string, ReturnType<typeof first>]>([
    ['a checklist without id', '::checklist', first(1, say.checklistWithoutId)],
    ['a checklist with an empty id', '::checklist{id=""}', first(1, say.checklistWithoutId)],
    [
      'a checklist that does not exist',
      '::checklist{id=checklists/my-vc}',
      first(16, say.unknownChecklist('checklists/my-vc', 'checklists/my-cv')),
    ],
    [
      'a checklist without its folder',
      '::checklist{id=my-cv}',
      first(16, say.unknownChecklist('my-cv', 'checklists/my-cv')),
    ],
    [
      'a page for a checklist',
      '::checklist{id=employment/first-interview}',
      first(16, say.notAChecklist('employment/first-interview')),
    ],
    ['the page itself', '::checklist{id=employment/cover-letter}', first(1, say.linkToSelf)],
    [
      'an unknown detail',
      '::events{typ=workshop}',
      first(10, say.unknownBlockDetail('events', 'typ', ['type', 'theme'], 'type')),
    ],
    [
      'a detail of another block',
      '::checklist{id=checklists/my-cv theme=employment}',
      first(33, say.unknownBlockDetail('checklist', 'theme', ['id'], undefined)),
    ],
    [
      'a sort of events that does not exist',
      '::events{type=workshops}',
      first(1, say.notInChoice('type', 'workshops', EVENT_TYPES, 'workshop')),
    ],
    [
      'a theme that does not exist',
      '::events{theme=employmnt}',
      first(1, say.unknownThemeValue('employmnt', ['employment'], 'employment')),
    ],
    ['words in square brackets', '::events[Ateliers]', first(1, say.lineBlockWithTitle('events'))],
    ['three colons', ':::events\n:::', first(1, say.threeColons('events'))],
    [
      'a closing bracket missing',
      '::events{type=workshop',
      first(1, say.brokenLineBlock('::events{type=workshop')),
    ],
    ['one colon', ':events', first(1, say.brokenLineBlock(':events'))],
    ['a space', ':: events', first(1, say.brokenLineBlock(':: events'))],
    ['a French name', '::agenda', first(1, say.unknownBlock('agenda', BLOCK_NAMES, 'events'))],
    ['a contact without title', ':::contact\nIci.\n:::', first(1, say.blockWithoutTitle('contact'))],
    ['an empty contact', ':::contact[Ici]\n:::', first(1, say.emptyBlock('contact'))],
  ])('cannot have %s', async (_name, body, problems) => {
    expect(await problemsOf(letter(body, 'Een zin.'))).toEqual(problems);
  });

  it.each<[string, string, string, string]>([
    [
      '::checklist{id=checklists/my-cv}',
      '::events',
      '"::events" of all sorts',
      '"::checklist" with checklists/my-cv',
    ],
    [
      '::events{type=workshop}',
      '::events{type=job-fair theme=employment}',
      '"::events" with type=job-fair theme=employment',
      '"::events" with type=workshop',
    ],
    [':::contact[A]\nb\n:::', ':::tip[A]\nb\n:::', '":::tip"', '":::contact"'],
  ])('has to be the same in both languages: %s', async (french, dutch, here, there) => {
    const problems = await problemsOf(letter(french, dutch));
    expect(problems.map(({ file, line, what }) => ({ file, line, what }))).toEqual([
      {
        file: LETTER_NL,
        line: BODY,
        what: `The Dutch and French texts stop matching here: line ${BODY} of ${LETTER_NL} has ${here}, line ${BODY} of ${LETTER} has ${there}.`,
      },
    ]);
  });
});

describe('a link at the end of an item of a checklist', () => {
  const TOP =
    '---\ntitle: T\nsummary: S.\norder: 10\nupdated: 2026-11-23\ntheme: employment\nminutes: 5\n---\n\n';
  const list = (item: string) => `${TOP}Un.\n\n## Groupe\n\n- [ ] un\n\n${item}\n`;
  const sides = (french: string, dutch = french) => ({
    [CHECKLIST]: list(french),
    [CHECKLIST_NL]: list(dutch),
  });
  const itemOf = async (item: string) => {
    const document = await documentOf(sides(item), 'checklists/my-cv', 'fr');
    return document.kind === 'checklist' ? document.groups[0]?.items[0] : undefined;
  };

  it('becomes the link of the item', async () => {
    expect(await itemOf('  Aide.\n\n  [La lettre](employment/cover-letter)')).toMatchObject({
      help: [paragraph('Aide.')],
      link: 'employment/cover-letter',
    });
    expect(await itemOf('  [La lettre](employment/cover-letter)')).toMatchObject({
      help: [],
      link: 'employment/cover-letter',
    });
  });

  it('stays in the text when anything stands beside it', async () => {
    const item = await itemOf('  Voir [la lettre](employment/cover-letter)');
    expect(item?.help).toHaveLength(1);
    expect(item).not.toHaveProperty('link');
  });

  it('goes to a document that exists', async () => {
    const problems = await problemsOf(sides('  [A](employment/x)', '  [A](employment/cover-letter)'));
    expect(problems).toEqual([at(CHECKLIST, 16, 3, say.unknownLink('employment/x', undefined))]);
  });

  it('ends the item in both languages', async () => {
    const problems = await problemsOf(
      sides('  [A](employment/cover-letter)', '  [A](employment/cover-letter).'),
    );
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([`${CHECKLIST_NL}:16`]);
  });

  it('may also be an address to copy, which is no link', async () => {
    expect(await itemOf('  www.example.org')).toMatchObject({ help: [paragraph('www.example.org')] });
  });
});
