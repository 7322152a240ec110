import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { guideFolder, shortest } from '../guide-folder.ts';
import * as say from '../messages.ts';
import { readArguments } from '../options.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { problemsList, problemsText } from '../report.ts';
import { readSources } from '../steps/read-sources.ts';
import { importTranslation as fitIn } from '../translation/import-translation.ts';
import { writeTogether } from '../translation/write-together.ts';

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  content: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Largest translation that is read, in MiB. */
const MAX_MEGABYTES = 256;

/** `guide import-translation`: takes a translated XLIFF file into the guide. */
export const importTranslation: Command = {
  name: 'import-translation',
  summary: say.importSummary,
  usage: say.importUsage,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, words } = readArguments(args, OPTIONS, 1);
  const [file] = words;
  if (file === undefined) throw new UsageError(say.importWithoutFile);
  const content = guideFolder(options.content, io.cwd);
  const json = options.json === true;
  const dryRun = options['dry-run'] === true;
  const refuse = (problems: readonly Problem[]): number => {
    if (json) io.out(`${JSON.stringify({ ok: false, problems })}\n`);
    else io.err(problemsText(problems, say.importRefused));
    return EXIT.problems;
  };

  const path = resolve(io.cwd, file);
  const named = shortest(path, io.cwd);
  const bytes = await bytesOf(path);
  if ('what' in bytes) return refuse([problemAt(wholeFile(named), bytes)]);
  const sources = await readSources(content);
  if (sources.files.length === 0) return refuse(sources.problems);

  const result = await await fitIn(sources, bytes.bytes, named);
  if (!result.ok) return refuse(result.problems);
  if (!dryRun) {
    const refusal = await writeTogether(content, result.changes);
    if (refusal !== undefined) return refuse([problemAt(wholeFile(refusal.path), refusal.words)]);
  }
  const { to, untranslated, absent, remarks } = result;
  const files = result.changes.map(({ path: changed, texts, isNew }) => ({ path: changed, texts, isNew }));
  const facts = { to, dryRun, files, untranslated, absent };
  if (json) io.out(`${JSON.stringify({ ok: true, ...facts, remarks })}\n`);
  else {
    io.out(`${say.imported(facts)}\n`);
    if (remarks.length > 0) io.out(`\n${say.remarksHeading}\n\n${problemsList(remarks)}\n`);
  }
  return EXIT.ok;
}

async function bytesOf(path: string): Promise<{ readonly bytes: Uint8Array } | say.Words> {
  try {
    const { size } = await stat(path);
    if (size > MAX_MEGABYTES * 1024 ** 2) return say.translationTooLarge(MAX_MEGABYTES);
    return { bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return say.translationUnreadable(String(error.code));
    throw error;
  }
}
