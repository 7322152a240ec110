import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  hashedTargetPath,
  METADATA_FOLDER,
  patchPath,
  TARGETS_FOLDER,
  TIMESTAMP_PATH,
} from '../../model/central-server.ts';
import { blobPath } from '../../model/edition.ts';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import { rootPath, type Tree } from '../tree/read-tree.ts';
import { twinPath } from '../tree/twins.ts';
import { editionInTree, findEdition, type ManifestName } from './editions.ts';

/** What can go from a tree; the paths are sorted. */
export type Collection = {
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly kept: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** The folders whose files have names that this program gives; whatever else lies in a tree is left alone. */
const OURS: readonly { readonly folder: string; readonly name: RegExp }[] = [
  { folder: 'blobs', name: /^blobs\/([0-9a-f]{2})\/\1[0-9a-f]{62}(\.gz)?$/ },
  { folder: 'patches', name: /^patches\/[0-9a-f]{64}-[0-9a-f]{64}\.zst$/ },
  { folder: TARGETS_FOLDER, name: /^targets\/(channels|notices|history)\/[0-9a-f]{64}\.[a-z0-9-]+\.json$/ },
  { folder: METADATA_FOLDER, name: /^metadata\/[1-9]\d*\.(snapshot|targets)\.json(\.gz)?$/ },
];

/**
 * Finds what nobody has needed for `days`: no channel pointed at it in that time, it belongs to no channel's last two
 * editions, and it did not come into the tree since. Versions of `root.json` are for ever.
 */
export async function findGarbage(tree: Tree, days: number, now: Date): Promise<Collection> {
  const before = now.getTime() - days * DAY_MS;
  const needed = await neededPaths(tree, before);
  const garbage: { path: string; bytes: number }[] = [];
  let kept = 0;
  for (const { folder, name } of OURS) {
    for (const path of await filesIn(tree.folder, folder)) {
      if (!name.test(path)) continue;
      const { size, mtimeMs } = await stat(join(tree.folder, path));
      if (needed.has(path) || mtimeMs >= before) kept += 1;
      else garbage.push({ path, bytes: size });
    }
  }
  return {
    paths: garbage.map(({ path }) => path).sort(),
    bytes: garbage.reduce((sum, { bytes }) => sum + bytes, 0),
    kept,
  };
}

/** Takes files out of a tree. */
export async function takeOut(tree: Tree, paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(join(tree.folder, path), { force: true });
}

async function neededPaths(tree: Tree, before: number): Promise<ReadonlySet<string>> {
  if (tree.published === undefined) return refuse(tree.folder, say.nothingPublished);
  const { timestamp, snapshot, targets } = tree.published;
  const plain = new Set([
    TIMESTAMP_PATH,
    `${METADATA_FOLDER}/${timestamp.signed.snapshotMeta.version}.snapshot.json`,
    `${METADATA_FOLDER}/${snapshot.signed.meta['targets.json']?.version}.targets.json`,
    ...tree.roots.map(({ version }) => rootPath(version)),
    ...Object.values(targets.signed.targets).map(({ path, hashes }) =>
      hashedTargetPath(path, hashes['sha256'] ?? ''),
    ),
  ]);
  const need = (name: ManifestName, files: Iterable<{ readonly sha256: string }>): void => {
    plain.add(blobPath(name.sha256));
    for (const { sha256 } of files) plain.add(blobPath(sha256));
  };
  for (const [name, channel] of tree.channels) {
    // Without its list nobody can say what an edition needs: then nothing goes.
    const edition = await editionInTree(tree.folder, channel.manifest);
    need(channel.manifest, edition.files.values());
    const editions = tree.histories.get(name)?.editions ?? [];
    for (const [index, { manifest, until }] of editions.entries()) {
      if (index > 1 && until !== undefined && Date.parse(until) < before) continue;
      const past = await findEdition(tree.folder, manifest);
      if (past !== undefined) need(manifest, past.files.values());
      plain.add(patchPath(manifest.sha256, channel.manifest.sha256));
    }
  }
  return new Set([...plain].flatMap((path) => [path, twinPath(path)]));
}

async function filesIn(root: string, folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      );
  } catch {
    return [];
  }
}
