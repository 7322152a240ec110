import { describe, expect, it } from 'vitest';
import type { GuideDocument, PageDocument } from '../../../../content/model/document.ts';
import {
  createNavigator,
  documentKey,
  type NavigatorOptions,
} from '../../../../src-renderer/navigation/navigator.ts';
import { currentStop } from '../../../../src-renderer/navigation/place.ts';

function page(id: string, language: string): PageDocument {
  return {
    schema: 1,
    kind: 'page',
    header: {
      kind: 'page',
      id,
      language,
      theme: 'employment',
      title: `${id} (${language})`,
      summary: 'Summary',
      order: 10,
      minutes: 2,
      updated: '2026-11-23',
      related: [],
      audiences: [],
    },
    body: [],
  };
}

/** Long enough for whatever waits for nothing any more. */
const aWhile = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A navigator whose documents arrive when the test says so. */
function navigatorInHand(
  missing: readonly string[] = [],
  planned: readonly string[] = [],
  answerTouch: NonNullable<NavigatorOptions['answerTouch']> = () => null,
) {
  let language = 'fr';
  const waiting = new Map<string, () => void>();
  const shown: string[] = [];
  const navigator = createNavigator({
    readDocument: (id, inLanguage) =>
      new Promise<GuideDocument>((resolve, reject) => {
        waiting.set(documentKey(id, inLanguage), () =>
          missing.includes(id) ? reject(new Error('gone')) : resolve(page(id, inLanguage)),
        );
      }),
    language: () => language,
    documentsOf: (place) => (place.screen === 'plan' ? planned : []),
    answerTouch,
    setLanguage: (next) => {
      language = next;
      const { place } = currentStop(navigator.store.getState().way);
      shown.push(place.screen === 'document' ? documentKey(place.id, next) : `${place.screen}.${next}`);
    },
  });
  const arrive = async (key: string) => {
    waiting.get(key)?.();
    await aWhile();
  };
  const here = () => currentStop(navigator.store.getState().way).place;
  return { navigator, arrive, here, shown };
}

describe('opening a document', () => {
  it('keeps the old screen until the new one is whole', async () => {
    const { navigator, arrive, here } = navigatorInHand();
    void navigator.toDocument('employment/a');
    expect(here()).toEqual({ screen: 'home' });
    await arrive('employment/a.fr');
    expect(here()).toEqual({ screen: 'document', id: 'employment/a' });
    expect(navigator.store.getState().documents['employment/a.fr']?.header.title).toBe('employment/a (fr)');
  });

  it('does not let a slow document open over what was touched after it', async () => {
    const { navigator, arrive, here } = navigatorInHand();
    void navigator.toDocument('employment/slow');
    navigator.to({ screen: 'theme', theme: 'mobility' });
    await arrive('employment/slow.fr');
    expect(here()).toEqual({ screen: 'theme', theme: 'mobility' });
  });

  it('shows the apology of its own screen when the document cannot be had', async () => {
    const { navigator, arrive, here } = navigatorInHand(['employment/gone']);
    void navigator.toDocument('employment/gone');
    await arrive('employment/gone.fr');
    expect(here()).toEqual({ screen: 'document', id: 'employment/gone' });
    expect(navigator.store.getState().documents['employment/gone.fr']).toBeNull();
  });
});

describe('changing the language', () => {
  it('changes the words only once the document is there in the new language', async () => {
    const { navigator, arrive, shown } = navigatorInHand();
    void navigator.toDocument('employment/a');
    await arrive('employment/a.fr');
    void navigator.switchLanguage('nl');
    expect(shown).toEqual([]);
    await arrive('employment/a.nl');
    expect(shown).toEqual(['employment/a.nl']);
  });

  it('keeps the place and the way back', async () => {
    const { navigator, arrive, here } = navigatorInHand();
    navigator.to({ screen: 'theme', theme: 'employment' });
    void navigator.toDocument('employment/a');
    await arrive('employment/a.fr');
    const before = navigator.store.getState().way.map((stop) => stop.place);
    void navigator.switchLanguage('nl');
    await arrive('employment/a.nl');
    expect(navigator.store.getState().way.map((stop) => stop.place)).toEqual(before);
    expect(here()).toEqual({ screen: 'document', id: 'employment/a' });
  });

  it('also has the page behind ready in the new language before going back to it', async () => {
    const { navigator, arrive, here } = navigatorInHand();
    void navigator.toDocument('employment/a');
    await arrive('employment/a.fr');
    void navigator.toDocument('employment/b');
    await arrive('employment/b.fr');
    void navigator.switchLanguage('nl');
    await arrive('employment/b.nl');
    navigator.back();
    expect(here()).toEqual({ screen: 'document', id: 'employment/b' });
    await arrive('employment/a.nl');
    expect(here()).toEqual({ screen: 'document', id: 'employment/a' });
    expect(navigator.store.getState().documents['employment/a.nl']?.header.language).toBe('nl');
  });
});

