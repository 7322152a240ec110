import { beforeAll, describe, expect, it } from 'vitest';
import {
  charactersOf,
  MAX_TICKET_CHARACTERS,
  MAX_TICKET_LINES,
  type Ticket,
  ticket,
} from '../../../../src-main/contract/ticket.ts';
import { takeawayOfDocument, takeawayOfPlan } from '../../../../src-renderer/takeaway/offers.ts';
import { ticketOfChecklist } from '../../../../src-renderer/takeaway/ticket-of-checklist.ts';
import { ticketOfDocument } from '../../../../src-renderer/takeaway/ticket-of-document.ts';
import { ticketOfPlan } from '../../../../src-renderer/takeaway/ticket-of-plan.ts';
import { type Plan, withNoteToggled, withThing } from '../../../../src-renderer/visit/plan.ts';
import { GOOD_GUIDE, OUR_GUIDE, type ReadGuide, readGuideFolder } from '../../../builders/guide-on-disk.ts';
import { MORNING, sourcesOf } from './takeaway-under-test.ts';

const CHECKLIST = 'checklists/cv-workshop';
const EVENT = 'events/job-club';
const SERVICE = 'services/career-guidance';

let guide: ReadGuide;
let good: ReadGuide;
beforeAll(async () => {
  [guide, good] = await Promise.all([readGuideFolder(OUR_GUIDE), readGuideFolder(GOOD_GUIDE)]);
}, 120_000);

const wordsOf = ({ sections, title, lead, footer }: Ticket) =>
  [
    title,
    lead,
    ...sections.flatMap((section) => [
      section.title,
      ...section.lines.flatMap((line) => [line.text, line.note]),
    ]),
    footer,
  ]
    .filter((words) => words !== undefined)
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\u2060', '');

/** A plan of one of each kind, in the order of the steps. */
function planOfEach(starts: string): Plan {
  let plan: Plan = [];
  plan = withThing(plan, { kind: 'contact', id: SERVICE }, 'now');
  plan = withThing(plan, { kind: 'item', id: CHECKLIST, anchor: 'g1-2' }, 'now');
  plan = withThing(plan, { kind: 'event', id: EVENT, starts }, 'week');
  plan = withThing(plan, { kind: 'document', id: 'employment/first-interview' }, 'later');
  return withNoteToggled(plan, `contact:${SERVICE}`, 'bring-cv');
}

describe('the ticket of a plan', () => {
  it('says for each stop under its step what one must know to go there, with its notes', () => {
    const sources = sourcesOf(guide, 'fr', { plan: planOfEach('2026-12-04T09:30') });
    const made = ticketOfPlan(sources.plan, sources, sources.words);
    expect(made.sections.map((section) => section.title)).toEqual([
      'Maintenant',
      'Cette semaine',
      'Plus tard',
    ]);
    const [now, week, later] = made.sections;
    expect(now?.lines.map(({ mark }) => mark)).toEqual(['station', 'box']);
    expect(now?.lines[0]?.note).toContain('Bureaux de conseil');
    expect(now?.lines[0]?.note).toContain('Apporter mon CV');
    expect(now?.lines[1]?.text).toBe('Mon adresse e-mail fait sérieux');
    expect(week?.lines[0]?.note).toMatch(/^Vendredi 4 décembre 2026, 09[:\s]/);
    expect(later?.lines[0]?.text).toBe('Préparer un premier entretien');
    expect(ticket.safeParse(made).success).toBe(true);
  });

  it('never says "today" or "tomorrow": it is read on another day', () => {
    for (const language of ['fr', 'nl']) {
      const { words, ...sources } = sourcesOf(guide, language, {
        plan: planOfEach('2026-11-27T09:30'),
        now: '2026-11-27T08:00',
      });
      const said = wordsOf(ticketOfPlan(sources.plan, sources, words));
      expect(said).toContain('2026');
      expect(said).not.toMatch(/Aujourd’hui|Demain|Vandaag|Morgen/);
    }
  });

  it('leaves out an item that was ticked since, and keeps only the open ones of a checklist', () => {
    const plan = withThing(planOfEach('2026-12-04T09:30'), { kind: 'remains', id: CHECKLIST }, 'now');
    const sources = sourcesOf(guide, 'nl', { plan, ticks: { [CHECKLIST]: ['g1-1', 'g1-2'] } });
    const [now] = ticketOfPlan(plan, sources, sources.words).sections;
    expect(now?.lines.filter(({ mark }) => mark === 'box')).toHaveLength(22);
  });

  it('leaves out a stop whose document the guide no longer has', () => {
    const plan = withThing(
      planOfEach('2026-12-04T09:30'),
      { kind: 'document', id: 'employment/gone' },
      'now',
    );
    const sources = sourcesOf(guide, 'fr', { plan });
    expect(takeawayOfPlan(sources).ticket.sections[0]?.lines).toHaveLength(2);
    expect(takeawayOfDocument('employment/gone', sources)).toBeNull();
  });

  it('says when part of it is an example', () => {
    const sources = sourcesOf(guide, 'fr', { plan: planOfEach('2026-12-04T09:30') });
    expect(ticketOfPlan(sources.plan, sources, sources.words).footer).toContain('exemple');
  });
});

