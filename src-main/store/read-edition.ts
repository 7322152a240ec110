import { join } from 'node:path';
import {
  blobPath,
  type EditionPointer,
  editionPointer,
  MANIFEST_SCHEMA,
  type Manifest,
  manifest as manifestSchema,
} from '../../content/model/edition.ts';
import { MAX_EDITION_BYTES } from '../../content/model/limits.ts';
import { errorCode, type Files, isNotThere } from '../platform/files.ts';
import { checkFile } from './blob-check.ts';
import { checkAll } from './check-all.ts';
import { type Edition, editionOf } from './edition.ts';
import { parseJson, whatIsWrong } from './parse.ts';
import { type Checked, type StoreProblem, type StoreProblemCode, storeProblem } from './problem.ts';

/** File that points at the manifest, beside `blobs/`. */
export const POINTER_FILE = 'edition.json';

/** Largest `edition.json`, in bytes: it holds one digest and two numbers. */
const MAX_POINTER_BYTES = 16 * 1024;

/** What came of reading an edition: one that is whole, or the reason why it is not shown. */
export type EditionOutcome =
  | { readonly kind: 'ready'; readonly edition: Edition }
  | { readonly kind: 'refused'; readonly problem: StoreProblem };

/**
 * Reads an edition from a directory (`edition.json`, `blobs/`) and verifies every byte of it before anything is
 * shown. Never rejects: each way to be broken is a problem with a name.
 */
export async function readEdition(directory: string, files: Files): Promise<EditionOutcome> {
  const pointer = await readPointer(directory, POINTER_FILE, files);
  if (!pointer.ok) return { kind: 'refused', problem: pointer.problem };
  const manifest = await readManifest(directory, files, pointer.value);
  if (!manifest.ok) return { kind: 'refused', problem: manifest.problem };
  const problem = await checkAll(directory, files, manifest.value.files);
  if (problem) return { kind: 'refused', problem };
  return { kind: 'ready', edition: editionOf(directory, manifest.value, pointer.value.manifest) };
}

/** Reads the pointer of an edition from `directory`/`name`. Never rejects. */
export async function readPointer(
  directory: string,
  name: string,
  files: Files,
): Promise<Checked<EditionPointer>> {
  const no = (code: StoreProblemCode, detail?: string) => ({
    ok: false as const,
    problem: storeProblem(code, { path: name, directory, name }, detail),
  });
  const file = join(directory, name);
  const pieces: Uint8Array[] = [];
  try {
    const facts = await files.facts(file);
    if (!facts.isPlainFile) return no('not-a-plain-file');
    if (facts.length > MAX_POINTER_BYTES) return no('pointer-malformed', `${facts.length} bytes`);
    for await (const piece of files.read(file)) pieces.push(piece);
  } catch (error) {
    return isNotThere(error) ? no('pointer-missing') : no('file-unreadable', errorCode(error));
  }
  const found = parseJson(pieces);
  if (!found.ok) return no('pointer-malformed', 'it is not JSON');
  if (found.schema > MANIFEST_SCHEMA) return no('pointer-from-later-version', String(found.schema));
  const parsed = editionPointer.safeParse(found.json);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : no('pointer-malformed', whatIsWrong(parsed.error));
}

/** Reads and verifies the manifest that a pointer names, from `directory`/`blobs`. Never rejects. */
export async function readManifest(
  directory: string,
  files: Files,
  pointer: EditionPointer,
): Promise<Checked<Manifest>> {
  const name = blobPath(pointer.manifest.sha256);
  const no = (code: StoreProblemCode, detail?: string, path = 'manifest') => ({
    ok: false as const,
    problem: storeProblem(code, { path, directory, name }, detail),
  });
  const pieces: Uint8Array[] = [];
  const expected = { path: 'manifest', directory, name, ...pointer.manifest };
  const checked = await checkFile(files, expected, (piece) => void pieces.push(piece));
  if (!checked.ok) return checked;
  const found = parseJson(pieces);
  if (!found.ok) return no('manifest-malformed', 'it is not JSON');
  if (found.schema > MANIFEST_SCHEMA) return no('manifest-from-later-version', String(found.schema));
  const parsed = manifestSchema.safeParse(found.json);
  if (!parsed.success) return no('manifest-malformed', whatIsWrong(parsed.error));
  const manifest = parsed.data;
  if (manifest.seq !== pointer.seq) {
    return no('manifest-other-edition', `${manifest.seq} instead of ${pointer.seq}`);
  }
  const paths = new Set<string>();
  for (const { path } of manifest.files) {
    if (paths.has(path)) return no('path-twice', '', path);
    paths.add(path);
  }
  const bytes = manifest.files.reduce((sum, entry) => sum + entry.length, 0);
  if (bytes > MAX_EDITION_BYTES) return no('edition-too-large', `${bytes} bytes`);
  return { ok: true, value: manifest };
}
