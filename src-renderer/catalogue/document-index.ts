import { type DocumentHeader, themeOf } from '../../content/model/document.ts';
import type { Guide } from '../../content/model/guide.ts';
import type { DocumentId, Language } from '../../content/model/names.ts';
import type { EditionEntry } from './database.ts';
import { isShownOn } from './shown-on.ts';

/** The contents page of one edition, held in memory. */
export type DocumentIndex = {
  /** Documents shown on that day (`YYYY-MM-DD`), in the order of the guide; the same array for the same question. */
  readonly headers: (language: Language, day: string) => readonly DocumentHeader[];
  /** A document's entry on any day: what a visitor has opened stays open past midnight. */
  readonly entry: (id: DocumentId, language: Language) => EditionEntry | undefined;
};

/** Builds the index: themes in the guide's order, then `order`, then id; themes the guide does not know come last. */
export function documentIndex(guide: Guide, entries: readonly EditionEntry[]): DocumentIndex {
  const themes = new Map(guide.themes.map((theme, place) => [theme.id, place]));
  const placeOf = (header: DocumentHeader) => themes.get(themeOf(header) ?? '') ?? themes.size;
  const sorted = entries
    .map((entry) => entry.header)
    .sort((a, b) => placeOf(a) - placeOf(b) || a.order - b.order || (a.id < b.id ? -1 : 1));
  const byKey = new Map(entries.map((entry) => [keyOf(entry.header.id, entry.header.language), entry]));
  const asked = new Map<string, readonly DocumentHeader[]>();

  return {
    headers: (language, day) => {
      const question = `${language} ${day}`;
      const answer =
        asked.get(question) ??
        sorted.filter((header) => header.language === language && isShownOn(header, day));
      asked.set(question, answer);
      return answer;
    },
    entry: (id, language) => byKey.get(keyOf(id, language)),
  };
}

function keyOf(id: DocumentId, language: Language): string {
  return `${language} ${id}`;
}
