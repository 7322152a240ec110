import { problemLines, problemsFooting } from './messages.ts';
import type { Problem } from './problem.ts';

/** All problems for people under a heading: grouped by file, from top to bottom, each with its remedy. */
export function problemsText(problems: readonly Problem[], heading: string): string {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  const files = [...byFile].map(([file, inside]) => {
    const list = inside.map(({ line, column, what, why, todo }) =>
      problemLines(line === null ? '' : `${line}:${column ?? 1}  `, what, why, todo),
    );
    return `${file}\n${list.join('\n\n')}`;
  });
  return [heading, ...files, problemsFooting(problems.length, byFile.size)].join('\n\n').concat('\n');
}
