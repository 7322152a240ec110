// npm run soak:publish-kills: a publication and each change of keys, killed at every point of their work that has a name. After each
// kill the tree is whole, terminals follow, and doing it again finishes it. Prints one line for each command.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newTerminal, type ReadPath, type Terminal } from '../../content/publisher/audit/terminal.ts';
import { commands } from '../../content/publisher/commands.ts';
import { runGuide } from '../../content/publisher/run-guide.ts';
import { readTreeFile } from '../../content/publisher/tree/files.ts';

const CHILD = fileURLToPath(new URL('../unit/content/publisher/publishing/killed-child.ts', import.meta.url));
const GUIDE = fileURLToPath(new URL('../fixtures/guides/good', import.meta.url));

type Place = {
  readonly tree: string;
  readonly keys: string;
  readonly guide: string;
  readonly passphrase: string;
};

const home = await mkdtemp(join(tmpdir(), 'openfloor-kills-'));
try {
  const good = placeIn(join(home, 'good'));
  await cp(GUIDE, good.guide, { recursive: true });
  await writeFile(good.passphrase, 'four words on paper', { mode: 0o600 });
  await done(['keys', 'init', '--keys', good.keys, '--passphrase-file', good.passphrase]);
  await done(['publish', '--channel', 'canary', '--content', good.guide, ...signing(good)]);
  const letter = join(good.guide, 'pages/employment/cover-letter.fr.md');
  await writeFile(
    letter,
    (await readFile(letter, 'utf8')).replace(/^title: .*$/m, 'title: Une autre lettre'),
  );

  const orders: readonly (readonly string[])[] = [
    ['publish', '--channel', 'canary'],
    ['promote', 'canary', 'stable', '--new-channel'],
    ['refresh'],
    ['keys', 'rotate', 'online'],
    ['keys', 'rotate', 'targets'],
    ['keys', 'rotate', 'root', '--all'],
  ];
  for (const order of orders) await killEverywhere(good, order);
} finally {
  await rm(home, { recursive: true, force: true });
}

async function killEverywhere(good: Place, order: readonly string[]): Promise<void> {
  const args = (at: Place) => [
    ...order,
    ...(order[0] === 'publish' ? ['--content', at.guide] : []),
    ...signing(at),
  ];
  const reference = await copyOf(good, 'reference');
  const all: string[] = [];
  await done(args(reference), (point) => all.push(point));
  const points = someOfEachKind(all);
  for (const [index, point] of points.entries()) {
    const at = await copyOf(good, `${order[0]}-${index}`);
    const terminal = await newTerminal(await readFile(join(at.keys, '1.root.json')));
    await terminal.follow(reader(at));
    const signal = await new Promise((resolve) => {
      spawn(process.execPath, [CHILD, point, ...args(at)], { stdio: 'ignore' }).once('exit', (_, how) =>
        resolve(how),
      );
    });
    // A key has another name for its files each time, so a few points of a rotation are not met again.
    if (signal !== 'SIGKILL' && !/[0-9a-f]{64}/.test(point))
      throw new Error(`${order.join(' ')} never came to "${point}"`);
    await expectWhole(at, terminal, `${order.join(' ')} killed at "${point}"`);
    await done(args(at));
    await expectWhole(at, terminal, `${order.join(' ')} killed at "${point}" and done again`);
    await terminal.close();
    await rm(join(home, `${order[0]}-${index}`), { recursive: true, force: true });
  }
  await rm(join(home, 'reference'), { recursive: true, force: true });
  const what = `${order.join(' ')}: killed at ${points.length} of ${all.length} points`;
  process.stdout.write(`${what}, 0 trees that terminals could not follow\n`);
}

/** Of many points of one kind (files that differ only in their hash): the first, the middle and the last. */
function someOfEachKind(points: readonly string[]): readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const point of points) {
    const kind = point.replace(/[0-9a-f]{2}\/[0-9a-f]{64}|[0-9a-f]{64}/g, '#');
    kinds.set(kind, [...(kinds.get(kind) ?? []), point]);
  }
  const some = [...kinds.values()].flatMap((of) => [of[0], of[of.length >> 1], of.at(-1)]);
  return [...new Set(some.filter((point) => point !== undefined))];
}

async function expectWhole(at: Place, terminal: Terminal, what: string): Promise<void> {
  const { code, out } = await guide(['verify', at.tree, '--keys', at.keys, '--json']);
  if (code !== 0) throw new Error(`${what}: ${out}`);
  await terminal.follow(reader(at));
}

function reader({ tree }: Place): ReadPath {
  return async (path, most) => (await readTreeFile(tree, path, most)) ?? 404;
}

function placeIn(folder: string): Place {
  return {
    tree: join(folder, 'tree'),
    keys: join(folder, 'keys'),
    guide: join(folder, 'guide'),
    passphrase: join(folder, 'passphrase'),
  };
}

async function copyOf(good: Place, name: string): Promise<Place> {
  await cp(join(good.tree, '..'), join(home, name), { recursive: true });
  return placeIn(join(home, name));
}

function signing({ tree, keys, passphrase }: Place): readonly string[] {
  return ['--to', tree, '--keys', keys, '--passphrase-file', passphrase];
}

async function guide(
  args: readonly string[],
  reached?: (point: string) => void,
): Promise<{ code: number; out: string }> {
  let out = '';
  const print = (text: string): void => {
    out += text;
  };
  const io = { out: print, err: print, cwd: home, ...(reached === undefined ? {} : { reached }) };
  return { code: await runGuide(args, io, commands), out };
}

async function done(args: readonly string[], reached?: (point: string) => void): Promise<void> {
  const { code, out } = await guide(args, reached);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${out}`);
}
