import { gzipSync } from 'node:zlib';

/** Below this, in bytes, a compressed twin saves nothing worth a file. */
const SMALLEST = 1024;

/** A twin has to be this much smaller: a tenth. */
const WORTH = 0.9;

/** The name of the compressed twin of a file. */
export function twinPath(path: string): string {
  return `${path}.gz`;
}

/** The files, and beside those that become clearly smaller their compressed twins, which many web servers can send as they are. */
export function withTwins(
  files: ReadonlyMap<string, Uint8Array>,
  isText: (path: string) => boolean = () => true,
): ReadonlyMap<string, Uint8Array> {
  const all = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    const twin = bytes.length >= SMALLEST && isText(path) ? gzipSync(bytes, { level: 9 }) : undefined;
    if (twin !== undefined && twin.length < bytes.length * WORTH) all.set(twinPath(path), twin);
    all.set(path, bytes);
  }
  return all;
}