describe('the ticket of a document', () => {
  it('holds every word of it and no markup, from heading to question and box', () => {
    const french = sourcesOf(good, 'fr');
    for (const document of good.documents.filter(({ header }) => header.language === 'fr')) {
      if (document.kind === 'checklist') continue;
      const said = wordsOf(ticketOfDocument(document, french.words));
      for (const text of textsIn(document.body)) expect(said).toContain(text);
      expect(said).not.toMatch(/<\w|\*\*|\[object/);
    }
  });

  it('keeps within what a terminal prints, however long the document', () => {
    const page = good.documents.find(({ kind }) => kind === 'page');
    if (page?.kind !== 'page') throw new Error('the good guide has no page');
    const text = { type: 'text', text: 'mot '.repeat(1_000) } as const;
    const body = Array.from({ length: 100 }, () => ({ type: 'paragraph', children: [text] }) as const);
    const { words } = sourcesOf(good, page.header.language);
    const made = ticketOfDocument({ ...page, body }, words);
    expect(ticket.safeParse(made).error).toBeUndefined();
    expect(charactersOf(made)).toBeLessThanOrEqual(MAX_TICKET_CHARACTERS);
    expect(made.footer).toContain(words.t('takeaway.shortened'));
    const many = ticketOfDocument(
      {
        ...page,
        body: Array.from(
          { length: 400 },
          () => ({ ...body[0], children: [{ type: 'text', text: 'a' }] }) as never,
        ),
      },
      words,
    );
    expect(many.sections[0]?.lines.length).toBeLessThanOrEqual(MAX_TICKET_LINES);
  });
});

describe('the ticket of a checklist', () => {
  it('is complete with nothing to do when all is ticked', () => {
    const list = guide.documents.find(
      (document) => document.header.id === CHECKLIST && document.header.language === 'nl',
    );
    if (list?.kind !== 'checklist') throw new Error('our guide lost its checklist');
    const all = list.groups.flatMap((group) => group.items.map(({ anchor }) => anchor));
    const { words } = sourcesOf(guide, 'nl', { now: MORNING });
    const made = ticketOfChecklist(list, all, words);
    expect(made.sections).toEqual([]);
    expect(made.lead).toBe(words.t('checklist.complete'));
    expect(ticketOfChecklist(list, [], words).lead).toContain('24');
  });
});

/** Every text of a block tree, found by its shape alone. */
function textsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && part.type === 'text' && 'text' in part ? [String(part.text)] : [];
  const found = [...own, ...Object.values(part).flatMap(textsIn)];
  return found.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' ').trim()).filter((text) => text !== '');
}
