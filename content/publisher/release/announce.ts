import type { SigningKey } from '../keys/key.ts';
import { readTreeFile } from '../tree/files.ts';
import { MOST_METADATA_BYTES, rootPath, type Tree } from '../tree/read-tree.ts';
import { withTwins } from '../tree/twins.ts';
import type { Stage } from './prove.ts';
import { type Announcement, type Files, type SignedFiles, signedFiles } from './signed-files.ts';
import type { Workbench } from './workbench.ts';
import { writeStages } from './write-stages.ts';

const NO_FILES: Files = new Map();

/** Files that a publication brings along, under the names of their content. */
export type Cargo = { readonly blobs?: Files; readonly patches?: Files };

/** Signs an announcement with the keys of the ring. `withTargets` signs the list of targets even when nothing on it is new. */
export async function sign(
  { tree, unlock, now, numbers }: Workbench,
  announcement: Announcement,
  withTargets: boolean,
): Promise<SignedFiles> {
  // All keys are opened before anything is written, in the order in which people are asked for them.
  const targets: readonly SigningKey[] | undefined = withTargets
    ? await unlock.enoughFor('targets', tree.trust)
    : undefined;
  const snapshot = await unlock.enoughFor('snapshot', tree.trust);
  const timestamp = await unlock.enoughFor('timestamp', tree.trust);
  return signedFiles(tree.published, announcement, { targets, snapshot, timestamp }, now, numbers);
}

/** Signs and writes: new files first, `timestamp.json` last. Returns what a terminal asks for beside the edition itself. */
export async function announce(
  bench: Workbench,
  announcement: Announcement,
  cargo: Cargo = {},
  withTargets = true,
): Promise<SignedFiles> {
  const { tree } = bench;
  const files = await sign(bench, announcement, withTargets);
  const stages: readonly Stage[] = [
    { name: 'blobs', files: cargo.blobs ?? NO_FILES, visible: false },
    { name: 'patches', files: cargo.patches ?? NO_FILES, visible: false },
    ...signedStages(files, await missingRoots(tree), tree.published !== undefined),
  ];
  await writeStages(tree, stages, bench);
  return files;
}

/** The stages of signed files, the announcing one last. */
export function signedStages(files: SignedFiles, roots: Files, isBegun: boolean): readonly Stage[] {
  return [
    { name: 'targets', files: files.targetFiles, visible: false },
    { name: 'metadata', files: withTwins(files.metadata), visible: false },
    // In a tree that nobody can follow yet, a root alone changes nothing for anybody.
    { name: 'roots', files: withTwins(roots), visible: isBegun && roots.size > 0 },
    { name: 'timestamp', files: files.timestamp, visible: true },
  ];
}

/** Versions of `root.json` that the keys know and the tree does not have yet. */
export async function missingRoots(tree: Tree): Promise<Files> {
  const missing = new Map<string, Uint8Array>();
  for (const { version, bytes } of tree.roots) {
    const path = rootPath(version);
    if ((await readTreeFile(tree.folder, path, MOST_METADATA_BYTES.root)) === undefined)
      missing.set(path, bytes);
  }
  return missing;
}
