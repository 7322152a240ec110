import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assertParity, findParityProblems, type Words } from '../../../../src-renderer/language/parity.ts';

const folder = new URL('../../../../src-renderer/language/words/', import.meta.url);
const words = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name.slice(0, 2),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Words,
  ]),
);

function texts(tree: Words): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}

/** Words that happen to be the same in French and in Dutch. */
const TRUE_FRIENDS = ['seconde'];

describe('the words of the screens', () => {
  it('say the same things in every language', () => {
    expect(Object.keys(words).length).toBeGreaterThan(1);
    expect(findParityProblems(words)).toEqual([]);
  });

  it('never carry a text over from the other language', () => {
    const [first = {}, second = {}] = Object.values(words);
    const shared = texts(first).filter((text) => texts(second).includes(text));
    expect(shared).toEqual(TRUE_FRIENDS);
  });

  it('set French marks behind a narrow no-break space', () => {
    for (const text of texts(words['fr'] ?? {})) expect(text).not.toMatch(/[^\u202f]([!?;]|:(?!\d))/);
  });
});

describe('the build', () => {
  it('stops at a missing, an empty and a differently filled text, and names each', () => {
    const broken = { fr: { a: { x: 'un', y: 'deux {{n}}' } }, nl: { a: { x: ' ', y: 'twee' }, b: 'drie' } };
    expect(() => assertParity(broken)).toThrowError(/words\/fr\.json: "b" is missing/);
    expect(() => assertParity(broken)).toThrowError(/words\/nl\.json: "a\.x" has no text/);
    expect(() => assertParity(broken)).toThrowError(
      /words\/nl\.json: "a\.y" does not use the same \{\{…\}\}/,
    );
  });
});
