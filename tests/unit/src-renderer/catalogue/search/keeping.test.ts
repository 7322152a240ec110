import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Desk } from '../../../../../src-renderer/catalogue/search/desk.ts';
import { searchDesk } from '../../../../../src-renderer/catalogue/search/desk.ts';
import type { WorkerLike } from '../../../../../src-renderer/catalogue/search/desk-in-worker.ts';
import { ANSWER_LIMIT_MS } from '../../../../../src-renderer/catalogue/search/guide-search.ts';
import type { FromWorker, ToWorker } from '../../../../../src-renderer/catalogue/search/worker-messages.ts';
import { sweepCatalogue } from '../../../../../src-renderer/catalogue/sweep.ts';
import { catalogueEdition, SMALL_GUIDE } from '../../../../builders/catalogue-edition.ts';
import { freshIndexedDb, inDatabase, open } from '../opened.ts';

beforeEach(() => {
  freshIndexedDb();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A worker in this thread that keeps a record of what it was asked. */
function workshop() {
  const asked: string[] = [];
  let crash: ((event: unknown) => void) | null = null;
  let go = Promise.resolve();
  let letGo = () => {};
  const start = (): WorkerLike => {
    const desk = searchDesk();
    let answer: ((event: unknown) => void) | null = null;
    return {
      addEventListener: (type: string, listener: unknown) => {
        if (type === 'message') answer = listener as typeof answer;
        if (type === 'error') crash = listener as typeof crash;
      },
      postMessage: ({ number, ask, input }: ToWorker) => {
        const size = ask === 'add' ? ` ${(input as Parameters<Desk['add']>[0]).documents.length}` : '';
        asked.push(`${ask}${size}`);
        const work = desk[ask] as (input: unknown) => ReturnType<Desk[typeof ask]>;
        const post = (data: FromWorker) => answer?.({ data });
        work(structuredClone(input)).then(
          (value) => go.then(() => post({ number, ok: true, value })),
          (error: unknown) => post({ number, ok: false, why: String(error) }),
        );
      },
      terminate: () => {},
    } as WorkerLike;
  };
  return {
    start,
    asked,
    crash: () => crash?.(new Event('error')),
    /** From now on nothing is answered until it is let go. */
    hold: () => {
      go = new Promise<void>((resolve) => {
        letGo = resolve;
      });
    },
    letGo: () => letGo(),
  };
}

async function opened(edition = catalogueEdition(), { mayWrite = true, start = workshop().start } = {}) {
  const { catalogue, problems } = await open(edition, {
    search: { startWorker: start, mayWrite: () => mayWrite },
  });
  const find = async (question: string, language = 'fr') =>
    (await catalogue.search.find(question, language))?.results.map(({ header }) => header.id);
  return { catalogue, problems, find };
}

const keptRows = () => inDatabase((database) => database.indexes.toArray());

describe('The index of an edition', () => {
  test('is built once, kept, and only read by the next page', async () => {
    const edition = catalogueEdition();
    const first = workshop();
    await (await opened(edition, { start: first.start })).catalogue.search.prepare('fr');
    expect(first.asked).toEqual(['open', 'add 3', 'save']);
    const second = workshop();
    const { find } = await opened(edition, { start: second.start });
    expect(await find('letter')).toEqual(['employment/cover-letter']);
    expect(second.asked).toEqual(['open', 'find']);
  });

  test('of the next edition is made of this one, with only what changed read anew', async () => {
    await (await opened()).catalogue.search.prepare('fr');
    const changed = SMALL_GUIDE.map((page) =>
      page.order === 20 ? { ...page, text: 'apprentissage' } : page,
    );
    const next = catalogueEdition({ seq: 2, pages: changed.slice(0, 2) });
    const second = workshop();
    const { find } = await opened(next, { start: second.start });
    expect(await find('apprentissage')).toEqual(['employment/first-interview']);
    expect(await find('evening')).toEqual([]);
    expect(second.asked.slice(0, 4)).toEqual(['open', 'remove', 'add 1', 'save']);
    expect((await keptRows()).map(({ seq, language }) => [seq, language])).toEqual([
      [1, 'fr'],
      [2, 'fr'],
    ]);
  });

  test('is not written by a page in front of a visitor, and answers all the same', async () => {
    const { find } = await opened(undefined, { mayWrite: false });
    expect(await find('letter')).toEqual(['employment/cover-letter']);
    expect(await keptRows()).toEqual([]);
  });

  test('goes with its edition', async () => {
    const edition = catalogueEdition();
    const { catalogue } = await opened(edition);
    await catalogue.search.prepare('fr');
    await catalogue.search.prepare('nl');
    expect(await sweepCatalogue({ keep: ['0'.repeat(64)], keepNewest: 0 })).toMatchObject({ indexes: 2 });
    expect(await keptRows()).toEqual([]);
  });
});

describe('A kept index that cannot be trusted is made anew', () => {
  const bend = (change: (row: Awaited<ReturnType<typeof keptRows>>[number]) => object) =>
    inDatabase(async (database) => {
      for (const row of await database.indexes.toArray()) {
        await database.indexes.put({ ...row, ...change(row) });
      }
    });

  test.each([
    ['one byte is another', ({ bytes }: { bytes: Uint8Array }) => ({ bytes: bytes.with(100, 33) })],
    ['its end is missing', ({ bytes }: { bytes: Uint8Array }) => ({ bytes: bytes.slice(0, -20) })],
    ['it is empty', () => ({ bytes: new Uint8Array() })],
  ])('%s: said, and found all the same', async (_, change) => {
    const edition = catalogueEdition();
    await (await opened(edition)).catalogue.search.prepare('fr');
    await bend(change as (row: object) => object);
    const { find, problems } = await opened(edition);
    expect(await find('letter')).toEqual(['employment/cover-letter']);
    expect(problems).toEqual([expect.stringMatching(/^search-rebuilt .*damaged/)]);
    const after = await opened(edition);
    await after.catalogue.search.prepare('fr');
    expect(after.problems).toEqual([]);
  });

  test.each([
    ['of another version of the program', () => ({ basis: 'older' })],
    ['of another form', () => ({ bytes: 'text' })],
  ])('%s', async (_, change) => {
    const edition = catalogueEdition();
    await (await opened(edition)).catalogue.search.prepare('fr');
    await bend(change);
    const { start, asked } = workshop();
    const { find } = await opened(edition, { start });
    expect(await find('letter')).toEqual(['employment/cover-letter']);
    expect(asked).toContain('add 3');
  });

  test('the whole table is gone', async () => {
    const edition = catalogueEdition();
    await (await opened(edition)).catalogue.search.prepare('fr');
    await inDatabase((database) => database.indexes.clear());
    expect(await (await opened(edition)).find('letter')).toEqual(['employment/cover-letter']);
    expect(await keptRows()).toHaveLength(1);
  });
});

describe('Whatever fails, there is a search', () => {
  test('no IndexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await (await opened()).find('letter')).toEqual(['employment/cover-letter']);
  });

  test('a document that can be had nowhere is still found by its title', async () => {
    const edition = catalogueEdition();
    const { find } = await opened(edition);
    edition.files.delete('documents/employment/cover-letter.fr.json');
    await inDatabase((database) => database.documents.clear());
    expect(await find('letter')).toEqual(['employment/cover-letter']);
  });

  test('a worker that cannot start gives way to a desk in the page', async () => {
    const { find, problems } = await opened(undefined, {
      start: () => {
        throw new Error('refused');
      },
    });
    expect(await find('letter')).toEqual(['employment/cover-letter']);
    expect(problems).toEqual(['search-rebuilt Error: refused']);
  });

  test('a worker that crashes is replaced', async () => {
    const { start, crash, asked } = workshop();
    const { find, problems, catalogue } = await opened(undefined, { start });
    await catalogue.search.prepare('fr');
    crash();
    expect(await find('letter')).toEqual(['employment/cover-letter']);
    expect(asked.filter((ask) => ask === 'open')).toHaveLength(2);
    expect(problems).toEqual([expect.stringMatching(/^search-rebuilt .*worker failed/)]);
  });

  test('workers that never answer are left after their time', async () => {
    let patience = 2;
    const { catalogue, problems } = await open(catalogueEdition(), {
      startTimer: (milliseconds, ring) => {
        if (milliseconds === ANSWER_LIMIT_MS && patience-- > 0) ring();
        return () => {};
      },
      search: { startWorker: workshop().start },
    });
    expect((await catalogue.search.find('letter', 'fr'))?.total).toBe(1);
    expect(problems).toHaveLength(2);
  });
});

test('Only the newest question is answered', async () => {
  const { catalogue } = await opened();
  const answers = await Promise.all(
    ['let', 'lett', 'letter'].map((typed) => catalogue.search.find(typed, 'fr')),
  );
  expect(answers.map((answer) => answer?.total ?? null)).toEqual([null, null, 1]);
});

test('Whoever types quicker than the search answers waits for the answer to one key, not to all of them', async () => {
  const { start, asked, hold, letGo } = workshop();
  const { catalogue } = await opened(undefined, { start });
  await catalogue.search.prepare('fr');
  hold();
  const answers: ReturnType<typeof catalogue.search.find>[] = [];
  for (const typed of ['l', 'le', 'let', 'lett', 'letter']) {
    answers.push(catalogue.search.find(typed, 'fr'));
    // Each key comes while the worker still looks for the one before.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  letGo();
  const totals = (await Promise.all(answers)).map((answer) => answer?.total ?? null);
  expect(totals).toEqual([null, null, null, null, 1]);
  expect(asked.filter((ask) => ask === 'find')).toHaveLength(2);
});

test('Each language has a search of its own', async () => {
  const { catalogue } = await opened();
  const [result] = (await catalogue.search.find('letter', 'nl'))?.results ?? [];
  expect(result?.header.language).toBe('nl');
});
