import { counted, languageName, suggested } from './words.ts';

/** One line about a command in the overview. */
export type CommandLine = { readonly name: string; readonly summary: string };

/** What `guide --help` shows. */
export function overview(commands: readonly CommandLine[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `Usage: npm run guide -- <command> [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

"npm run guide -- <command> --help" explains one command.
`;
}

/** The line about \`build\` in the overview. */
export const buildSummary = 'check the guide and turn it into an edition that a terminal can show';

/** What `guide build --help` shows. */
export const buildUsage = `Usage: npm run guide -- build --out DIR [--content DIR] [--seq N] [--cache DIR] [--no-cache] [--json]

Checks everything in the guide. If all is well, writes an edition into DIR; if not, says what to put right
and leaves DIR as it was.

  --out DIR      where the edition goes: a new or empty folder, or one that an earlier build made
  --content DIR  the folder with guide.yaml in it (content/guide of this project if you leave it out)
  --seq N        the number of this edition: 1, 2, 3 ... (1 if you leave it out)
  --cache DIR    where to keep what the next build can use again (a folder this computer has for such things
                 if you leave it out)
  --no-cache     read every text and make every photograph anew, and use nothing of earlier builds
  --json         print one JSON object instead of sentences

Folders are counted from the project's folder. Ends with 0 when the edition stands, 1 when something has
to be put right, 2 when the command itself was not understood.
`;

/** Asked for a command that does not exist. */
export function unknownCommand(name: string, nearest: string | undefined): string {
  return `There is no command "${name}". ${suggested(nearest)}`.trim();
}

/** A flag that the command does not have. */
export function unknownFlag(flag: string, nearest: string | undefined): string {
  return `This command has no option "${flag}". ${suggested(nearest)}`.trim();
}

/** A flag that wants a value stands alone. */
export function flagNeedsValue(flag: string): string {
  return `"${flag}" needs something after it.`;
}

/** A flag that takes no value was given one. */
export function flagTakesNoValue(flag: string): string {
  return `"${flag}" stands alone: write nothing after it.`;
}

/** A word that belongs to no flag. */
export function strayWord(word: string): string {
  return `"${word}" does not belong here.`;
}

/** `build` without `--out`. */
export const outIsMissing = 'Please say where the edition goes, with --out DIR.';

/** `--cache` and `--no-cache`. */
export const cacheAndNoCache = '"--cache" and "--no-cache" do not go together.';

/** `--seq` with something that is not a number from 1 on. */
export function badSeq(value: string): string {
  return `"--seq ${value}" is not the number of an edition: use 1, 2, 3 ...`;
}

/** Above the list of problems in a guide. */
export function problemsHeading(folder: string): string {
  return `The guide in ${folder} cannot be built yet.`;
}

/** Above a refusal that has nothing to do with the guide itself. */
export const notWrittenHeading = 'The edition was not written.';

/** One problem in the list, under the name of its file. */
export function problemLines(place: string, what: string, why: string, todo: string): string {
  return `  ${place}${what}\n      Why: ${why}\n      To do: ${todo}`;
}

/** Below the list of problems. */
export function problemsFooting(problems: number, files: number): string {
  return `${counted(problems, 'thing')} to put right in ${counted(files, 'file')}. Nothing was written.`;
}

/** What a finished build made. */
export type BuildFacts = {
  readonly seq: number;
  readonly out: string;
  /** SHA-256 of the manifest. */
  readonly manifest: string;
  readonly documents: Readonly<Record<string, number>>;
  readonly media: number;
  readonly films: number;
  readonly files: number;
  readonly bytes: number;
};

/** The summary of a finished build. */
export function built(facts: BuildFacts): string {
  const documents = Object.entries(facts.documents)
    .map(([language, count]) => `${counted(count, 'document')} in ${languageName(language)}`)
    .join(', ');
  const kilobytes = Math.ceil(facts.bytes / 1024);
  const films = facts.films === 0 ? '' : `, ${counted(facts.films, 'film')}`;
  return `Edition ${facts.seq} is in ${facts.out}: ${documents}, ${counted(facts.media, 'image')}${films}, ${kilobytes} KB in all.`;
}

/** Something broke inside the command itself. */
export function internalError(detail: string): string {
  const oneLine = detail.split('\n')[0]?.trim() || 'no details';
  return `The guide command itself made a mistake (${oneLine}); your files are not to blame and are as they were, so please report this sentence together with what you did.`;
}
