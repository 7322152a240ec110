import type { DocumentHeader } from '../../../content/model/document.ts';
import { themeOf } from '../../../content/model/document.ts';
import type { Guide, Theme } from '../../../content/model/guide.ts';
import type { Audience } from '../../../content/model/kinds.ts';

/** How many more stops of each area an audience is shown; the whole line is one touch further. */
const STOPS_OF_A_THEME = 3;

/** What concerns an audience. */
export type DocumentsFor = {
  /** Where it does best to begin, as the content team has it; else what was written for it. */
  readonly begin: readonly DocumentHeader[];
  /** The rest, area by area: what was written for it first, then what is for everybody. */
  readonly themes: readonly { readonly theme: Theme; readonly headers: readonly DocumentHeader[] }[];
};

/** Chooses among the documents shown today, in the guide's order. */
export function documentsFor(
  audience: Audience,
  { audiences = [], themes }: Pick<Guide, 'audiences' | 'themes'>,
  headers: readonly DocumentHeader[],
): DocumentsFor {
  const advised = audiences.find(({ id }) => id === audience)?.begin;
  const begin = advised
    ? advised.flatMap((id) => headers.find((header) => header.id === id) ?? [])
    : headers.filter((header) => isFor(header, audience)).slice(0, STOPS_OF_A_THEME);
  const others = headers.filter(
    (header) =>
      (header.kind === 'page' || header.kind === 'checklist') &&
      !begin.includes(header) &&
      (isFor(header, audience) || isForEverybody(header)),
  );
  return {
    begin,
    themes: themes.flatMap((theme) => {
      const own = others.filter((header) => themeOf(header) === theme.id);
      const ordered = [
        ...own.filter((header) => isFor(header, audience)),
        ...own.filter((header) => !isFor(header, audience)),
      ];
      return ordered.length === 0 ? [] : [{ theme, headers: ordered.slice(0, STOPS_OF_A_THEME) }];
    }),
  };
}

function isFor(header: DocumentHeader, audience: Audience): boolean {
  return header.kind === 'page' && header.audiences.includes(audience);
}

function isForEverybody(header: DocumentHeader): boolean {
  return header.kind !== 'page' || header.audiences.length === 0;
}
