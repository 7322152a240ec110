import path from 'node:path';
import { create } from 'tar';

/** Packs the unpacked application as `<name>/…` into `<name>.tar.gz` beside it. Answers the file. */
export async function packArchive(unpacked: string, name: string): Promise<string> {
  const file = path.join(path.dirname(unpacked), `${name}.tar.gz`);
  // Portable: users of this machine are no part of a package.
  await create({ file, gzip: true, cwd: unpacked, prefix: name, portable: true }, ['.']);
  return file;
}
