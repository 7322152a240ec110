import { expect, test } from 'vitest';
import { mutate } from '../../../builders/mutations.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { treeServers } from '../../../builders/tree-servers.ts';
import { watchedStore } from '../../../builders/watched-store.ts';

const directory = temporaryDirectory();
const serve = treeServers();

/** `npm run soak:mutations` does ten thousand. */
const MUTATIONS = 120;

test('A hundred and twenty random damages of what a server gives: only what was published is ever on show', async () => {
  const server = await serve(new Map());
  const store = await watchedStore(await directory(), { graceMs: 0 });
  const tally = await mutate({
    server,
    store,
    workDirectory: await directory(),
    mutations: MUTATIONS,
    seed: 20_261_127,
  });
  expect(tally.strays).toEqual([]);
  expect(tally.recoveries).toBe(MUTATIONS / 10);
  // The damages reach every layer: what TUF refuses, what digests refuse, what only HTTP sees.
  expect(Object.keys(tally.outcomes)).toEqual(
    expect.arrayContaining([
      'refused signature-wrong',
      'refused not-what-was-signed',
      'refused metadata-malformed',
      'refused blob-wrong',
    ]),
  );
}, 120_000);
