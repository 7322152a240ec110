import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { errorCode, type Files, isNotThere } from '../platform/files.ts';
import { type Checked, type StoreProblemCode, storeProblem } from './problem.ts';

/** A file of an edition as it must be. */
export type Expected = {
  /** Name for people: the path in the edition, or `manifest`. */
  readonly path: string;
  /** Directory of the edition. */
  readonly directory: string;
  /** Place under that directory: `blobs/aa/<sha256>`. */
  readonly name: string;
  readonly sha256: string;
  /** In bytes. */
  readonly length: number;
};

/**
 * Reads a file once from beginning to end and holds it against its digest and length. `keep` receives the pieces, for
 * a caller that needs the bytes too. Never rejects: whatever the disk does is a named problem.
 */
export async function checkFile(
  files: Files,
  expected: Expected,
  keep: (piece: Uint8Array) => void = () => {},
): Promise<Checked<null>> {
  const no = (code: StoreProblemCode, detail?: string): Checked<null> => ({
    ok: false,
    problem: storeProblem(code, expected, detail),
  });
  const file = join(expected.directory, expected.name);
  try {
    const facts = await files.facts(file);
    if (!facts.isPlainFile) return no('not-a-plain-file');
    const wrongLength = (found: number) => no('wrong-length', `${found} bytes instead of ${expected.length}`);
    if (facts.length !== expected.length) return wrongLength(facts.length);
    const hash = createHash('sha256');
    let seen = 0;
    for await (const piece of files.read(file)) {
      seen += piece.byteLength;
      if (seen > expected.length) return wrongLength(seen);
      hash.update(piece);
      keep(piece);
    }
    if (seen !== expected.length) return wrongLength(seen);
    return hash.digest('hex') === expected.sha256 ? { ok: true, value: null } : no('wrong-digest');
  } catch (error) {
    return isNotThere(error) ? no('file-missing') : no('file-unreadable', errorCode(error));
  }
}
