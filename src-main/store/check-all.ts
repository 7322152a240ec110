import { blobPath, type ManifestFile } from '../../content/model/edition.ts';
import type { Files } from '../platform/files.ts';
import { checkFile } from './blob-check.ts';
import type { StoreProblem } from './problem.ts';

/** How many files are read at the same time: enough to keep a disk busy, few enough for a small machine. */
const FILES_AT_A_TIME = 4;

/**
 * Verifies every file of a manifest, a few at a time; each blob once, though several paths may share it. Answers the
 * first problem in the order of the manifest, or null when everything is whole.
 */
export async function checkAll(
  directory: string,
  files: Files,
  entries: readonly ManifestFile[],
): Promise<StoreProblem | null> {
  const seen = new Set<string>();
  const different = entries.filter(({ sha256, length }) => {
    const blob = `${sha256} ${length}`;
    return !seen.has(blob) && seen.add(blob);
  });
  const waiting = different.entries();
  const problems: { readonly at: number; readonly problem: StoreProblem }[] = [];
  const worker = async () => {
    for (const [at, { path, sha256, length }] of waiting) {
      if (problems.length > 0) return;
      const checked = await checkFile(files, { path, directory, name: blobPath(sha256), sha256, length });
      if (!checked.ok) problems.push({ at, problem: checked.problem });
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_A_TIME }, worker));
  problems.sort((one, other) => one.at - other.at);
  return problems[0]?.problem ?? null;
}
