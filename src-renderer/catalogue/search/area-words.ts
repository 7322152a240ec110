import { type DocumentHeader, themeOf } from '../../../content/model/document.ts';
import { findTheme, type Guide } from '../../../content/model/guide.ts';

/** What a kind of document is called on the screens in a document's own language ("liste à cocher"); empty for none. */
export type KindWords = (header: DocumentHeader) => string;

/** Words for where a document belongs and what it is: the words of its area, and the name of its kind. */
export function areaWords(
  header: DocumentHeader,
  guide: Pick<Guide, 'themes'>,
  kindWords: KindWords,
): string {
  const theme = findTheme(guide, themeOf(header));
  const { language } = header;
  const area = theme ? [theme.id, theme.title[language] ?? '', theme.summary[language] ?? ''] : [];
  return [...area, kindWords(header)].join('\n');
}
