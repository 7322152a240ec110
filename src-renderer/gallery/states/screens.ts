import { AUDIENCES, type Urgency } from '../../../content/model/kinds.ts';
import type { LiveNotice } from '../../../content/model/live-notice.ts';
import { ask, keepAnswer } from '../../visit/answer-store.ts';
import { comingEvents } from '../../visit/coming-events.ts';
import { useLiveNotices } from '../../visit/live-notices.ts';
import { toggleNote, togglePlanned } from '../../visit/plan-store.ts';
import { markTaken, setEventWish, toggleOpen, toggleTick, useVisit } from '../../visit/visit-store.ts';
import type { GalleryPage, GalleryState } from './state.ts';

// Documents of the guide in this project; a state whose document is gone shows the apology, which is then the thing to mend.
const ARTICLE = 'employment/first-interview';
const CHECKLIST = 'checklists/cv-workshop';
const SERVICE = 'services/training-choice-help';
const PARTNER = 'partners/vdab-brussel';
const EVENT = 'events/cv-workshop-in-french';

function screen(id: string, title: string, reach: (page: GalleryPage) => Promise<void> | void): GalleryState {
  return { kind: 'screen', id, title, reach };
}

/** A plan with one stop of every kind, one of them with a note; one item is ticked, one page read. */
async function gather({ navigator, catalogue, language }: GalleryPage): Promise<void> {
  await navigator.toDocument(ARTICLE);
  const next = comingEvents(catalogue, language, catalogue.localNow()).at(-1);
  if (next) togglePlanned({ kind: 'event', id: next.header.id, starts: next.next.starts }, 'later');
  toggleTick(CHECKLIST, 'g1-1');
  togglePlanned({ kind: 'remains', id: CHECKLIST }, 'now');
  togglePlanned({ kind: 'item', id: CHECKLIST, anchor: 'g1-1' }, 'now');
  togglePlanned({ kind: 'contact', id: SERVICE }, 'now');
  togglePlanned({ kind: 'document', id: ARTICLE }, 'week');
  togglePlanned({ kind: 'contact', id: PARTNER }, 'week');
  toggleNote(`contact:${SERVICE}`, 'bring-cv');
}

/** A state with a plan. */
function withPlan(id: string, title: string, reach: (page: GalleryPage) => Promise<void>): GalleryState {
  return screen(id, title, async (page) => {
    await gather(page);
    await reach(page);
  });
}

/** Opens the panel that asks how to read. */
function openComfort(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-action="comfort"]')?.click());
}

/** Scrolls the screen to its end. */
function toEnd(): void {
  document.querySelector('main')?.scrollTo(0, 1_000_000);
}

/** A notice as it comes from the central server, around the gallery's own moment. */
function bringNotice(urgency: Urgency): void {
  const day = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
  const notice: LiveNotice = {
    schema: 1,
    id: 'floor-closes',
    urgency,
    publishedAt: day(-1),
    validUntil: day(1),
    title: { fr: 'Le plateau ferme à 15 heures', nl: 'De vloer sluit om 15 uur' },
    paragraphs: [{ fr: 'Demain, tout est ouvert comme d’habitude.', nl: 'Morgen is alles gewoon open.' }],
  };
  useLiveNotices.setState({ notices: [notice] });
}

