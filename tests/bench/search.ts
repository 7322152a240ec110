import MiniSearch from 'minisearch';
import { exitWith } from '../../src-main/dev/packages.mjs';
import { say } from '../../src-main/dev/say.ts';
import { FIELDS } from '../../src-renderer/catalogue/search/document-fields.ts';
import { type SavedIndex, searchEngine } from '../../src-renderer/catalogue/search/engine.ts';
import {
  hitAt3,
  ourFinder,
  questions,
  type Searchable,
  searchableGuide,
  THAT_DAY,
} from '../builders/searchable-guide.ts';
import { syntheticTexts } from './synthetic-texts.ts';

/** Documents of one language. */
const SIZES = [126, 1_000, 10_000] as const;

/** Questions typed key by key at each size: some eighty keys. */
const TYPED = 6;

/** No more keys are asked once they have taken so long, in milliseconds: at ten thousand documents the anchor is slow. */
const KEYS_LIMIT_MS = 30_000;

const LANGUAGES = ['fr', 'nl'] as const;

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ value: Value; ms: number }> {
  const began = performance.now();
  const value = await work();
  return { value, ms: performance.now() - began };
}

/** Plain MiniSearch with its defaults: the anchor. */
function plain(): MiniSearch {
  return new MiniSearch({ fields: [...FIELDS] });
}

/** How many questions have an answer among the first three, beside plain MiniSearch. */
async function quality(
  language: (typeof LANGUAGES)[number],
  documents: readonly Searchable[],
): Promise<void> {
  const ours = ourFinder(language, documents);
  const theirs = plain();
  theirs.addAll(documents.map(({ document, fields }) => ({ id: document.header.id, ...fields })));
  for (const list of ['asked', 'held-out'] as const) {
    const asked = await questions(list, language);
    const found = hitAt3(asked, ours);
    const anchor = hitAt3(asked, (question) => theirs.search(question).map(({ id }) => id));
    say(
      `${language}, ${list} (${asked.length} questions): hit@3 ${percent(found.share)}, anchor ${percent(anchor.share)}`,
    );
    for (const { asked: question, got } of found.missed) {
      say(`  missed: ${question} (got ${got.join(', ') || 'nothing'})`);
    }
  }
}

/** Building, keeping, loading and asking at one size, each as a ratio to plain MiniSearch over the same texts. */
async function cost(documents: readonly Searchable[], size: number, typed: readonly string[]): Promise<void> {
  const texts = syntheticTexts(
    documents.map(({ fields }) => fields),
    size,
  );
  const theirs = await timed(() => {
    const mini = plain();
    for (const [id, fields] of texts.entries()) mini.add({ id, ...fields });
    return mini;
  });
  const ours = await timed(() => {
    const engine = searchEngine('nl');
    for (const [id, fields] of texts.entries()) engine.add(String(id), fields, {});
    return engine;
  });
  const theirBytes = JSON.stringify(theirs.value.toJSON());
  const ourBytes = JSON.stringify(await ours.value.save());
  const theirLoad = await timed(() => MiniSearch.loadJSON(theirBytes, { fields: [...FIELDS] }));
  const ourLoad = await timed(() => searchEngine('nl', JSON.parse(ourBytes) as SavedIndex));
  const one = texts[0];
  const update = await timed(async () => {
    ours.value.remove('0');
    if (one) ours.value.add('0', one, {});
    await ours.value.save();
  });

  const keys = typed.flatMap((question) => Array.from(question, (_, at) => question.slice(0, at + 1)));
  const ask = async (find: (question: string) => unknown) => {
    const times: number[] = [];
    const until = performance.now() + KEYS_LIMIT_MS;
    for (const key of keys) {
      if (performance.now() > until) break;
      times.push((await timed(() => find(key))).ms);
    }
    if (times.length < keys.length) say(`  (only ${times.length} of ${keys.length} keys within the limit)`);
    return p95(times);
  };
  const theirKey = await ask((question) => theirLoad.value.search(question, { prefix: true, fuzzy: 0.2 }));
  const ourKey = await ask((question) => ourLoad.value.find(question, THAT_DAY));
  const line = (what: string, mine: number, anchor: number, unit: string) =>
    say(
      `  ${what}: ${mine.toFixed(1)} ${unit}, ${(mine / anchor).toFixed(2)} × anchor (${anchor.toFixed(1)} ${unit})`,
    );
  say(`${size} documents:`);
  line('build', ours.ms, theirs.ms, 'ms');
  line('load', ourLoad.ms, theirLoad.ms, 'ms');
  line('kept', ourBytes.length / 1024, theirBytes.length / 1024, 'KB');
  line(`p95 of ${keys.length} keys (anchor with prefixes and typing errors)`, ourKey, theirKey, 'ms');
  line('an update of one document, saved (anchor: its build)', update.ms, theirs.ms, 'ms');
}

await exitWith(async () => {
  say('Anchor: plain MiniSearch with its defaults over the same texts, in the same run.');
  let dutch: readonly Searchable[] = [];
  for (const language of LANGUAGES) {
    const documents = await searchableGuide(language);
    await quality(language, documents);
    if (language === 'nl') dutch = documents;
  }
  const typed = (await questions('asked', 'nl')).slice(0, TYPED).map(({ asked }) => asked);
  for (const size of SIZES) await cost(dutch, size, typed);
  return 0;
});
