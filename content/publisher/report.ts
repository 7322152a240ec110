import { problemLines, problemsFooting, warningMark } from './messages.ts';
import type { Finding, Problem } from './problem.ts';

/** All problems for people under a heading: grouped by file, from top to bottom, each with its remedy. */
export function problemsText(problems: readonly Problem[], heading: string): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  return [heading, problemsList(problems), problemsFooting(problems.length, files)].join('\n\n').concat('\n');
}

/** The same for errors and warnings together; warnings say that they are some. */
export function findingsText(findings: readonly Finding[], heading: string, footing: string): string {
  const marked = findings.map((finding) =>
    finding.level === 'warning' ? { ...finding, what: `${warningMark}${finding.what}` } : finding,
  );
  return [heading, problemsList(marked), footing].join('\n\n').concat('\n');
}

/** The problems alone: grouped by file, from top to bottom, each with its remedy. */
export function problemsList(problems: readonly Problem[]): string {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  const files = [...byFile].map(([file, inside]) => {
    const list = inside.map(({ line, column, what, why, todo }) =>
      problemLines(line === null ? '' : `${line}:${column ?? 1}  `, what, why, todo),
    );
    return `${file}\n${list.join('\n\n')}`;
  });
  return files.join('\n\n');
}
