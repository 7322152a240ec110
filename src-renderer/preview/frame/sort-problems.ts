import type { PreviewProblem } from '../../../content/model/preview.ts';
import type { Mark } from '../link.ts';

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
  return {
    onScreens: screens.map((screen) => problems.filter((problem) => isOn(problem, screen))),
    elsewhere: problems.filter((problem) => !screens.some((screen) => isOn(problem, screen))),
  };
}

function isOn({ document }: PreviewProblem, screen: OnScreen): boolean {
  return document !== null && document.id === screen.document && document.language === screen.language;
}

/** What is to be marked on one screen, each block once: as an error if anything in it is one. */
export function marksOn(screen: OnScreen, problems: readonly PreviewProblem[]): readonly Mark[] {
  const marks = new Map<string, Mark['level']>();
  for (const { level, document } of problems.filter((problem) => isOn(problem, screen))) {
    const at = document?.mark ?? null;
    if (at !== null && marks.get(at) !== 'error') marks.set(at, level);
  }
  return [...marks].map(([at, level]) => ({ at, level }));
}
