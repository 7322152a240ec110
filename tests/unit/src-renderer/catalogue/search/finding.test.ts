import { describe, expect, test } from 'vitest';
import type { DocumentFields } from '../../../../../src-renderer/catalogue/search/document-fields.ts';
import { searchEngine } from '../../../../../src-renderer/catalogue/search/engine.ts';
import type { Times } from '../../../../../src-renderer/catalogue/search/findable.ts';

const NOW = '2026-11-27T10:00';
const EMPTY: DocumentFields = { title: '', keywords: '', headings: '', summary: '', body: '', area: '' };

type Sketch = Partial<DocumentFields> & { readonly times?: Times };

function library(language: string, sketches: Readonly<Record<string, Sketch>>) {
  const engine = searchEngine(language);
  for (const [name, { times = {}, ...fields }] of Object.entries(sketches)) {
    engine.add(name, { ...EMPTY, ...fields }, times);
  }
  return {
    engine,
    find: (question: string, now = NOW) => engine.find(question, now).hits.map(({ hash }) => hash),
  };
}

describe('Dutch compounds are found by their parts', () => {
  const { find } = library('nl', {
    elections: { title: 'Gemeenteraadsverkiezingen', summary: 'Wie mag stemmen.' },
    interview: { title: 'Sollicitatiegesprek' },
    apart: { title: 'Een gesprek', body: 'Zo verloopt je sollicitatie.' },
    fair: { title: 'Jobbeurs' },
    language: { title: 'Taallessen in de buurt' },
    talk: { title: 'De andere taal', body: 'Voor je job.' },
    experience: { title: 'Ervaring telt' },
  });

  test.each([
    ['verkiezingen', 'elections'],
    ['verkiezing', 'elections'],
    ['gemeenteraad', 'elections'],
    ['gesprek', 'interview'],
    ['gesprek sollicitatie', 'interview'],
    ['sollicitatiegesprek', 'apart'],
    ['sollicitatiegesprekken', 'interview'],
    ['job beurs', 'fair'],
    ['beurzen', 'fair'],
    ['taal', 'language'],
    ['les', 'language'],
  ])('%s finds %s', (question, name) => expect(find(question)).toContain(name));

  test('a word is not found inside another by chance', () => {
    expect(find('ring')).not.toContain('experience');
    expect(find('aring')).not.toContain('experience');
  });

  test('French words are not taken apart', () => {
    const french = library('fr', { school: { title: 'Autoformation' }, training: { title: 'Formation' } });
    expect(french.find('formation')).toEqual(['training']);
  });
});

describe('Typing errors are forgiven by the length of the word', () => {
  const { find } = library('fr', {
    interview: { title: 'Préparer un entretien' },
    cv: { title: 'Mon CV' },
    cdd: { title: 'CDD et CDI' },
  });

  test.each(['entretient', 'entretein', 'antretien', 'entreteins', 'ENTRETIEN', 'entré'])('%s', (question) =>
    expect(find(question)).toEqual(['interview']),
  );
  test('not in short words and abbreviations', () => {
    expect(find('cb')).toEqual([]);
    expect(find('cde')).toEqual([]);
    expect(find('cdi')).toEqual(['cdd']);
  });
});

describe('What counts more stands first', () => {
  test('the title before the keywords, the keywords before the text', () => {
    const { find } = library('fr', {
      text: { title: 'Un titre', body: 'On y parle de stage.' },
      keywords: { title: 'Autre chose', keywords: 'stage' },
      title: { title: 'Le stage' },
    });
    expect(find('stage')).toEqual(['title', 'keywords', 'text']);
  });

  test('all words of the question before some of them', () => {
    const { find } = library('nl', {
      half: { title: 'Brief', keywords: 'brief', headings: 'Je brief' },
      whole: { title: 'Een vraag', body: 'Zo schrijf je een motivatie in een brief.' },
    });
    expect(find('brief motivatie')[0]).toBe('whole');
  });

  test('an area in the question does not hurt', () => {
    const sketches = {
      cv: { title: 'Mon CV', area: 'employment Trouver un emploi' },
      other: { title: 'Un contrat', area: 'employment Trouver un emploi' },
    };
    expect(library('fr', sketches).find('cv employment')[0]).toBe('cv');
    expect(library('fr', sketches).find('cv trouver emploi')[0]).toBe('cv');
  });
});

describe('Only what is shown can be found', () => {
  const event = { starts: '2026-11-27T09:00', ends: '2026-11-27T11:00', except: [] };
  const { find } = library('fr', {
    later: { title: 'Stage plus tard', times: { validFrom: '2026-11-28' } },
    ended: { title: 'Stage fini', times: { validUntil: '2026-11-26' } },
    today: { title: 'Stage du jour', times: { validFrom: '2026-11-27', validUntil: '2026-11-27' } },
    event: { title: 'Séance stage', times: { event } },
    weekly: { title: 'Club stage', times: { event: { ...event, repeats: 'FREQ=WEEKLY;COUNT=2' } } },
  });

  test('today, on the clock of the centre', () => {
    expect(find('stage').sort()).toEqual(['event', 'today', 'weekly']);
  });
  test('an event until it ends, a repeated one until its last time', () => {
    expect(find('stage', '2026-11-27T11:00').sort()).toEqual(['today', 'weekly']);
    expect(find('stage', '2026-12-04T11:01').sort()).toEqual(['later']);
  });
});

describe('A question without an answer', () => {
  const { engine, find } = library('fr', {
    training: { title: 'Formation en électricité', keywords: 'boulot', body: 'Rien de spécial.' },
  });

  test('asks whether another word was meant, as people write it', () => {
    expect(engine.find('elctrcite', NOW)).toMatchObject({ total: 1 });
    expect(engine.find('élextryxité', NOW)).toEqual({ hits: [], total: 0, meant: 'électricité' });
  });
  test('says nothing when nothing is near', () => {
    expect(engine.find('xylophone', NOW)).toEqual({ hits: [], total: 0, meant: null });
  });
  test('can be anything', () => {
    for (const odd of [
      '',
      '   ',
      '?',
      "'",
      '-',
      'a',
      'x'.repeat(5000),
      'a b '.repeat(500),
      '__proto__',
      'constructor',
    ]) {
      expect(() => engine.find(odd, NOW)).not.toThrow();
    }
    expect(find('')).toEqual([]);
  });
});

test('An index that was kept answers as the one it was made of, also after changes', async () => {
  const { engine } = library('nl', {
    one: { title: 'Een stage vinden' },
    two: { title: 'Een brief schrijven' },
  });
  engine.remove('two');
  engine.add('three', { ...EMPTY, title: 'Stageplaatsen' }, {});
  const kept = searchEngine('nl', JSON.parse(JSON.stringify(await engine.save())));
  const fresh = library('nl', {
    one: { title: 'Een stage vinden' },
    three: { title: 'Stageplaatsen' },
  }).engine;
  for (const question of ['stage', 'brief', 'stageplaats', 'plaats', 'vindn']) {
    expect(kept.find(question, NOW)).toEqual(fresh.find(question, NOW));
    expect(engine.find(question, NOW)).toEqual(fresh.find(question, NOW));
  }
});