describe('going to a place that shows parts of documents', () => {
  it('keeps the old screen until every one of them is there', async () => {
    const { navigator, arrive, here } = navigatorInHand([], ['employment/a', 'employment/b']);
    void navigator.to({ screen: 'plan' });
    await arrive('employment/a.fr');
    expect(here()).toEqual({ screen: 'home' });
    await arrive('employment/b.fr');
    expect(here()).toEqual({ screen: 'plan' });
  });

  it('shows it all the same when one of them cannot be had', async () => {
    const { navigator, arrive, here } = navigatorInHand(['employment/a'], ['employment/a']);
    void navigator.to({ screen: 'plan' });
    await arrive('employment/a.fr');
    expect(here()).toEqual({ screen: 'plan' });
  });

  it('changes the language only once they are there in the new one', async () => {
    const { navigator, arrive, shown } = navigatorInHand([], ['employment/a']);
    void navigator.to({ screen: 'plan' });
    await arrive('employment/a.fr');
    void navigator.switchLanguage('nl');
    expect(shown).toEqual([]);
    await arrive('employment/a.nl');
    expect(shown).toEqual(['plan.nl']);
  });

  it('answers at once when there is nothing to load', () => {
    const { navigator, here } = navigatorInHand();
    void navigator.to({ screen: 'plan' });
    expect(here()).toEqual({ screen: 'plan' });
  });
});

/** Touches whose answers are seen when the test says so. */
function touches() {
  const seen: (() => void)[] = [];
  const letGo: string[] = [];
  const answerTouch = () => {
    const name = `touch ${seen.length + 1}`;
    const shown = new Promise<void>((resolve) => seen.push(resolve));
    return { shown, letGo: () => void letGo.push(name) };
  };
  const see = async (touch: number) => {
    seen[touch - 1]?.();
    await aWhile();
  };
  return { answerTouch, letGo, see };
}

describe('a touch that leads to another screen', () => {
  it('is answered first: the screen changes once its answer was seen, and then lets it go', async () => {
    const { answerTouch, letGo, see } = touches();
    const { navigator, here } = navigatorInHand([], [], answerTouch);
    void navigator.to({ screen: 'events' });
    await aWhile();
    expect(here()).toEqual({ screen: 'home' });
    expect(letGo).toEqual([]);
    await see(1);
    expect(here()).toEqual({ screen: 'events' });
    expect(letGo).toEqual(['touch 1']);
  });

  it('looks touched for as long as its document takes', async () => {
    const { answerTouch, letGo, see } = touches();
    const { navigator, arrive, here } = navigatorInHand([], [], answerTouch);
    void navigator.toDocument('employment/a');
    await see(1);
    expect([here(), letGo]).toEqual([{ screen: 'home' }, []]);
    await arrive('employment/a.fr');
    expect([here().screen, letGo]).toEqual(['document', ['touch 1']]);
  });

  it('gives way to the next one, and is let go all the same', async () => {
    const { answerTouch, letGo, see } = touches();
    const { navigator, here } = navigatorInHand([], [], answerTouch);
    void navigator.to({ screen: 'events' });
    void navigator.to({ screen: 'services' });
    await see(2);
    await see(1);
    expect(here()).toEqual({ screen: 'services' });
    expect(letGo).toEqual(['touch 2', 'touch 1']);
  });

  it('answers for the way back and for another language, too', async () => {
    const { answerTouch, see } = touches();
    const { navigator, here, shown } = navigatorInHand([], [], answerTouch);
    void navigator.to({ screen: 'events' });
    await see(1);
    void navigator.switchLanguage('nl');
    await aWhile();
    expect(shown).toEqual([]);
    await see(2);
    expect(shown).toEqual(['events.nl']);
    navigator.back();
    await aWhile();
    expect(here()).toEqual({ screen: 'events' });
    await see(3);
    expect(here()).toEqual({ screen: 'home' });
  });
});
