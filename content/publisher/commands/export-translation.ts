import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { guideFolder, shortest } from '../guide-folder.ts';
import * as say from '../messages.ts';
import { readArguments } from '../options.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { problemsText } from '../report.ts';
import { readGuide } from '../steps/guide-yaml.ts';
import { readSources, type Sources } from '../steps/read-sources.ts';
import { sortFiles } from '../steps/sort-files.ts';
import { exportTranslation as compose } from '../translation/export-translation.ts';

const OPTIONS = {
  from: { type: 'string' },
  out: { type: 'string' },
  content: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `guide export-translation`: writes all texts into an XLIFF file. */
export const exportTranslation: Command = {
  name: 'export-translation',
  summary: say.exportSummary,
  usage: say.exportUsage,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, words } = readArguments(args, OPTIONS, 1);
  const [to] = words;
  if (to === undefined) throw new UsageError(say.exportWithoutLanguage);
  const content = guideFolder(options.content, io.cwd);
  const json = options.json === true;
  const refuse = (problems: readonly Problem[]): number => {
    if (json) io.out(`${JSON.stringify({ ok: false, problems })}\n`);
    else io.err(problemsText(problems, say.exportRefused));
    return EXIT.problems;
  };

  const sources = await readSources(content);
  if (sources.files.length === 0) return refuse(sources.problems);
  const languages = languagesOf(sources);
  if (languages === undefined) return refuse([problemAt(wholeFile('guide.yaml'), say.languagesUnknown)]);
  const from = options.from ?? languages.find((each) => each !== to) ?? to;
  const stranger = [to, from].find((each) => !languages.includes(each));
  if (stranger !== undefined) {
    return refuse([problemAt(wholeFile('guide.yaml'), say.languageOutsideGuide(stranger, languages))]);
  }
  if (from === to) return refuse([problemAt(wholeFile('guide.yaml'), say.sameLanguage(to))]);

  const result = await await compose(sources, from, to);
  if (!result.ok) return refuse(result.problems);
  const path = resolve(io.cwd, options.out ?? `guide.${from}-${to}.xlf`);
  try {
    // Never over an existing file: it may be the translation somebody has just sent back.
    await writeFile(path, result.xliff, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return refuse([
      problemAt(wholeFile(path), code === 'EEXIST' ? say.exportExists : say.exportNotWritten(code)),
    ]);
  }
  const { documents, texts, untranslated } = result;
  const out = shortest(path, io.cwd);
  const facts = { out, from, to, documents, texts, untranslated };
  io.out(json ? `${JSON.stringify({ ok: true, ...facts })}\n` : `${say.exported(facts)}\n`);
  return EXIT.ok;
}

function languagesOf(sources: Sources): readonly string[] | undefined {
  return readGuide(sortFiles(sources.files).guideYaml, new Set(), new Set()).languages;
}
