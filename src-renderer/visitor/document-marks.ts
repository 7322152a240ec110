import { useInsertionEffect } from 'react';
import type { ReadyPlace } from '../navigation/place.ts';

/** What `<html>` says of the page, for tests and for the stage. */
export type DocumentMarks = {
  readonly screen:
    | ReadyPlace['screen']
    | 'attract'
    | 'article'
    | 'checklist'
    | 'sorry'
    | 'preparing'
    | 'maintenance';
  readonly language: string | null;
  /** Id of the document on screen. */
  readonly document: string | null;
  /** `seq` of the edition on screen. */
  readonly edition: number | null;
};

/** Keeps `<html lang data-screen data-language data-document data-edition>` true. */
export function useDocumentMarks({ screen, language, document: id, edition }: DocumentMarks): void {
  // Before any screen measures its words: a text in another language is laid out anew from its first letter.
  useInsertionEffect(() => {
    const html = document.documentElement;
    html.dataset['screen'] = screen;
    html.dataset['language'] = language ?? '';
    html.dataset['document'] = id ?? '';
    html.dataset['edition'] = edition === null ? '' : String(edition);
    // "mul": several languages at once, each part saying its own.
    html.lang = language ?? 'mul';
  }, [screen, language, id, edition]);
}
