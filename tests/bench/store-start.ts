import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitWith } from '../../src-main/dev/packages.mjs';
import { say } from '../../src-main/dev/say.ts';
import { machineClock } from '../../src-main/platform/clock.ts';
import { machineDisk } from '../../src-main/platform/disk.ts';
import { lineLog } from '../../src-main/platform/log.ts';
import { runningProcesses } from '../../src-main/platform/process-name.ts';
import { openContentStore } from '../../src-main/store/open-store.ts';
import { takeEdition } from '../../src-main/store/take-edition.ts';
import { memoryEdition } from '../builders/memory-edition.ts';

/** Files of an edition that only it has, and their length in bytes: 2,000 documents and 200 pictures are about as much. */
const FILES = 2_200;
const FILE_BYTES = 20_000;
/** Starts that are measured. */
const STARTS = 5;

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

// npm run bench:store: opening the store at a start (manifests hashed, lengths asked for) beside reading every byte again.
await exitWith(async () => {
  const directory = await mkdtemp(join(tmpdir(), 'openfloor-bench-'));
  try {
    const open = () =>
      openContentStore({
        disk: machineDisk,
        directory: join(directory, 'store'),
        factory: null,
        clock: machineClock,
        log: lineLog(() => {}, machineClock),
        processes: runningProcesses(),
        freeKept: 0,
      });
    const filled = await open();
    for (const seq of [2, 3]) {
      const { pointer, source } = memoryEdition(seq, { own: FILES, ownBytes: FILE_BYTES });
      const took = await takeEdition(filled, source, pointer);
      if (!took.ok) throw new Error(took.fault.sentence);
      await filled.activate(seq);
    }
    await filled.close();
    const opening: number[] = [];
    const reading: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const began = performance.now();
      const store = await open();
      opening.push(performance.now() - began);
      const readFrom = performance.now();
      await store.verify(new AbortController().signal);
      reading.push(performance.now() - readFrom);
      await store.close();
    }
    const [atStart, everything] = [median(opening), median(reading)];
    say(`Start with two editions of ${FILES} files: ${Math.round(atStart)} ms.`);
    say(
      `Reading every byte of both: ${Math.round(everything)} ms (${Math.round((2 * FILES * FILE_BYTES) / 1e6)} MB).`,
    );
    say(`Start / reading everything: ${(atStart / everything).toFixed(2)}`);
    return 0;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
