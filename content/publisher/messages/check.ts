import { counted } from './words.ts';

/** The line about \`check\` in the overview. */
export const checkSummary =
  'say everything that is wrong in the guide, and what its readers may stumble over';

/** What `guide check --help` shows. */
export const checkUsage = `Usage: npm run guide -- check [--content DIR] [--strict] [--no-cache] [--json]

Reads the whole guide and says everything at once, by file, with line and column: what was found, why it
matters, what to do. Writes nothing.

  error    the guide cannot be built: a link to nowhere, a missing language, a broken image ...
  warning  it can be built, but readers may stumble: a long sentence, an abbreviation nobody explains,
           a paragraph that was not translated ...

  --content DIR  the folder with guide.yaml in it (content/guide of this project if you leave it out)
  --strict       warnings count as errors
  --no-cache     read every photograph anew, and not what is left of earlier times on this computer
  --json         print one JSON object instead of sentences:
                 { "ok": true or false, "errors": number, "warnings": number, "problems": [
                   { "level": "error" or "warning", "file": path in the guide, "line": from 1 or null for
                     a whole file, "column": from 1 or null, "what", "why", "todo": sentences,
                     "rule": a name such as "unknown-link" that stays when the sentences change } ] }

Ends with 0 when there are no errors (with --strict: nothing at all), 1 when there is something to put right,
2 when the command itself was not understood, 70 when the command made a mistake.
`;

/** Above what `check` found. */
export function checkHeading(folder: string, errors: number, warnings: number): string {
  if (errors > 0) return `The guide in ${folder} cannot be built yet.`;
  if (warnings > 0) return `The guide in ${folder} can be built. Its readers may stumble here:`;
  return `The guide in ${folder} is in order: nothing to put right.`;
}

/** Below what `check` found. */
export function checkFooting(errors: number, warnings: number, files: number, strict: boolean): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  const sentence = `${parts.join(' and ')} in ${counted(files, 'file')}.`;
  return strict && warnings > 0 ? `${sentence} With --strict, warnings count as errors.` : sentence;
}

/** In front of a warning in the list. */
export const warningMark = 'Warning: ';

/** What a build says about warnings, in one line. */
export function warningsInBuild(warnings: number): string {
  return `${counted(warnings, 'warning')}: "npm run guide -- check" says where readers may stumble.`;
}
