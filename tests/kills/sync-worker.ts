import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machineClock } from '../../src-main/platform/clock.ts';
import { machineDisk } from '../../src-main/platform/disk.ts';
import { lineLog } from '../../src-main/platform/log.ts';
import { runningProcesses } from '../../src-main/platform/process-name.ts';
import { openContentStore } from '../../src-main/store/open-store.ts';
import { diskKeeper } from '../../src-main/sync/trust/disk-keeper.ts';
import { syncTerminal } from '../builders/sync-terminal.ts';

// A terminal that asks a server again and again, in a process of its own that is killed from outside: it follows, fetches, shows and sweeps, and
// says on its standard output what it shows. Started by `tests/unit/src-main/sync/kills.test.ts`.

const [server = '', root = '', place = ''] = process.argv.slice(2);
const say = (line: string) => void process.stdout.write(`${line}\n`);

const work = join(place, 'work');
await mkdir(work, { recursive: true });
const store = await openContentStore({
  disk: machineDisk,
  directory: join(place, 'store'),
  factory: null,
  clock: machineClock,
  log: lineLog(() => {}, machineClock),
  processes: runningProcesses(),
  freeKept: 0,
  graceMs: -60_000,
});
const { sync, clock } = await syncTerminal({
  server: new URL(server),
  root: await readFile(root),
  workDirectory: work,
  store,
  keeper: diskKeeper(join(place, 'sync')),
});
say('open');
for (;;) {
  const state = await sync.syncNow();
  const seq = store.candidate()?.seq ?? null;
  if (seq !== null) {
    say(`showing ${seq}`);
    await store.activate(seq);
    say(`shown ${seq}`);
    await store.sweep();
  }
  say(state.kind);
  // Past every pause that a failure earns.
  clock.pass(60 * 60_000);
}
