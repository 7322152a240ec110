import type { DocumentName, EditionDiff, MediaChange } from '../diff/compare-editions.ts';
import type { PartChange } from '../diff/compare-pieces.ts';
import type { PartName } from '../diff/pieces.ts';
import { counted, languageName, type Words } from './words.ts';

/** The line about `diff` in the overview. */
export const diffSummary = 'say in words what is different between two built editions';

/** What `guide diff --help` shows. */
export const diffUsage = `Usage: npm run guide -- diff A B [--html FILE] [--json]

Compares two editions that "build" made: which documents and media were added, changed and removed, the old
and the new words of each changed document, and how much a terminal that has A must fetch to have B.

  A, B         two folders with a built edition, the older one first
  --html FILE  also write a report to read, print or send: one file that needs nothing else
  --json       print one JSON object instead of sentences

Folders are counted from the project's folder. Ends with 0 when the editions could be compared, different or not.
`;

/** `diff` without two folders. */
export const diffNeedsTwo = 'Please give two folders with built editions, the older one first.';

/** Not there. */
export const noEditionFolder: Words = {
  rule: 'diff-no-folder',
  what: 'There is no such folder.',
  why: "Folders are counted from the project's folder.",
  todo: 'Check its name, or build the edition first: npm run guide -- build --out DIR',
};

/** There, but without an edition. */
export const noEdition: Words = {
  rule: 'diff-no-edition',
  what: 'There is no edition in this folder.',
  why: 'A built edition has a file edition.json and a folder blobs in it.',
  todo: 'Give the folder itself that "build --out DIR" wrote.',
};

/** A file of an edition is missing or has other bytes than it should. */
export function editionDamaged(path: string): Words {
  return {
    rule: 'diff-damaged-edition',
    what: `This edition is damaged: ${path} is missing or is not what was built.`,
    why: 'Every file of an edition is known by its hash; comparing a damaged one would say wrong things.',
    todo: 'Build it again, or copy it again from where it was whole.',
  };
}

/** A file of an edition has a form from another version of this program. */
export function editionOfOtherVersion(path: string): Words {
  return {
    rule: 'diff-other-version',
    what: `This edition was built by another version of the guide command: ${path} has a form this one does not know.`,
    why: 'Only documents whose form is known can be compared word by word.',
    todo: 'Build both editions with the same version.',
  };
}

/** The report could not be written. */
export function reportNotWritten(code: string): Words {
  return {
    rule: 'diff-report-not-written',
    what: `The report could not be written: the computer says ${code}.`,
    why: 'ENOENT: its folder does not exist; EISDIR: this is a folder; EACCES: you are not allowed to write there.',
    todo: 'Give --html another file.',
  };
}

/** Above a refusal. */
export const diffRefused = 'These editions cannot be compared.';

const PARTS: Readonly<Record<Exclude<PartName, 'detail'>, string>> = {
  title: 'title',
  summary: 'summary',
  heading: 'heading',
  paragraph: 'paragraph',
  item: 'item of a list',
  step: 'step',
  box: 'box to tick',
  help: 'explanation of a box',
  tip: 'tip',
  warning: 'warning',
  contact: 'contact',
  question: 'question',
  next: 'what next',
  image: 'image',
  video: 'film',
  checklist: 'offer of a checklist',
  events: 'list of events',
};

/** What a part of a document is, in words: `paragraph`, `"order"`. */
export function partName({ part, name }: Pick<PartChange, 'part' | 'name'>): string {
  return part === 'detail' ? `"${name}"` : PARTS[part];
}

/** Where a part stands and what became of it: `paragraph under "Le début", changed`. */
export function partLine(change: PartChange): string {
  const place = change.under === undefined ? '' : ` under "${change.under}"`;
  return `${partName(change)}${place}, ${change.change}`;
}

/** How many bytes, as people say it. */
export function byteCount(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

/** A document as people would name it. */
export function documentLine({ id, language, title }: DocumentName): string {
  return `${title} (${id}, ${languageName(language)})`;
}

/** A media file with its size, or both sizes. */
export function mediaLine({ path, before, after }: MediaChange): string {
  const sizes = [before, after].filter((size) => size !== undefined).map(byteCount);
  return `${path} (${sizes.join(' → ')})`;
}

/** The outcome in one line. */
export function diffHeadline({ from, to, documents, media, guide }: EditionDiff): string {
  const parts = [
    [documents.added.length, 'document', 'added'],
    [documents.changed.length, 'document', 'changed'],
    [documents.removed.length, 'document', 'removed'],
    [media.added.length, 'media file', 'added'],
    [media.changed.length, 'media file', 'changed'],
    [media.removed.length, 'media file', 'removed'],
    [guide.length, 'setting of the guide', 'different'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(
      ([count, one, verb]) =>
        `${counted(count, one, one.startsWith('setting') ? 'settings of the guide' : `${one}s`)} ${verb}`,
    );
  return `From edition ${from.seq} to edition ${to.seq}: ${said.length === 0 ? 'no difference that a visitor could see' : said.join(', ')}.`;
}

/** What it costs a terminal. */
export function bytesLine({ from, to, bytes }: EditionDiff): string {
  const share = bytes.total === 0 ? 0 : Math.round((100 * bytes.fetch) / bytes.total);
  return `A terminal that has edition ${from.seq} fetches ${byteCount(bytes.fetch)} of the ${byteCount(bytes.total)} of edition ${to.seq} (${share} %).`;
}

/** What a changed document without changed parts is. */
export const onlyForm = 'Its words are the same; only its technical form differs.';

/** The words on the report's page. */
export const REPORT = {
  title: (from: number, to: number) => `Edition ${from} → edition ${to}`,
  guide: 'The guide itself',
  added: 'Added documents',
  changed: 'Changed documents',
  removed: 'Removed documents',
  media: 'Media',
  mediaWords: { added: 'added', changed: 'changed', removed: 'removed' },
  nothing: 'A visitor would see no difference between these two editions.',
  legend: ['words that went', 'words that came'],
  fetch: 'to fetch',
} as const;

/** The whole comparison for people at a command line. */
export function diffText(diff: EditionDiff): string {
  const { documents, media } = diff;
  const lines = [diffHeadline(diff), bytesLine(diff)];
  const section = (title: string, inside: readonly string[]): void => {
    if (inside.length > 0) lines.push('', title, ...inside);
  };
  section(REPORT.guide, diff.guide.flatMap(partLines));
  section(
    REPORT.added,
    documents.added.map((each) => `  ${documentLine(each)}`),
  );
  section(
    REPORT.changed,
    documents.changed.flatMap((each) => [
      `  ${documentLine(each)}`,
      ...(each.parts.length === 0 ? [`    ${onlyForm}`] : each.parts.flatMap(partLines)),
    ]),
  );
  section(
    REPORT.removed,
    documents.removed.map((each) => `  ${documentLine(each)}`),
  );
  section(REPORT.media, [
    ...media.added.map((each) => `  ${REPORT.mediaWords.added}: ${mediaLine(each)}`),
    ...media.changed.map((each) => `  ${REPORT.mediaWords.changed}: ${mediaLine(each)}`),
    ...media.removed.map((each) => `  ${REPORT.mediaWords.removed}: ${mediaLine(each)}`),
  ]);
  return `${lines.join('\n')}\n`;
}

function partLines(change: PartChange): string[] {
  return [
    `    ${partLine(change)}`,
    ...('before' in change ? [`      - ${change.before}`] : []),
    ...('after' in change ? [`      + ${change.after}`] : []),
  ];
}
