import { describe, expect, it } from 'vitest';
import type { Theme } from '../../../../../content/model/guide.ts';
import { documentsFor } from '../../../../../src-renderer/screens/audience/documents-for.ts';
import { aHeader } from '../../../../builders/headers.ts';

const theme = (id: string): Theme => ({ id, line: 'red', icon: 'store', title: {}, summary: {} });
const themes = [theme('education'), theme('employment')];
const headers = [
  aHeader({ id: 'education/for-all' }),
  aHeader({ id: 'education/for-pupils', audiences: ['pupil'] }),
  aHeader({ id: 'education/for-entrepreneurs', audiences: ['entrepreneur'] }),
  ...['a', 'b', 'c', 'd'].map((name) => aHeader({ id: `employment/${name}` })),
  aHeader({ id: 'checklists/cv', kind: 'checklist' }),
];

function shown(guide: Partial<Parameters<typeof documentsFor>[1]> = {}) {
  const { begin, themes: parts } = documentsFor('pupil', { themes, ...guide }, headers);
  return {
    begin: begin.map(({ id }) => id),
    themes: parts.map(({ theme: { id }, headers: own }) => [id, ...own.map((header) => header.id)]),
  };
}

describe('an audience', () => {
  it('begins where the content team advises, in its order, without what is not shown today', () => {
    const audiences = [{ id: 'pupil' as const, begin: ['checklists/cv', 'education/gone', 'employment/a'] }];
    expect(shown({ audiences }).begin).toEqual(['checklists/cv', 'employment/a']);
  });

  it('begins with what was written for it where nobody advises', () => {
    expect(shown().begin).toEqual(['education/for-pupils']);
  });

  it('finds the rest area by area, its own before what is for everybody, and nothing written for others', () => {
    const audiences = [{ id: 'pupil' as const, begin: ['employment/a'] }];
    expect(shown({ audiences }).themes).toEqual([
      ['education', 'education/for-pupils', 'education/for-all'],
      ['employment', 'employment/b', 'employment/c', 'employment/d'],
    ]);
  });
});
