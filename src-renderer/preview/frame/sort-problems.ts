import type { PreviewProblem } from '../../../content/model/preview.ts';

/** What one screen shows, as far as problems are concerned. */
export type OnScreen = { readonly document: string | null; readonly language: string | null };

/** The problems of the documents on screen, by screen, and all others. */
export type SortedProblems = {
  readonly onScreens: readonly (readonly PreviewProblem[])[];
  readonly elsewhere: readonly PreviewProblem[];
};

/** Tells the problems of the documents on screen from all others; each is in one place at least. */
export function sortProblems(
  problems: readonly PreviewProblem[],
  screens: readonly OnScreen[],
): SortedProblems {
  const isOn = ({ document }: PreviewProblem, screen: OnScreen): boolean =>
    document !== null && document.id === screen.document && document.language === screen.language;
  return {
    onScreens: screens.map((screen) => problems.filter((problem) => isOn(problem, screen))),
    elsewhere: problems.filter((problem) => !screens.some((screen) => isOn(problem, screen))),
  };
}
