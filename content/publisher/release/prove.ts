import { newTerminal, type ReadPath } from '../audit/terminal.ts';
import { readTreeFile } from '../tree/files.ts';
import type { Tree } from '../tree/read-tree.ts';
import type { Files } from './signed-files.ts';

/** Files that are written together; what comes in a later stage may point at what came in an earlier one. */
export type Stage = {
  /** What a test calls the moment when it is done. */
  readonly name: string;
  readonly files: Files;
  /** True when terminals can see a difference once it is written: they have to be able to follow from then on. */
  readonly visible: boolean;
};

/** Terminals would not follow what was about to be written: nothing was. */
export class NotFollowed extends Error {}

/**
 * Shows on a copy in memory that terminals follow every stage that they can see: one that was set up with the oldest root,
 * one for each later root, and one that knows the tree as it is now. Throws {@link NotFollowed}.
 */
export async function prove(tree: Tree, stages: readonly Stage[]): Promise<void> {
  const overlay = new Map<string, Uint8Array>();
  const read: ReadPath = async (path, most) => {
    const laid = overlay.get(path);
    if (laid !== undefined) return laid.length <= most ? laid : 413;
    return (await readTreeFile(tree.folder, path, most)) ?? 404;
  };
  const running = await newTerminal(tree.roots[0].bytes);
  try {
    // A tree whose signatures have ended is followed by nobody, and that is why it is published again.
    await running.follow(read).catch(() => undefined);
    for (const { name, files, visible } of stages) {
      for (const [path, bytes] of files) if (path.endsWith('.json')) overlay.set(path, bytes);
      if (!visible) continue;
      try {
        await running.follow(read);
        for (const root of [tree.roots[0], tree.root]) await followAnew(root.bytes, read);
      } catch (error) {
        throw new NotFollowed(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await running.close();
  }
}

async function followAnew(root: Uint8Array, read: ReadPath): Promise<void> {
  const terminal = await newTerminal(root);
  try {
    await terminal.follow(read);
  } finally {
    await terminal.close();
  }
}
