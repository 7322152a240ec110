import { join } from 'node:path';

/** Why an edition on disk is not shown; each has its own sentence in {@link storeProblem}. */
export const STORE_PROBLEM_CODES = [
  'pointer-missing',
  'pointer-malformed',
  'pointer-from-later-version',
  'manifest-malformed',
  'manifest-from-later-version',
  'manifest-other-edition',
  'path-twice',
  'edition-too-large',
  'file-missing',
  'file-unreadable',
  'not-a-plain-file',
  'wrong-length',
  'wrong-digest',
] as const;
export type StoreProblemCode = (typeof STORE_PROBLEM_CODES)[number];

/** What is wrong with an edition, said so that a technician can act. */
export type StoreProblem = {
  readonly code: StoreProblemCode;
  /** Path in the edition, or `edition.json` or `manifest` for the two that are not in it. */
  readonly path: string;
  /** The file on disk. */
  readonly file: string;
  /** What happened, why, what to do. */
  readonly sentence: string;
};

/** A finding of one step of the check: the problem, or the value that the next step needs. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: StoreProblem };

const REASONS: Record<StoreProblemCode, (detail: string) => string> = {
  'pointer-missing': () => 'it is not there',
  'pointer-malformed': (detail) => `it is not the pointer of an edition (${detail})`,
  'pointer-from-later-version': (detail) =>
    `it is written in format ${detail}, later than this version knows`,
  'manifest-malformed': (detail) => `it is not the manifest of an edition (${detail})`,
  'manifest-from-later-version': (detail) =>
    `it is written in format ${detail}, later than this version knows`,
  'manifest-other-edition': (detail) => `it belongs to another edition than its pointer says (${detail})`,
  'path-twice': () => 'it stands twice in the manifest',
  'edition-too-large': (detail) => `the files together are too large (${detail})`,
  'file-missing': () => 'it is not there',
  'file-unreadable': (detail) => `it cannot be read (${detail})`,
  'not-a-plain-file': () => 'there is something else than a plain file at its place, for instance a link',
  'wrong-length': (detail) => `its length is wrong (${detail})`,
  'wrong-digest': () => 'its content is not what was published: at least one byte has changed',
};

/** What to do: a later format needs a later Openfloor, everything else a complete copy of the edition. */
function remedy(code: StoreProblemCode): string {
  return code === 'pointer-from-later-version' || code === 'manifest-from-later-version'
    ? 'Install a later Openfloor, or an edition made for this one.'
    : 'Copy the whole edition again, or install Openfloor again.';
}

/** Puts a problem into one sentence that names the file, says why, and what to do. */
export function storeProblem(
  code: StoreProblemCode,
  where: { readonly path: string; readonly directory: string; readonly name: string },
  detail = '',
): StoreProblem {
  const file = join(where.directory, where.name);
  const sentence = `The edition cannot be shown because of ${where.path} (${file}): ${REASONS[code](detail)}. ${remedy(code)}`;
  return { code, path: where.path, file, sentence };
}
