import { dirname, join, resolve } from 'node:path';
import { isDocumentPath } from '../../model/edition.ts';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { guideFolder, shortest } from '../guide-folder.ts';
import { cacheFolder, folderCache, noCache } from '../images/cache.ts';
import type { ImageWork } from '../images/kept-renditions.ts';
import { nothingKept, openKept } from '../kept/kept-documents.ts';
import {
  type BuildFacts,
  badSeq,
  buildSummary,
  buildUsage,
  built,
  cacheAndNoCache,
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
import { compileGuide } from '../steps/compile-guide.ts';
import { countFilms, countImages } from '../steps/media.ts';
import { readSources } from '../steps/read-sources.ts';
import { writeEdition } from '../steps/write-edition.ts';

const OPTIONS = {
  content: { type: 'string' },
  out: { type: 'string' },
  seq: { type: 'string' },
  cache: { type: 'string' },
  'no-cache': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `guide build`: checks the guide and writes an edition. */
export const build: Command = { name: 'build', summary: buildSummary, usage: buildUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  if (options.out === undefined) throw new UsageError(outIsMissing);
  const seq = toSeq(options.seq ?? '1');
  const content = guideFolder(options.content, io.cwd);
  const out = resolve(io.cwd, options.out);
  const json = options.json === true;

  const cache = cacheOf(options, io.cwd);
  const kept = cache === undefined ? nothingKept : await openKept(cache, content);
  const images: ImageWork = {
    cache: cache === undefined ? noCache : folderCache(join(cache, 'images')),
    onMake: json ? undefined : (path) => io.out(`${makingImage(path)}\n`),
  };
  const compiled = await compileGuide(await readSources(content), seq, kept.read, images, kept.find);
  if (!compiled.ok) return refuse(compiled.problems, problemsHeading(shortest(content, io.cwd)), json, io);
  const refusal = await writeEdition(compiled.edition, out, content);
  if (refusal !== undefined) return refuse([problemAt(wholeFile(out), refusal)], notWrittenHeading, json, io);

  const facts = factsOf(compiled.edition, out);
  const warnings = kept.countWarnings(compiled.texts);
  await kept.save(compiled.edition, compiled.texts);
  if (json) io.out(`${JSON.stringify({ ok: true, ...facts, warnings })}\n`);
  else io.out(`${built(facts)}\n${warnings === 0 ? '' : `${warningsInBuild(warnings)}\n`}`);
  return EXIT.ok;
}

/** The folder where builds keep what they can use again; undefined to keep nothing. */
function cacheOf(
  options: { readonly cache?: string; readonly 'no-cache'?: boolean },
  cwd: string,
): string | undefined {
  if (options['no-cache'] === true) {
    if (options.cache !== undefined) throw new UsageError(cacheAndNoCache);
    return undefined;
  }
  return options.cache === undefined ? dirname(cacheFolder()) : resolve(cwd, options.cache);
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
