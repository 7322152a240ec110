import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../../../src-main/provisioning/doctor/checks.ts';
import { findParityProblems, type Words } from '../../../../src-renderer/language/parity.ts';
import { identityText } from '../../../../src-renderer/staff/sections/terminal/identity.ts';
import { cellAt, gridFor } from '../../../../src-renderer/staff/sections/tests/touch-grid.ts';
import { languagesAt, staffTranslator } from '../../../../src-renderer/staff/staff-words.ts';
import french from '../../../../src-renderer/staff/words/fr.json' with { type: 'json' };
import { bytesOf } from '../../../../src-renderer/takeaway/qr.ts';
import { MAX_QR_BYTES } from '../../../../src-renderer/takeaway/qr-limits.ts';

const folder = new URL('../../../../src-renderer/staff/words/', import.meta.url);
const words = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name.slice(0, 2),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Words,
  ]),
);
const texts = (tree: Words): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));

describe('The words of the staff page', () => {
  test('say the same things in every language', () => {
    expect(Object.keys(words).sort()).toEqual(['fr', 'nl']);
    expect(findParityProblems(words)).toEqual([]);
  });

  test('set French marks behind a narrow no-break space', () => {
    for (const text of texts(words['fr'] ?? {})) expect(text).not.toMatch(/[^\u202f\u00a0 ]([!?;]|:(?!\d))/);
  });

  test('are each used somewhere', () => {
    const code = readdirSync(new URL('..', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(`../${name}`, folder), 'utf8'))
      .join('\n');
    const leaves = (tree: Words, prefix: string): string[] =>
      Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'string' ? [prefix + key] : leaves(value, `${prefix}${key}.`),
      );
    // A key is written out, or put together from its group and a name of a closed list.
    const isUsed = (key: string) => {
      const plain = key.replace(/_(?:one|other)$/, '');
      const steps = plain.split('.');
      const groups = steps.slice(1).map((_, at) => `\`${steps.slice(0, at + 1).join('.')}.\${`);
      return code.includes(`'${plain}'`) || groups.some((group) => code.includes(group));
    };
    expect(leaves(words['fr'] ?? {}, '').filter((key) => !isUsed(key))).toEqual([]);
  });

  test('change sides from one opening to the next', () => {
    expect([languagesAt(1), languagesAt(2), languagesAt(3)]).toEqual([
      ['fr', 'nl'],
      ['nl', 'fr'],
      ['fr', 'nl'],
    ]);
    expect(staffTranslator('nl')('section.guide')).toBe('Gids');
  });
});

describe('The touch test', () => {
  test('has cells no smaller than a finger, over the whole screen', () => {
    expect(gridFor(1080, 1920, 4)).toEqual({ columns: 18, rows: 32 });
    expect(gridFor(100, 20, 40)).toEqual({ columns: 1, rows: 1 });
  });

  test('finds the cell under a finger, also at the very edge', () => {
    const grid = { columns: 4, rows: 2 };
    expect([cellAt(0, 0, grid), cellAt(0.3, 0.2, grid), cellAt(0.99, 0.99, grid)]).toEqual([0, 1, 7]);
    expect([cellAt(1, 1, grid), cellAt(-0.1, 1.2, grid)]).toEqual([7, 4]);
  });
});

test('The longest identity that settings allow fits one code', () => {
  const text = identityText({
    terminal: { id: 'a'.repeat(40), place: 'é'.repeat(80), zone: 'z'.repeat(40) },
    version: '1.2.3',
  });
  expect(bytesOf(text)).toBeLessThanOrEqual(MAX_QR_BYTES);
  expect(JSON.parse(text)).toMatchObject({ openfloor: 1, version: '1.2.3' });
});

test('Every check of the doctor has a name in the words of the staff page', () => {
  const missing = CHECKS.map(({ id }) => id).filter((id) => !(id in french.doctor.check));
  expect(missing).toEqual([]);
});
