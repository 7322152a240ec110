import { resolve } from 'node:path';
import { isDocumentPath } from '../../model/edition.ts';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { COMPILE_OPTIONS, cacheOf, compileEdition } from '../compile-edition.ts';
import { FACTORY_SEQ } from '../factory-seq.ts';
import { guideFolder, shortest } from '../guide-folder.ts';
import {
  type BuildFacts,
  badSeq,
  buildSummary,
  buildUsage,
  built,
  makingImage,
  notWrittenHeading,
  outIsMissing,
  problemsHeading,
  warningsInBuild,
} from '../messages.ts';
import { readOptions } from '../options.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { problemsText } from '../report.ts';
import type { Edition } from '../steps/assemble.ts';
import { countFilms, countImages } from '../steps/media.ts';
import { writeEdition } from '../steps/write-edition.ts';

const OPTIONS = {
  ...COMPILE_OPTIONS,
  out: { type: 'string' },
  seq: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `guide build`: checks the guide and writes an edition. */
export const build: Command = { name: 'build', summary: buildSummary, usage: buildUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  if (options.out === undefined) throw new UsageError(outIsMissing);
  const seq = toSeq(options.seq ?? String(FACTORY_SEQ));
  const content = guideFolder(options.content, io.cwd);
  const out = resolve(io.cwd, options.out);
  const json = options.json === true;

  const onMakeImage = json ? undefined : (path: string) => io.out(`${makingImage(path)}\n`);
  const {
    compiled,
    warnings: countWarnings,
    keep,
  } = await compileEdition(content, seq, cacheOf(options, io.cwd), onMakeImage);
  if (!compiled.ok) return refuse(compiled.problems, problemsHeading(shortest(content, io.cwd)), json, io);
  const refusal = await writeEdition(compiled.edition, out, content);
  if (refusal !== undefined) return refuse([problemAt(wholeFile(out), refusal)], notWrittenHeading, json, io);

  const facts = factsOf(compiled.edition, out);
  const warnings = countWarnings();
  await keep();
  if (json) io.out(`${JSON.stringify({ ok: true, ...facts, warnings })}\n`);
  else io.out(`${built(facts)}\n${warnings === 0 ? '' : `${warningsInBuild(warnings)}\n`}`);
  return EXIT.ok;
}

function refuse(problems: readonly Problem[], heading: string, json: boolean, io: Io): number {
  if (json) io.out(`${JSON.stringify({ ok: false, problems })}\n`);
  else io.err(problemsText(problems, heading));
  return EXIT.problems;
}

function factsOf({ pointer, manifest, blobs, pointerBytes }: Edition, out: string): BuildFacts {
  const paths = manifest.files.map(({ path }) => path);
  const inLanguage = (language: string): number =>
    paths.filter((path) => isDocumentPath(path) && path.endsWith(`.${language}.json`)).length;
  return {
    seq: pointer.seq,
    out,
    manifest: pointer.manifest.sha256,
    documents: Object.fromEntries(manifest.languages.map((language) => [language, inLanguage(language)])),
    media: countImages(paths),
    films: countFilms(paths),
    files: paths.length,
    bytes: [...blobs.values()].reduce((sum, bytes) => sum + bytes.length, pointerBytes.length),
  };
}

function toSeq(value: string): number {
  const seq = /^[1-9]\d*$/.test(value) ? Number(value) : 0;
  if (!Number.isSafeInteger(seq) || seq < 1) throw new UsageError(badSeq(value));
  return seq;
}
