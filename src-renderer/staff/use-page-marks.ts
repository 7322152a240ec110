import { useEffect, useLayoutEffect } from 'react';

/** Keeps `<html lang data-screen data-language data-ready>` true, for tests and for whoever reads with ears. */
export function usePageMarks(screen: string, language: string | null): void {
  useLayoutEffect(() => {
    const html = document.documentElement;
    html.dataset['screen'] = screen;
    html.dataset['language'] = language ?? '';
    html.lang = language ?? 'mul';
  }, [screen, language]);
  useEffect(() => {
    document.documentElement.dataset['ready'] = 'true';
  }, []);
}
