import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { compareEditions, type EditionDiff, UnknownForm } from '../diff/compare-editions.ts';
import { readBuiltEdition } from '../diff/read-edition.ts';
import { htmlReport } from '../diff/report-html.ts';
import * as say from '../messages.ts';
import { readArguments } from '../options.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { problemsText } from '../report.ts';

const OPTIONS = { html: { type: 'string' }, json: { type: 'boolean' } } as const;

/** `guide diff`: what is different between two editions, in words and in bytes. */
export const diff: Command = { name: 'diff', summary: say.diffSummary, usage: say.diffUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, words } = readArguments(args, OPTIONS, 2);
  const [a, b] = words.map((word) => resolve(io.cwd, word));
  if (a === undefined || b === undefined) throw new UsageError(say.diffNeedsTwo);
  const json = options.json === true;
  const refuse = (problems: readonly Problem[]): number => {
    if (json) io.out(`${JSON.stringify({ ok: false, problems })}\n`);
    else io.err(problemsText(problems, say.diffRefused));
    return EXIT.problems;
  };

  const from = await readBuiltEdition(a);
  const to = await readBuiltEdition(b);
  if ('problem' in from || 'problem' in to) {
    return refuse([from, to].flatMap((each) => ('problem' in each ? [each.problem] : [])));
  }
  let compared: EditionDiff;
  try {
    compared = await compareEditions(from.edition, to.edition);
  } catch (error) {
    if (!(error instanceof UnknownForm)) throw error;
    const folder = error.edition === from.edition ? a : b;
    return refuse([problemAt(wholeFile(folder), say.editionOfOtherVersion(error.path))]);
  }
  if (options.html !== undefined) {
    const path = resolve(io.cwd, options.html);
    const refusal = await writeReport(path, htmlReport(compared));
    if (refusal !== undefined) return refuse([problemAt(wholeFile(path), refusal)]);
  }
  io.out(json ? `${JSON.stringify({ ok: true, ...compared })}\n` : say.diffText(compared));
  return EXIT.ok;
}

/** Beside its place first, then renamed: an earlier report stays until the new one is whole. */
async function writeReport(path: string, html: string): Promise<say.Words | undefined> {
  const beside = `${path}.new-${randomUUID().slice(0, 8)}`;
  try {
    await writeFile(beside, html);
    await rename(beside, path);
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return say.reportNotWritten(String(error.code));
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}
