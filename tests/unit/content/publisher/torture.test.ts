import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../../../content/publisher/commands/build.ts';
import { check } from '../../../../content/publisher/commands/check.ts';
import { ENTRY, fixture, removeTemporary, run, temporaryFolder } from './guide-under-test.ts';
import { MADE } from './torture-made.ts';
import { type Expected, ONLY_WARNED, TORTURE } from './torture-table.ts';

afterEach(removeTemporary);

type Found = {
  readonly level: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly rule: string;
};

/** What a programmer would see and an author never should. */
const PROGRAMMERS_WORDS =
  /\n\s+at |node:internal|RangeError|TypeError|undefined|\[object |\bnull\b|stack size/;

const placeOf = ({ file, line, column }: Found): string =>
  line === null ? file : `${file}:${line}:${column}`;
const byPlace = (a: { place: string }, b: { place: string }): number => (a.place < b.place ? -1 : 1);

/** Checks a guide and compares what is said with what has to be said. */
async function expectProblems(
  folder: string,
  expected: readonly Expected[],
  { more = false, level = 'error' } = {},
): Promise<void> {
  const strict = level === 'warning' ? ['--strict'] : [];
  const { code, out, err } = await run(
    ['check', '--content', folder, '--json', '--no-cache', ...strict],
    [build, check],
  );
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).not.toMatch(/\\n\s+at |RangeError|TypeError|stack size/);
  const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: readonly Found[] };
  expect(ok).toBe(false);

  const found = problems.map((problem) => ({
    place: placeOf(problem),
    rule: problem.rule,
    level: problem.level,
  }));
  const wanted = expected.map(({ place, rule }) => ({ place, rule, level }));
  if (more) expect(found).toEqual(expect.arrayContaining(wanted));
  else expect(found.sort(byPlace)).toEqual(wanted.sort(byPlace));
  for (const { place, rule, what, todo } of expected) {
    const words = problems.find((problem) => placeOf(problem) === place && problem.rule === rule);
    expect(words?.what).toContain(what);
    expect(words?.todo).toContain(todo);
    expect(words?.why).not.toBe('');
  }
}

/** Builds a broken guide and sees that nothing comes of it but sentences. */
async function expectNothingBuilt(folder: string, expected: readonly Expected[]): Promise<void> {
  const edition = join(await temporaryFolder(), 'edition');
  const { code, out, err } = await run(
    ['build', '--content', folder, '--out', edition, '--no-cache'],
    [build, check],
  );
  expect(code).toBe(1);
  expect(out).not.toMatch(/^Edition/m);
  for (const { what, todo } of expected) {
    expect(err).toContain(what);
    expect(err).toContain(todo);
  }
  expect(err).not.toMatch(PROGRAMMERS_WORDS);
  expect(await readdir(dirname(edition))).toEqual([]);
}

describe('a broken guide is refused in plain words:', () => {
  for (const [name, { problems, more }] of TORTURE) {
    it(name, async () => {
      const folder = await fixture(name);
      const level = ONLY_WARNED.has(name) ? 'warning' : 'error';
      await expectProblems(folder, problems, { more, level });
      if (level === 'error') await expectNothingBuilt(folder, problems);
    });
  }

  for (const { name, damage, problems } of MADE) {
    it(name, async () => {
      const folder = await fixture();
      await damage(folder);
      await expectProblems(folder, problems);
      await expectNothingBuilt(folder, problems);
    });
  }
});

describe('the good guide', () => {
  it('has nothing to put right, however strictly it is read', async () => {
    const { code, out, err } = await run(
      ['check', '--content', await fixture(), '--json', '--strict'],
      [build, check],
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ ok: true, errors: 0, warnings: 0, problems: [] });
  });
});

describe('the real command', () => {
  it.each(['binary-in-markdown', 'yaml-bomb'])(
    'ends with 1 and without a stack trace on %s',
    async (name) => {
      const args = [ENTRY, 'check', '--content', await fixture(name)];
      const result = await promisify(execFile)(process.execPath, args).then(
        () => undefined,
        (error: { code: number; stdout: string; stderr: string }) => error,
      );
      expect({ code: result?.code, stdout: result?.stdout }).toEqual({ code: 1, stdout: '' });
      expect(result?.stderr).toMatch(/^The guide in .+ cannot be built yet\.\n\n/);
      expect(result?.stderr).not.toMatch(PROGRAMMERS_WORDS);
    },
  );
});