/** Every screen of a visit in every state that looks different. */
export const screenStates: readonly GalleryState[] = [
  screen('attract', 'Attract', () => useVisit.setState({ language: null })),
  screen('home', 'Home', () => undefined),
  screen('home/end', 'Home, at its end', () => {
    requestAnimationFrame(toEnd);
  }),
  screen('notice', 'An urgent notice over the home screen', () => bringNotice('urgent')),
  screen('notice/information', 'A notice for information, at home', () => {
    bringNotice('information');
    requestAnimationFrame(toEnd);
  }),
  ...AUDIENCES.map((audience) =>
    screen(`audience/${audience}`, `Audience: ${audience}`, ({ navigator }) =>
      navigator.to({ screen: 'audience', audience }),
    ),
  ),
  screen('events', 'Agenda', ({ navigator }) => navigator.to({ screen: 'events' })),
  screen('events/nothing', 'Agenda, nothing of that sort', ({ navigator }) => {
    setEventWish({ type: 'job-fair', spoken: 'de' });
    navigator.to({ screen: 'events' });
  }),
  screen('services', 'Services and partners', ({ navigator }) => navigator.to({ screen: 'services' })),
  screen('checklists', 'Checklists', ({ navigator }) => navigator.to({ screen: 'checklists' })),
  screen('checklists/begun', 'Checklists, one begun', ({ navigator }) => {
    for (const anchor of ['g1-1', 'g1-2', 'g2-1']) toggleTick(CHECKLIST, anchor);
    navigator.to({ screen: 'checklists' });
  }),
  ...['education', 'training', 'employment', 'entrepreneurship', 'mobility'].map((theme) =>
    screen(`theme/${theme}`, `Theme: ${theme}`, ({ navigator }) => navigator.to({ screen: 'theme', theme })),
  ),
  screen('search', 'Search, before the first key', ({ navigator }) => navigator.to({ screen: 'search' })),
  ...[
    ['found', 'Search, found', 'cv'],
    ['nothing', 'Search, nothing found', 'xylofoon'],
  ].map(([id = '', title = '', question = '']) =>
    screen(`search/${id}`, title, async ({ navigator, catalogue, language }) => {
      ask(question);
      const results = await catalogue.search.find(question, language);
      if (results) keepAnswer({ ...results, question, language });
      navigator.to({ screen: 'search' });
    }),
  ),
  screen('remembers', 'What the terminal remembers', ({ navigator }) =>
    navigator.to({ screen: 'remembers' }),
  ),
  screen('article', 'Article', ({ navigator }) => navigator.toDocument(ARTICLE)),
  screen('article/open', 'Article, a question open', async ({ navigator }) => {
    await navigator.toDocument(ARTICLE);
    toggleOpen(ARTICLE, 'q1');
    requestAnimationFrame(() => document.querySelector('[data-question="q1"]')?.scrollIntoView());
  }),
  screen('article/end', 'Article, at its end', async ({ navigator }) => {
    await navigator.toDocument(ARTICLE);
    requestAnimationFrame(toEnd);
  }),
  screen('article/missing', 'A document that cannot be had', ({ navigator }) =>
    navigator.toDocument('employment/nowhere'),
  ),
  screen('event', 'Event', ({ navigator }) => navigator.toDocument(EVENT)),
  screen('service', 'Service', ({ navigator }) => navigator.toDocument(SERVICE)),
  screen('partner', 'Partner', ({ navigator }) => navigator.toDocument(PARTNER)),
  screen('checklist', 'Checklist, untouched', ({ navigator }) => navigator.toDocument(CHECKLIST)),
  screen('checklist/begun', 'Checklist, begun and explained', async ({ navigator }) => {
    await navigator.toDocument(CHECKLIST);
    toggleTick(CHECKLIST, 'g1-1');
    toggleTick(CHECKLIST, 'g1-2');
    toggleOpen(CHECKLIST, 'g1-3');
  }),
  screen('checklist/complete', 'Checklist, complete', async ({ navigator, catalogue, language }) => {
    await navigator.toDocument(CHECKLIST);
    const list = await catalogue.document(CHECKLIST, language);
    const items = list.kind === 'checklist' ? list.groups.flatMap((group) => group.items) : [];
    for (const { anchor } of items) toggleTick(CHECKLIST, anchor);
    requestAnimationFrame(toEnd);
  }),
  screen('plan/empty', 'Plan, empty', ({ navigator }) => navigator.to({ screen: 'plan' })),
  withPlan('plan', 'Plan', ({ navigator }) => navigator.to({ screen: 'plan' })),
  withPlan('plan/open', 'Plan, a stop being changed', async ({ navigator }) => {
    await navigator.to({ screen: 'plan' });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-action="change-stop"]')?.click());
  }),
  withPlan('plan/removed', 'Plan, a stop taken out', async ({ navigator }) => {
    await navigator.to({ screen: 'plan' });
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('[data-action="change-stop"]')?.click();
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-action="remove"]')?.click());
    });
  }),
  ...[ARTICLE, EVENT, SERVICE, CHECKLIST].map((id) =>
    screen(`takeaway/${id}`, `Takeaway: ${id}`, ({ navigator }) =>
      navigator.to({ screen: 'takeaway', of: { what: 'document', id } }),
    ),
  ),
  withPlan('takeaway/plan', 'Takeaway: the plan', ({ navigator }) =>
    navigator.to({ screen: 'takeaway', of: { what: 'plan' } }),
  ),
  screen('comfort', 'Comfort, over home', openComfort),
  screen('comfort/article', 'Comfort, over an article', async ({ navigator }) => {
    await navigator.toDocument(ARTICLE);
    openComfort();
  }),
  withPlan('leaving', 'Leaving, with something to take', ({ navigator }) =>
    navigator.to({ screen: 'leaving' }),
  ),
  withPlan('leaving/taken', 'Leaving, the plan already taken', async ({ navigator }) => {
    markTaken('takeaway plan');
    await navigator.to({ screen: 'leaving' });
  }),
];
