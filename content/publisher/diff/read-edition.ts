import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  blobPath,
  type EditionPointer,
  editionPointer,
  type Manifest,
  type ManifestFile,
  manifest,
} from '../../model/edition.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt, wholeFile } from '../problem.ts';

/** A built edition on the disk whose every file was found to be what its manifest says. */
export type BuiltEdition = {
  readonly seq: number;
  /** The manifest itself, as a file of the edition. */
  readonly pointer: EditionPointer['manifest'];
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** The bytes of one of {@link files}. */
  readonly read: (file: ManifestFile) => Promise<Uint8Array>;
};

/** Reads the edition that a build wrote into `folder`, and checks every byte of it. */
export async function readBuiltEdition(
  folder: string,
): Promise<{ readonly edition: BuiltEdition } | { readonly problem: Problem }> {
  const refuse = (words: Words) => ({ problem: problemAt(wholeFile(folder), words) });
  const pointerBytes = await bytesOf(join(folder, 'edition.json'));
  if (pointerBytes === undefined)
    return refuse((await isFolder(folder)) ? say.noEdition : say.noEditionFolder);
  const pointer = editionPointer.safeParse(jsonOf(pointerBytes)).data;
  if (pointer === undefined) return refuse(say.editionDamaged('edition.json'));

  const read = async ({ sha256, length }: { readonly sha256: string; readonly length: number }) => {
    const bytes = await bytesOf(join(folder, blobPath(sha256)));
    const whole = bytes?.length === length && createHash('sha256').update(bytes).digest('hex') === sha256;
    return whole ? bytes : undefined;
  };
  const listBytes = await read(pointer.manifest);
  const list: Manifest | undefined = listBytes && manifest.safeParse(jsonOf(listBytes)).data;
  if (list === undefined) return refuse(say.editionDamaged(blobPath(pointer.manifest.sha256)));
  for (const file of list.files) {
    if ((await read(file)) === undefined) return refuse(say.editionDamaged(file.path));
  }
  return {
    edition: {
      seq: list.seq,
      pointer: pointer.manifest,
      files: new Map(list.files.map((file) => [file.path, file])),
      read: async (file) => {
        const bytes = await read(file);
        if (bytes === undefined) throw new Error(`${file.path} changed while it was read`);
        return bytes;
      },
    },
  };
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The value of a JSON text; undefined when it is none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
