import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { editionPath, sha256 } from '../../model/names.ts';

const entry = z.strictObject({
  id: z.string(),
  /** Everything the document is made of, as one hash. */
  key: sha256,
  noted: z.strictObject({
    ids: z.array(z.string()),
    noIds: z.array(z.string()),
    media: z.array(z.tuple([z.string(), z.string().nullable()])),
    everything: z.boolean(),
  }),
  usedMedia: z.array(z.string()),
  /** Its titles, as they are compared with those of other documents. */
  titles: z.array(z.string()),
  /** Abbreviations it explains for the whole guide. */
  names: z.array(z.string()),
  /** How many warnings it has while these abbreviations are known from elsewhere. */
  warnings: z.strictObject({ named: z.string(), count: z.int().nonnegative() }),
  /** What it becomes; the bytes follow in this order. */
  files: z.array(z.strictObject({ path: editionPath, sha256, length: z.int().nonnegative() })).min(1),
});

/** A document as it is kept, without its bytes. */
export type Entry = z.infer<typeof entry>;

/** A document as it is kept, with the bytes of its files in their order. */
export type Packed = { readonly entry: Entry; readonly bytes: readonly Uint8Array[] };

const header = z.strictObject({ version: z.string(), entries: z.array(entry) });

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;

/** What was kept by this version of the publisher; nothing when there is no such file or it is not whole. */
export async function readPack(path: string, version: string): Promise<readonly Packed[]> {
  try {
    const whole = await readFile(path);
    const rest = whole.subarray(DIGEST_BYTES);
    if (!digest(rest).equals(whole.subarray(0, DIGEST_BYTES))) return [];
    const headEnd = LENGTH_BYTES + rest.readUInt32LE(0);
    const parsed = header.parse(JSON.parse(rest.toString('utf8', LENGTH_BYTES, headEnd)));
    if (parsed.version !== version) return [];
    let at = headEnd;
    return parsed.entries.map((each) => ({
      entry: each,
      bytes: each.files.map(({ length }) => {
        at += length;
        return rest.subarray(at - length, at);
      }),
    }));
  } catch {
    // Missing, cut off, from another time: the build does without it.
    return [];
  }
}

/** Keeps documents in one file, written beside its place and renamed. That it cannot be written is no trouble. */
export async function writePack(path: string, version: string, packed: readonly Packed[]): Promise<void> {
  const head = Buffer.from(
    JSON.stringify({ version, entries: packed.map((each) => each.entry) } satisfies z.infer<typeof header>),
  );
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  const rest = Buffer.concat([length, head, ...packed.flatMap(({ bytes }) => bytes)]);
  const beside = `${path}.${randomUUID().slice(0, 8)}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, Buffer.concat([digest(rest), rest]), { flag: 'wx' });
    await rename(beside, path);
    await removeOldest(dirname(path));
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

/** How many guides are kept at the same time; one that was not built for longest goes first. */
const MAX_PACKS = 8;

async function removeOldest(folder: string): Promise<void> {
  const packs: { readonly path: string; readonly at: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    packs.push({ path, at: (await stat(path)).mtimeMs });
  }
  packs.sort((a, b) => b.at - a.at);
  for (const { path } of packs.slice(MAX_PACKS)) await rm(path, { force: true });
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
