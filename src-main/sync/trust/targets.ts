import { createHash } from 'node:crypto';
import { hashedTargetPath } from '../../../content/model/central-server.ts';
import { sha256 as sha256Schema } from '../../../content/model/names.ts';
import { Refusal } from '../failure.ts';
import { collect, TooLong, type Transport } from '../fetching/transport.ts';

import { readTargets } from './read-metadata.ts';

/** A small signed file as the targets metadata promises it. */
export type SignedTarget = { readonly path: string; readonly sha256: string; readonly length: number };

/** The targets of verified `targets.json` by their paths; hashes as they stand there. */
export type TargetList = ReadonlyMap<
  string,
  { readonly length: number; readonly hashes: Readonly<Record<string, string>> }
>;

/** Lists targets metadata that tuf-js has verified, from base64. */
export function listTargets(targets: string | null): TargetList {
  return new Map(Object.entries(readTargets(targets).signed.targets));
}

/**
 * A target by its path; null when there is none. TUF lets a target have no hash, or only one of an algorithm nobody checks
 * (its 4.5); such a target is refused, for then anybody could write it.
 */
export function findTarget(list: TargetList, path: string, atMost: number): SignedTarget | null {
  const found = list.get(path);
  if (found === undefined) return null;
  const own = Object.hasOwn(found.hashes, 'sha256') ? found.hashes['sha256'] : undefined;
  const digest = sha256Schema.safeParse(own);
  if (!digest.success) throw new Refusal('target-without-sha256', `${path} has no SHA-256`);
  if (!Number.isSafeInteger(found.length) || found.length > atMost)
    throw new Refusal('target-too-large', `${path} would have ${found.length} bytes`);
  return { path, sha256: digest.data, length: found.length };
}

/** Fetches a target and holds it against its length and digest (TUF 5.7). Rejects with `FetchFailure` or `Refusal`. */
export async function fetchTarget(
  transport: Transport,
  target: SignedTarget,
  signal: AbortSignal,
): Promise<Buffer> {
  const wrong = (what: string) => new Refusal('not-what-was-signed', `${target.path}: ${what}`);
  let bytes: Buffer;
  try {
    const answer = await transport.ask({
      path: hashedTargetPath(target.path, target.sha256),
      atMost: target.length,
      signal,
    });
    if (answer.kind === 'unchanged') throw wrong('unchanged, though nothing was known');
    bytes = await collect(answer.body);
  } catch (error) {
    throw error instanceof TooLong ? wrong(error.message) : error;
  }
  if (bytes.byteLength !== target.length)
    throw wrong(`${bytes.byteLength} bytes instead of ${target.length}`);
  if (createHash('sha256').update(bytes).digest('hex') !== target.sha256)
    throw wrong('its digest is another one');
  return bytes;
}
