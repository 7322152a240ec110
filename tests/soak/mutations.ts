// npm run soak:mutations [how many] [seed]: random damages of what a server gives, against the real sync and the real store.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutate } from '../builders/mutations.ts';
import { treeServer } from '../builders/tree-server.ts';
import { watchedStore } from '../builders/watched-store.ts';

const [howMany = '10000', seed = '1'] = process.argv.slice(2);
const mutations = Number(howMany);
const directory = await mkdtemp(join(tmpdir(), 'openfloor-mutations-'));
const server = await treeServer(new Map());
const began = performance.now();
try {
  const workDirectory = join(directory, 'work');
  await mkdir(workDirectory);
  const store = await watchedStore(join(directory, 'store'), { graceMs: 0 });
  const tally = await mutate({ server, store, workDirectory, mutations, seed: Number(seed) });
  await store.close();
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(JSON.stringify({ ...tally, seed: Number(seed), seconds }, null, 2));
  const isGood = tally.strays.length === 0 && tally.recoveries === Math.floor(mutations / 10);
  process.exitCode = isGood ? 0 : 1;
} finally {
  await server.close();
  await rm(directory, { recursive: true, force: true });
}
