import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blobPath, type EditionPointer, type Manifest } from '../../content/model/edition.ts';

/** How an edition differs from the one it is made of. */
export type NextEdition = {
  readonly seq: number;
  /** Changes the JSON of one file, by its path in the edition; what comes out need not be valid. */
  readonly change: (path: string, json: unknown) => unknown;
};

/** Makes a later edition out of an edition on disk, laid out alike in another directory. */
export async function writeNextEdition(
  from: string,
  into: string,
  next: NextEdition,
): Promise<EditionPointer> {
  await cp(from, into, { recursive: true });
  const readJson = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(from, file), 'utf8'));
  const before = (await readJson('edition.json')) as EditionPointer;
  const manifest = (await readJson(blobPath(before.manifest.sha256))) as Manifest;
  const files: Manifest['files'] = [];
  for (const entry of manifest.files) {
    if (entry.type !== 'application/json') {
      files.push(entry);
      continue;
    }
    const json = await readJson(blobPath(entry.sha256));
    const changed = next.change(entry.path, json);
    files.push(changed === json ? entry : { ...entry, ...(await writeBlob(into, JSON.stringify(changed))) });
  }
  const written = await writeBlob(into, JSON.stringify({ ...manifest, seq: next.seq, files }));
  const pointer: EditionPointer = { schema: 1, seq: next.seq, manifest: written };
  await writeFile(join(into, 'edition.json'), JSON.stringify(pointer));
  return pointer;
}

async function writeBlob(
  directory: string,
  text: string,
): Promise<{ readonly sha256: string; readonly length: number }> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = join(directory, blobPath(sha256));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return { sha256, length: bytes.byteLength };
}
