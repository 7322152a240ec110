import { type Command, EXIT, type Io } from '../command.ts';
import { guideFolder, shortest } from '../guide-folder.ts';
import { cacheFolder } from '../images/cache.ts';
import { keptImages, withoutCache } from '../images/kept-renditions.ts';
import { sweepCache } from '../images/sweep.ts';
import { checkFooting, checkHeading, checkSummary, checkUsage } from '../messages.ts';
import { readOptions } from '../options.ts';
import { byPlace, type Finding } from '../problem.ts';
import { findingsText } from '../report.ts';
import { compileGuide } from '../steps/compile-guide.ts';
import { readDocument } from '../steps/read-document.ts';
import { readSources } from '../steps/read-sources.ts';
import { readingWarnings } from '../steps/reading/warnings.ts';

const OPTIONS = {
  content: { type: 'string' },
  strict: { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `guide check`: says everything that is wrong, and what readers may stumble over. */
export const check: Command = { name: 'check', summary: checkSummary, usage: checkUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const folder = guideFolder(options.content, io.cwd);
  const strict = options.strict === true;

  const images = options['no-cache'] === true ? withoutCache : keptImages;
  const compiled = await compileGuide(await readSources(folder), 1, readDocument, images);
  if (images === keptImages) await sweepCache(cacheFolder());
  const errors = compiled.ok ? [] : compiled.problems;
  const warnings = readingWarnings(compiled.texts);
  const findings = [
    ...errors.map((problem): Finding => ({ level: 'error', ...problem })),
    ...warnings.map((problem): Finding => ({ level: 'warning', ...problem })),
  ].sort(byPlace);

  const ok = errors.length === 0 && !(strict && warnings.length > 0);
  const code = ok ? EXIT.ok : EXIT.problems;
  if (options.json === true) {
    const counts = { ok, errors: errors.length, warnings: warnings.length };
    io.out(`${JSON.stringify({ ...counts, problems: findings.map(inOrder) })}\n`);
    return code;
  }
  const files = new Set(findings.map(({ file }) => file)).size;
  const heading = checkHeading(shortest(folder, io.cwd), errors.length, warnings.length);
  const footing = checkFooting(errors.length, warnings.length, files, strict);
  const text = findings.length === 0 ? `${heading}\n` : findingsText(findings, heading, footing);
  if (ok) io.out(text);
  else io.err(text);
  return code;
}

/** The keys of a finding in the order that the help names them. */
function inOrder({ level, file, line, column, what, why, todo, rule }: Finding): Finding {
  return { level, file, line, column, what, why, todo, rule };
}
