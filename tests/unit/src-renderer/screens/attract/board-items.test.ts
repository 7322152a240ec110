import { describe, expect, it } from 'vitest';
import type { DocumentHeader } from '../../../../../content/model/document.ts';
import type { Opening } from '../../../../../content/model/opening-hours.ts';
import { type BoardItem, boardItems } from '../../../../../src-renderer/screens/attract/board-items.ts';
import { shownNotices } from '../../../../../src-renderer/visit/notices.ts';
import { anEvent } from '../../../../builders/headers.ts';
import { aLiveNotice } from '../../../../builders/live-notice.ts';

/** The same event in two languages. */
function both(id: string, starts: string, ends: string): readonly DocumentHeader[] {
  return ['fr', 'nl'].map((language) =>
    anEvent({ id, language, title: `${id} (${language})`, starts, ends }),
  );
}

const club = both('events/club', '2026-11-27T09:30', '2026-11-27T11:30');
const fair = both('events/fair', '2026-11-27T14:00', '2026-11-27T16:00');
const evening = both('events/evening', '2026-12-01T18:00', '2026-12-01T20:00');

type Given = {
  readonly headers?: readonly DocumentHeader[];
  readonly now?: string;
  readonly live?: readonly ReturnType<typeof aLiveNotice>[];
  readonly opening?: Opening | null;
};

function board({ headers = [], now = '2026-11-27T10:00', live = [], opening = null }: Given) {
  const languages = ['nl', 'fr'];
  return boardItems({
    catalogue: {
      headers: (language) => headers.filter((header) => header.language === language),
      header: (id, language) => headers.find((header) => header.id === id && header.language === language),
    },
    languages,
    now,
    notices: languages.map((language) =>
      shownNotices(language, live, [], Date.parse('2026-11-27T10:30:00Z')),
    ),
    opening,
  });
}

const titles = (items: readonly BoardItem[]) =>
  items.map(({ words }) => words.map(({ title }) => title).join(' / '));

describe('the board of the screen nobody has touched yet', () => {
  it('shows what is left of today in every language, in the order of the visit, and which station lights up', () => {
    const items = board({ headers: [...fair, ...club, ...evening] });
    expect(titles(items)).toEqual([
      'events/club (nl) / events/club (fr)',
      'events/fair (nl) / events/fair (fr)',
    ]);
    expect(items.map(({ theme, hour }) => [theme, hour])).toEqual([
      ['employment', '09:30'],
      ['employment', '14:00'],
    ]);
    // The first has begun, the second has not.
    expect(items[0]?.words[1]?.label).toContain('11:30');
    expect(items[1]?.words.map(({ label }) => label)).toEqual(['Vandaag', 'Aujourd’hui']);
  });

  it('shows what comes next on a day without anything', () => {
    const items = board({ headers: [...evening, ...club], now: '2026-11-27T12:00' });
    expect(titles(items)).toEqual(['events/evening (nl) / events/evening (fr)']);
    expect(items[0]?.words.map(({ label }) => label)).toEqual(['Dinsdag 1 december', 'Mardi 1 décembre']);
  });

  it('says nothing that one of its languages cannot say', () => {
    expect(board({ headers: club.filter(({ language }) => language === 'nl') })).toEqual([]);
    expect(board({ live: [aLiveNotice({ title: { fr: 'Non' }, paragraphs: [{ fr: 'Non.' }] })] })).toEqual(
      [],
    );
  });

  it('shows urgent messages and nothing else, others after the events', () => {
    const coffee = aLiveNotice({ id: 'coffee', urgency: 'information', title: { fr: 'Café', nl: 'Koffie' } });
    expect(titles(board({ headers: club, live: [coffee] }))).toEqual([
      'events/club (nl) / events/club (fr)',
      'Koffie / Café',
    ]);
    const urgent = board({ headers: club, live: [coffee, aLiveNotice()] });
    expect(titles(urgent)).toEqual(['De vloer sluit om 15 uur / Le plateau ferme à 15 heures']);
    expect(urgent[0]?.words.map(({ text }) => text)).toEqual([
      'Morgen is alles gewoon open.',
      'Demain, tout est ouvert comme d’habitude.',
    ]);
  });

  it('says first when a closed floor opens, today or on another day', () => {
    const closed = (opens: string | null) =>
      board({ headers: club, opening: { open: false, opens } })[0]?.words.map(({ title }) => title);
    expect(closed('2026-11-27T13:30')).toEqual(['Open om 13:30', 'Ouvre à 13:30']);
    expect(closed('2026-11-30T09:00')).toEqual([
      'Open maandag 30 november om 09:00',
      'Ouvre lundi 30 novembre à 09:00',
    ]);
    expect(closed(null)).toEqual(['Gesloten', 'Fermé']);
    expect(board({ headers: club, opening: { open: true, until: '2026-11-27T17:00' } })).toHaveLength(1);
  });
});
