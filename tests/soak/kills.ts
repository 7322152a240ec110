import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitWith } from '../../src-main/dev/packages.mjs';
import { say } from '../../src-main/dev/say.ts';
import { killOften } from '../kills/kill-store.ts';

/** How many kills, unless the command says otherwise. */
const KILLS = 1_000;

// npm run soak:kills [-- COUNT [SEED]]: a store at work is killed at random moments, and after each kill it must start.
await exitWith(async () => {
  const [count = String(KILLS), seed = '1'] = process.argv.slice(2);
  const directory = await mkdtemp(join(tmpdir(), 'openfloor-kills-'));
  const began = performance.now();
  try {
    const { kills, wrong, reached } = await killOften(join(directory, 'store'), {
      kills: Number(count),
      seed: Number(seed),
      tell: (done) => {
        if (done % 100 === 0) say(`  ${done} kills`);
      },
    });
    const seconds = Math.round((performance.now() - began) / 1_000);
    say(
      `${kills} kills with seed ${seed} up to edition ${reached}, in ${seconds} s: ${wrong ?? '0 bad starts, 0 orphans'}`,
    );
    return wrong === null ? 0 : 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
