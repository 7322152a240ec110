import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { MAX_METADATA_BYTES, MOST_ROOT_STEPS } from '../../../content/model/limits.ts';
import { errorCode, isNotThere } from '../../platform/files.ts';
import { type FetchFailure, Refusal } from '../failure.ts';
import type { Transport } from '../fetching/transport.ts';
import { METADATA_BASE, metadataFetcher } from './metadata-fetcher.ts';
import type { TrustRecord } from './record.ts';
import { refusalOf } from './refusals.ts';

/** The verified metadata of a terminal, as base64. */
export type Metadata = Pick<TrustRecord, 'root' | 'timestamp' | 'snapshot' | 'targets'>;

/** What came of a refresh. Metadata is to be kept in both cases: every file in it was verified. */
export type Refreshed = {
  readonly metadata: Metadata;
  /** Null when everything was verified up to targets. */
  readonly failure: FetchFailure | Refusal | null;
};

/** What a refresh needs. */
export type RefreshParts = {
  readonly transport: Transport;
  /** Directory in which a directory may be made for the time of the refresh. */
  readonly workDirectory: string;
  readonly metadata: Metadata;
  /** The bytes of `timestamp.json` when they were fetched already. */
  readonly timestamp: Buffer | null;
  /** "Now" for everything that expires, see `clock.ts`. */
  readonly reference: Date;
  readonly signal: AbortSignal;
};

/** The top-level roles of TUF: one metadata file each. */
export const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;

/**
 * The client workflow of TUF (specification 5.3 to 5.6) by tuf-js, in a directory of its own: tuf-js overwrites files in
 * place, and one that was cut short makes it throw for ever. What it has verified is read back and kept by the caller in
 * one durable write. Files it verified before something failed are kept, too, as 5.3.8, 5.4.5 and 5.5.7 ask: a new root
 * counts even when the rest is missing. Never rejects.
 */
export async function refreshTrust(parts: RefreshParts): Promise<Refreshed> {
  let directory: string | null = null;
  try {
    directory = await mkdtemp(join(parts.workDirectory, 'refresh-'));
    for (const role of ROLES) {
      const bytes = parts.metadata[role];
      if (bytes !== null) await writeFile(join(directory, `${role}.json`), Buffer.from(bytes, 'base64'));
    }
    const failure = await runUpdater(directory, parts);
    return { metadata: await readBack(directory, parts.metadata), failure };
  } catch (error) {
    const failure = new Refusal('disk-trouble', errorCode(error), { cause: error });
    return { metadata: parts.metadata, failure };
  } finally {
    if (directory !== null) await rm(directory, { recursive: true, force: true }).catch(() => {});
  }
}

async function runUpdater(
  metadataDir: string,
  { transport, timestamp, reference, signal }: RefreshParts,
): Promise<FetchFailure | Refusal | null> {
  const fetcher = metadataFetcher(transport, signal, timestamp);
  try {
    const updater = new Updater({
      metadataDir,
      metadataBaseUrl: METADATA_BASE,
      fetcher,
      config: {
        maxRootRotations: MOST_ROOT_STEPS,
        rootMaxLength: MAX_METADATA_BYTES.root,
        timestampMaxLength: MAX_METADATA_BYTES.timestamp,
        snapshotMaxLength: MAX_METADATA_BYTES.snapshot,
        targetsMaxLength: MAX_METADATA_BYTES.targets,
      },
    });
    setReferenceTime(updater, reference);
    await updater.refresh();
    return null;
  } catch (error) {
    return fetcher.failure() ?? refusalOf(error);
  }
}

/**
 * TUF 5.1 fixes one time for the whole update. tuf-js takes the wall clock; ours is judged first. There is no option for
 * it, so the field is set, and it must be there: a tuf-js that keeps it elsewhere is refused instead of trusted.
 */
function setReferenceTime(updater: Updater, reference: Date): void {
  const trusted: unknown = Reflect.get(updater, 'trustedSet');
  if (
    typeof trusted !== 'object' ||
    trusted === null ||
    !(Reflect.get(trusted, 'referenceTime') instanceof Date)
  )
    throw new Error('this tuf-js keeps its reference time elsewhere');
  Reflect.set(trusted, 'referenceTime', reference);
}

async function readBack(directory: string, before: Metadata): Promise<Metadata> {
  const after: Record<(typeof ROLES)[number], string | null> = { ...before };
  for (const role of ROLES) {
    try {
      after[role] = (await readFile(join(directory, `${role}.json`))).toString('base64');
    } catch (error) {
      if (!isNotThere(error)) throw error;
    }
  }
  return { ...after, root: after.root ?? before.root };
}
