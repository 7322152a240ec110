import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Block } from '../../../../content/model/block.ts';
import { type GuideDocument, guideDocument } from '../../../../content/model/document.ts';
import { blobPath, documentPath } from '../../../../content/model/edition.ts';
import { build } from '../../../../content/publisher/commands/build.ts';
import type { Words } from '../../../../content/publisher/messages.ts';
import type { Problem } from '../../../../content/publisher/problem.ts';
import { runGuide } from '../../../../content/publisher/run-guide.ts';
import { type Compiled, compileGuide } from '../../../../content/publisher/steps/compile-guide.ts';
import { readSources, type SourceFile } from '../../../../content/publisher/steps/read-sources.ts';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/guides/', import.meta.url));

/** The entry that `npm run guide` runs. */
export const ENTRY = fileURLToPath(new URL('../../../../content/publisher/guide.ts', import.meta.url));

/** The page most tests bend, and its Dutch side. */
export const LETTER = 'pages/employment/cover-letter.fr.md';
export const LETTER_NL = 'pages/employment/cover-letter.nl.md';
export const INTERVIEW = 'pages/employment/first-interview.fr.md';
export const CHECKLIST = 'checklists/my-cv.fr.md';
export const CHECKLIST_NL = 'checklists/my-cv.nl.md';

/** The line on which {@link page} puts the first line of its body. */
export const BODY = 9;

const temporary: string[] = [];

/** What builds leave for the next one: it comes from no other test, and goes with {@link removeTemporary}. */
const CACHE = join(tmpdir(), `openfloor-guide-cache-${randomUUID()}`);
process.env['OPENFLOOR_CACHE'] = CACHE;

/** An empty folder that {@link removeTemporary} takes away. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'openfloor-guide-'));
  temporary.push(folder);
  return folder;
}

/** For `afterEach`. */
export async function removeTemporary(): Promise<void> {
  for (const folder of [CACHE, ...temporary.splice(0)]) await rm(folder, { recursive: true, force: true });
}

/** A copy of the good fixture with a broken one laid over it. */
export async function fixture(name = 'good', over: 'good' | 'nothing' = 'good'): Promise<string> {
  const folder = join(await temporaryFolder(), 'guide');
  if (over === 'good') await cp(join(FIXTURES, 'good'), folder, { recursive: true });
  await cp(join(FIXTURES, name), folder, { recursive: true });
  return folder;
}

/** What a run of the command printed and how it ended. */
export type Run = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the guide command in this process. */
export async function run(args: readonly string[], commands = [build], cwd = tmpdir()): Promise<Run> {
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    cwd,
  };
  const code = await runGuide(args, io, commands);
  return { code, out, err };
}

/** The good guide in memory with some files replaced (text or bytes), added, or taken away (null). */
export async function compiled(
  changes: Readonly<Record<string, string | Uint8Array | null>>,
): Promise<Compiled> {
  const sources = await readSources(join(FIXTURES, 'good'));
  const files = new Map(sources.files.map(({ path, bytes }) => [path, bytes]));
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) files.delete(path);
    else files.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  }
  const list = [...files].map(([path, bytes]): SourceFile => ({ path, bytes }));
  return compileGuide({ files: list, problems: [] }, 1);
}

/** The problems of the good guide with some changes. */
export async function problemsOf(
  changes: Readonly<Record<string, string | Uint8Array | null>>,
): Promise<readonly Problem[]> {
  const result = await compiled(changes);
  return result.ok ? [] : result.problems;
}

/** A problem as `file:line:column` with its words, short enough for a table. */
export function at(file: string, line: number | null, column: number | null, words: Words): Problem {
  return { file, line, column, ...words };
}

/** The two sides of the cover letter with these bodies, front matter included. */
export function letter(french: string, dutch = french): Record<string, string> {
  return { [LETTER]: page(french), [LETTER_NL]: page(dutch) };
}

/** A page with whole front matter; its body begins on line {@link BODY}. */
export function page(body: string, more = 'related: []'): string {
  return `---\ntitle: Titre\nsummary: Une phrase.\norder: 10\nupdated: 2026-11-23\n${more}\n---\n\n${body}\n`;
}

/** The blocks that a French body becomes; throws with the problems when it has any. */
export async function blocksOf(body: string): Promise<readonly Block[]> {
  const document = await documentOf(letter(body), 'employment/cover-letter', 'fr');
  if (document.kind !== 'page') throw new Error('not a page');
  return document.body;
}

/** One document of the good guide with some changes. */
export async function documentOf(
  changes: Readonly<Record<string, string | Uint8Array | null>>,
  id: string,
  language: string,
): Promise<GuideDocument> {
  return guideDocument.parse(await fileOf(changes, documentPath(id, language)));
}

/** One JSON file of the edition made from the good guide with some changes. */
export async function fileOf(
  changes: Readonly<Record<string, string | Uint8Array | null>>,
  path: string,
): Promise<unknown> {
  const result = await compiled(changes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  const entry = result.edition.manifest.files.find((file) => file.path === path);
  const bytes = result.edition.blobs.get(blobPath(entry?.sha256 ?? ''));
  return JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
}

/** Every file below a folder with its bytes, by path. */
export async function allFiles(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = new Map<string, string>();
  for (const name of names) files.set(name.slice(folder.length), (await readFile(name)).toString('base64'));
  return files;
}
