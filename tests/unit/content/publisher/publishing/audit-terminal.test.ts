import { afterEach, expect, test } from 'vitest';
import {
  newTerminal,
  type ReadPath,
  type Terminal,
} from '../../../../../content/publisher/audit/terminal.ts';
import { signedRepository } from '../../../../builders/signed-repository.ts';

// What a publication is tried with before it is written judges as terminals do, the size of files included.

let terminal: Terminal | undefined;
afterEach(() => terminal?.close());

const reading =
  (tree: ReadonlyMap<string, Buffer>): ReadPath =>
  async (path, most) => {
    const bytes = tree.get(path) ?? 404;
    return typeof bytes !== 'number' && bytes.length > most ? 413 : bytes;
  };

const padded = (bytes: number) => (signed: Record<string, unknown>) => ({
  ...signed,
  'x-much': 'a'.repeat(bytes),
});

test('A list of channels that terminals read is followed', async () => {
  const repository = signedRepository(Date.now());
  repository.release({ signed: { targets: padded(250_000), snapshot: padded(60_000) } });
  terminal = await newTerminal(repository.firstRoot);
  expect((await terminal.follow(reading(repository.tree))).root).toBe(1);
});

test.each([
  ['targets', 262_144],
  ['snapshot', 65_536],
] as const)('One whose %s terminals would not read is not, and the reason is said', async (role, most) => {
  const repository = signedRepository(Date.now());
  repository.release({ signed: { [role]: padded(most) } });
  terminal = await newTerminal(repository.firstRoot);
  await expect(terminal.follow(reading(repository.tree))).rejects.toThrow(
    `metadata/1.${role}.json would have more than the ${most} bytes`,
  );
});

test('A root that terminals would not read is not followed either', async () => {
  const repository = signedRepository(Date.now());
  repository.nextRoot({ signed: { root: padded(65_536) } });
  repository.release();
  terminal = await newTerminal(repository.firstRoot);
  await expect(terminal.follow(reading(repository.tree))).rejects.toThrow('metadata/2.root.json would have');
});
