import { machineClock } from '../../src-main/platform/clock.ts';
import { machineDisk } from '../../src-main/platform/disk.ts';
import { lineLog } from '../../src-main/platform/log.ts';
import { runningProcesses } from '../../src-main/platform/process-name.ts';
import { openContentStore } from '../../src-main/store/open-store.ts';
import { takeEdition } from '../../src-main/store/take-edition.ts';
import { memoryEdition } from '../builders/memory-edition.ts';
import { BAD_EVERY, MOVED_EVERY, OWN_BLOBS, OWN_BYTES, type WorkerLine } from './kill-store.ts';

// A terminal's store at work in a process of its own, which is killed from outside: it fetches, adds, activates or marks
// bad, sweeps, reads everything again, and says on its standard output what has been promised. Started by `kill-store.ts`.

const [directory = '', first = '', count = '', moveTo = ''] = process.argv.slice(2);
const say = (line: WorkerLine) => void process.stdout.write(`${JSON.stringify(line)}\n`);

const store = await openContentStore({
  disk: machineDisk,
  directory,
  factory: null,
  clock: machineClock,
  log: lineLog(() => {}, machineClock),
  processes: runningProcesses(),
  freeKept: 0,
  graceMs: -60_000,
});
say({ kind: 'open', active: store.active()?.seq ?? null });

/** The terminal is moved to a channel with the edition before, and shows it; the next one of the loop moves it on. */
async function move(seq: number): Promise<void> {
  const { pointer, source } = memoryEdition(seq, { own: OWN_BLOBS, ownBytes: OWN_BYTES });
  const took = await takeEdition(store, source, pointer);
  const moved = took.ok ? await store.addEdition(pointer, { isMove: true }) : took;
  if (!moved.ok) throw new Error(moved.fault.sentence);
  if (store.candidate()?.seq !== seq) throw new Error(`Edition ${seq} is not to be tried.`);
  say({ kind: 'activating', seq });
  await store.activate(seq);
  say({ kind: 'activated', seq });
  if (store.candidate() !== null) throw new Error(`Edition ${store.candidate()?.seq} is to be tried again.`);
}

const end = Number(first) + Number(count);
for (let seq = Number(first); seq < end; seq += 1) {
  const { pointer, source } = memoryEdition(seq, { own: OWN_BLOBS, ownBytes: OWN_BYTES });
  const took = await takeEdition(store, source, pointer);
  if (!took.ok && took.fault.code === 'marked-bad') {
    // The process before was killed between keeping that promise and saying so.
    say({ kind: 'marked-bad', seq });
    continue;
  }
  if (!took.ok) throw new Error(took.fault.sentence);
  if (seq % BAD_EVERY === 0) {
    say({ kind: 'marking-bad', seq });
    await store.markBad(seq, 'Every fourth edition is bad.');
    say({ kind: 'marked-bad', seq });
  } else {
    say({ kind: 'activating', seq });
    await store.activate(seq);
    say({ kind: 'activated', seq });
    if (seq % MOVED_EVERY === 0) await move(seq - 1);
  }
  await store.sweep();
  await store.verify(new AbortController().signal);
}
if (moveTo !== '') await move(Number(moveTo));
await store.close();
say({ kind: 'closed' });
