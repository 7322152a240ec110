import { type DocumentHeader, documentHeader, type EventHeader } from '../../content/model/document.ts';

const COMMON = {
  language: 'fr',
  summary: 'Une phrase.',
  order: 10,
  minutes: 2,
  updated: '2026-11-23',
  related: [],
};

/** What differs from a header that is valid by itself. */
export type HeaderRecipe = { readonly id: string } & Readonly<Record<string, unknown>>;

/** A valid header of a page for everybody, unless the recipe says otherwise. */
export function aHeader(recipe: HeaderRecipe): DocumentHeader {
  const kind = recipe['kind'] ?? 'page';
  const own =
    kind === 'page'
      ? { theme: recipe.id.split('/')[0], audiences: [] }
      : kind === 'checklist'
        ? { theme: 'employment', items: 3 }
        : {};
  return documentHeader.parse({ kind, ...COMMON, title: recipe.id, ...own, ...recipe });
}

/** A valid header of a workshop in French and Dutch, unless the recipe says otherwise. */
export function anEvent(
  recipe: HeaderRecipe & { readonly starts: string; readonly ends: string },
): EventHeader {
  const header = aHeader({
    kind: 'event',
    theme: 'employment',
    type: 'workshop',
    except: [],
    spoken: ['fr', 'nl'],
    ...recipe,
  });
  if (header.kind !== 'event') throw new Error(`${recipe.id} is no event`);
  return header;
}
