import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';
import type { Tree } from '../tree/read-tree.ts';
import { treeWriter } from '../tree/writer.ts';
import { NotFollowed, prove, type Stage } from './prove.ts';
import type { Workbench } from './workbench.ts';

/**
 * Writes stages into a tree, each wholly on the disk before the next one begins, after showing that terminals will follow.
 * A trouble before the first stage that terminals can see leaves the tree as it was.
 */
export async function writeStages(
  tree: Tree,
  stages: readonly Stage[],
  { reached, onWritten }: Pick<Workbench, 'reached' | 'onWritten'>,
): Promise<void> {
  const total = stages.reduce((sum, { files }) => sum + files.size, 0);
  try {
    await prove(tree, stages);
  } catch (error) {
    if (!(error instanceof NotFollowed)) throw error;
    refuse(tree.folder, say.notFollowed(error.message));
  }
  let seen = false;
  let done = 0;
  try {
    const writer = await treeWriter(tree.folder, reached);
    try {
      for (const { name, files, visible } of stages) {
        for (const [path, bytes] of files) {
          // From its first byte on, a visible stage may have been read by somebody.
          seen ||= visible;
          await writer.place(path, bytes);
          done += 1;
          onWritten(done, total);
        }
        await writer.settle();
        reached(name);
      }
    } catch (error) {
      if (!seen) await writer.undo();
      throw error;
    } finally {
      await writer.close();
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    refuse(tree.folder, seen ? say.publicationUnfinished(code) : say.treeNotWritten(code));
  }
}
