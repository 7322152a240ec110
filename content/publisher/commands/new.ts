import { relative, resolve } from 'node:path';
import { localTimeAt } from '../../model/occurrences.ts';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { guideFolder, shortest } from '../guide-folder.ts';
import {
  begun,
  captionsBegun,
  newNeedsKindAndName,
  newSummary,
  newUsage,
  nothingBegunHeading,
  problemsHeading,
  themeOfCaptions,
} from '../messages.ts';
import { readArguments } from '../options.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';
import { problemsText } from '../report.ts';
import { KINDS } from '../steps/folders.ts';
import { readGuide } from '../steps/guide-yaml.ts';
import { planCaptions } from '../steps/new-captions.ts';
import { type Existing, planDocument } from '../steps/new-document.ts';
import { readSources, type Sources } from '../steps/read-sources.ts';
import { idOfPath, sortFiles } from '../steps/sort-files.ts';
import { writeNew } from '../steps/write-new.ts';
import { toKind } from './manual.ts';

const OPTIONS = {
  theme: { type: 'string' },
  content: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `guide new`: begins a document in every language. */
export const begin: Command = { name: 'new', summary: newSummary, usage: newUsage(KINDS), run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, words } = readArguments(args, OPTIONS, 2);
  const [name, place] = words;
  if (name === undefined || place === undefined) throw new UsageError(newNeedsKindAndName);
  const content = guideFolder(options.content, io.cwd);
  const json = options.json === true;
  if (name === CAPTIONS_WORD) {
    if (options.theme !== undefined) throw new UsageError(themeOfCaptions);
    return newCaptions(place, content, json, io);
  }
  const kind = toKind(name);

  const sources = await readSources(content);
  const found = whatIsThere(sources);
  if ('problems' in found)
    return refuse(found.problems, problemsHeading(shortest(content, io.cwd)), json, io);
  const { existing, timeZone } = found;
  const today = localTimeAt(new Date(), timeZone).slice(0, 10);
  const plan = planDocument({ kind, place, theme: options.theme }, existing, today);
  if (plan.is === 'misunderstood') throw new UsageError(plan.sentence);
  if (plan.is === 'taken') return refuse(plan.problems, nothingBegunHeading, json, io);
  const refusal = await writeNew(content, plan.files);
  if (refusal !== undefined) {
    return refuse([problemAt(wholeFile(content), refusal)], nothingBegunHeading, json, io);
  }

  const files = plan.files.map(({ path }) => relative(io.cwd, resolve(content, path)));
  const { id, guessedTheme } = plan;
  if (json) io.out(`${JSON.stringify({ ok: true, id, files })}\n`);
  else io.out(`${begun(kind, id, files, guessedTheme, existing.themes)}\n`);
  return EXIT.ok;
}

/** What stands instead of a kind for the captions of a film. */
const CAPTIONS_WORD = 'captions';

async function newCaptions(film: string, content: string, json: boolean, io: Io): Promise<number> {
  const sources = await readSources(content);
  const found = whatIsThere(sources);
  if ('problems' in found)
    return refuse(found.problems, problemsHeading(shortest(content, io.cwd)), json, io);
  const plan = await planCaptions(film, sources.files, found.existing.languages);
  if (plan.is === 'misunderstood') throw new UsageError(plan.sentence);
  if (plan.is === 'taken') return refuse(plan.problems, nothingBegunHeading, json, io);
  const refusal = await writeNew(content, plan.files);
  if (refusal !== undefined) {
    return refuse([problemAt(wholeFile(content), refusal)], nothingBegunHeading, json, io);
  }
  const files = plan.files.map(({ path }) => relative(io.cwd, resolve(content, path)));
  if (json) io.out(`${JSON.stringify({ ok: true, files })}\n`);
  else io.out(`${captionsBegun(film, files)}\n`);
  return EXIT.ok;
}

type Found =
  | { readonly existing: Existing; readonly timeZone: string }
  | { readonly problems: readonly Problem[] };

/** The languages, themes and documents of a guide; its problems when it cannot be read so far. */
function whatIsThere(sources: Sources): Found {
  if (sources.files.length === 0) return { problems: sources.problems };
  const { guideYaml, documents } = sortFiles(sources.files);
  const ids = new Set(documents.flatMap(({ path }) => idOfPath(path) ?? []));
  const { guide, languages, themes, problems } = readGuide(guideYaml, ids, ids);
  if (languages === undefined || themes === undefined) return { problems };
  const paths = [...sources.files.map(({ path }) => path), ...sources.problems.map(({ file }) => file)];
  return { existing: { languages, themes, documents, paths }, timeZone: guide?.centre.timeZone ?? 'UTC' };
}

function refuse(problems: readonly Problem[], heading: string, json: boolean, io: Io): number {
  if (json) io.out(`${JSON.stringify({ ok: false, problems })}\n`);
  else io.err(problemsText(problems, heading));
  return EXIT.problems;
}
