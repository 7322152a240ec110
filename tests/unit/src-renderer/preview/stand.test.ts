import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GuideDocument } from '../../../../content/model/document.ts';
import { createNavigator } from '../../../../src-renderer/navigation/navigator.ts';
import { currentStop } from '../../../../src-renderer/navigation/place.ts';
import type { Stand } from '../../../../src-renderer/preview/link.ts';
import { documentOf, standTogether } from '../../../../src-renderer/preview/page/stand.ts';
import { freshVisit, toggleTick, useVisit } from '../../../../src-renderer/visit/visit-store.ts';

beforeEach(() => useVisit.setState({ ...freshVisit, language: 'nl' }, true));
afterEach(() => useVisit.setState(freshVisit, true));

const documentNamed = (id: string, language: string) =>
  ({ header: { id, language } }) as unknown as GuideDocument;

/** A Dutch page; `slow` holds back its documents until it is called. */
function dutchPage({ slow = false } = {}) {
  const waiting: (() => void)[] = [];
  const readDocument = async (id: string, language: string) => {
    if (slow) await new Promise<void>((resolve) => waiting.push(resolve));
    return documentNamed(id, language);
  };
  const navigator = createNavigator({
    readDocument: async (id, language) => documentNamed(id, language),
    language: () => useVisit.getState().language,
    setLanguage: (language) => useVisit.setState({ language }),
  });
  const onStand = vi.fn<(stand: Stand, following: boolean) => void>();
  const stand = standTogether({ navigator, language: 'nl', readDocument, onStand });
  const arrive = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { navigator, onStand, stand, arrive };
}

const home = { key: 0, place: { screen: 'home' }, scroll: null } as const;
const { language: _none, ...untouched } = freshVisit;
const atLetter: Stand = {
  begun: true,
  way: [home, { key: 1, place: { screen: 'document', id: 'employment/letter' }, scroll: null }],
  visit: { ...untouched, ticks: { 'checklists/cv': ['a'] } },
};

test('what a visitor does here is told, and being led somewhere is not told as if it were done here', async () => {
  const { navigator, onStand, stand } = dutchPage();
  navigator.to({ screen: 'theme', theme: 'employment' });
  toggleTick('checklists/cv', 'b');
  expect(onStand.mock.calls.map(([, following]) => following)).toEqual([false, false]);
  onStand.mockClear();
  await stand.follow(atLetter);
  expect(onStand.mock.calls).toEqual([[atLetter, true]]);
});

test('a page that is led keeps its own language and has the document ready', async () => {
  const { navigator, stand } = dutchPage();
  await stand.follow(atLetter);
  expect(documentOf(navigator.store.getState().way)).toBe('employment/letter');
  expect(navigator.store.getState().documents['employment/letter.nl']).toEqual(
    documentNamed('employment/letter', 'nl'),
  );
  expect(useVisit.getState()).toMatchObject({ language: 'nl', ticks: { 'checklists/cv': ['a'] } });
});

test('led out of the attract screen a page begins in its own language, and led there its visit ends', async () => {
  const { stand } = dutchPage();
  await stand.follow({ ...atLetter, begun: false, way: [home] });
  expect(useVisit.getState().language).toBeNull();
  await stand.follow(atLetter);
  expect(useVisit.getState().language).toBe('nl');
});

test('a touch while being led wins', async () => {
  const { navigator, stand, arrive } = dutchPage({ slow: true });
  const led = stand.follow(atLetter);
  navigator.to({ screen: 'theme', theme: 'training' });
  arrive();
  await led;
  expect(currentStop(navigator.store.getState().way).place).toEqual({ screen: 'theme', theme: 'training' });
});

test('standing there already, a page stays as it is and tells nobody', async () => {
  const { onStand, stand } = dutchPage();
  await stand.follow(atLetter);
  onStand.mockClear();
  await stand.follow(structuredClone(atLetter));
  expect(onStand).not.toHaveBeenCalled();
});
