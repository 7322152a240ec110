import { gunzipSync } from 'node:zlib';
import type { Metadata, Root } from '@tufjs/models';
import { METADATA_FOLDER, patchPath, TIMESTAMP_PATH } from '../../model/central-server.ts';
import type { Channel, ChannelName } from '../../model/channel.ts';
import { blobPath, type Manifest, manifest } from '../../model/edition.ts';
import {
  MAX_BLOB_BYTES,
  MAX_EDITION_BYTES,
  MAX_MANIFEST_BYTES,
  MAX_PATCH_BYTES,
} from '../../model/limits.ts';
import { jsonOf } from '../diff/read-edition.ts';
import { daysUntil, ROLES, type Role, WARN_DAYS } from '../keys/roles.ts';
import * as say from '../messages.ts';
import { type Finding, wholeFile } from '../problem.ts';
import { applyPatch } from '../release/patches.ts';
import { digestOf } from '../tree/files.ts';
import { lastRoot, type Report, readAllTargets, readMetadata } from './read-signed.ts';
import { serverFindings } from './server-manners.ts';
import type { TreeSource } from './sources.ts';
import { newTerminal } from './terminal.ts';

/** What an audit found. */
export type Audit = {
  readonly findings: readonly Finding[];
  readonly channels: readonly { readonly name: ChannelName; readonly channel: Channel }[];
  /** How many files were read and found to be what they should be. */
  readonly files: number;
  readonly bytes: number;
};

/** How many files are fetched at the same time. */
const READERS = 8;

/**
 * Looks at everything in a published tree as a terminal would that was set up with `anchor`, and says all that is wrong
 * with it, not only the first thing.
 */
export async function verifyTree(
  source: TreeSource,
  anchor: { readonly version: number; readonly bytes: Uint8Array },
  now: Date,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Audit> {
  const findings: Finding[] = [];
  const report = (level: Finding['level'], path: string, words: say.Words): void => {
    if (findings.some((each) => each.file === path && each.rule === words.rule)) return;
    findings.push({ level, ...wholeFile(path), ...words });
  };
  let files = 0;
  let bytes = 0;
  /** The bytes of a file that has to be there, and to be just these when it is known which. */
  const need = async (
    path: string,
    most: number,
    expected?: { sha256: string | undefined; length: number | undefined },
  ) => {
    const found = await source.read(path, most);
    if (typeof found === 'number') {
      report('error', path, found === 413 ? say.tooLargeForTerminals : say.fileMissing(found));
      return undefined;
    }
    if (expected !== undefined && (found.length !== expected.length || digestOf(found) !== expected.sha256)) {
      report('error', path, say.fileIsAnother(expected.length, found.length));
      return undefined;
    }
    files += 1;
    bytes += found.length;
    return found;
  };

  const root = await lastRoot(source, anchor, report, need);
  const signedFiles = await readMetadata(root, report, need);
  for (const [role, metadata] of Object.entries({ root, ...signedFiles }) as [
    Role,
    Metadata<Root> | undefined,
  ][]) {
    if (metadata === undefined || !ROLES.includes(role)) continue;
    const { expires } = metadata.signed;
    const days = daysUntil(expires, now);
    const path =
      role === 'timestamp' ? TIMESTAMP_PATH : `${METADATA_FOLDER}/${metadata.signed.version}.${role}.json`;
    if (Date.parse(expires) <= now.getTime()) report('error', path, say.signatureEnded(role, expires));
    else if (days < WARN_DAYS[role]) report('warning', path, say.signatureEndsSoon(role, days));
  }

  const { channels, histories } = await readAllTargets(signedFiles.targets, report, need);
  const blobs = new Map<string, { readonly length: number; readonly type: string }>();
  const manifests = new Map<string, Uint8Array>();
  for (const [
    name,
    {
      seq,
      manifest: { sha256, length },
    },
  ] of channels) {
    const path = blobPath(sha256);
    const content = await need(path, MAX_MANIFEST_BYTES, { sha256, length });
    if (content === undefined) continue;
    manifests.set(sha256, content);
    const list = manifest.safeParse(jsonOf(content)).data;
    if (list === undefined) report('error', path, say.manifestUnknown);
    else {
      if (list.seq !== seq) report('error', path, say.otherNumber(name, seq, list.seq));
      checkManifest(list, path, report);
      for (const file of list.files) blobs.set(file.sha256, file);
    }
  }
  await eachOf([...blobs], async ([sha256, { length }], done) => {
    await need(blobPath(sha256), MAX_BLOB_BYTES, { sha256, length });
    onProgress(done, blobs.size);
  });

  for (const [name, { editions }] of histories) {
    const past = editions[1];
    if (past !== undefined) {
      const found = await source.read(blobPath(past.manifest.sha256), past.manifest.length);
      if (typeof found === 'number')
        report('warning', blobPath(past.manifest.sha256), say.noWayBack(name, past.seq));
      else manifests.set(past.manifest.sha256, found);
    }
  }
  for (const [from, before] of manifests) {
    for (const [to, after] of manifests) {
      if (from === to) continue;
      const patch = await source.read(patchPath(from, to), MAX_PATCH_BYTES);
      if (typeof patch === 'number') continue;
      const made = applyPatch(before, patch);
      if (made === undefined || !Buffer.from(made).equals(after))
        report('warning', patchPath(from, to), say.patchWrong);
    }
  }
  await checkTwins(source, report);
  if (source.url !== undefined) {
    const [first] = blobs.keys();
    findings.push(...(await serverFindings(source.url, first === undefined ? undefined : blobPath(first))));
  }
  await askTerminal(source, anchor.bytes, report);
  return { findings, channels: [...channels].map(([name, each]) => ({ name, channel: each })), files, bytes };
}

function checkManifest({ files }: Manifest, path: string, report: Report): void {
  const total = [...new Map(files.map(({ sha256, length }) => [sha256, length]))].reduce(
    (sum, [, length]) => sum + length,
    0,
  );
  if (total > MAX_EDITION_BYTES) report('error', path, say.editionTooLarge(total));
  if (new Set(files.map((file) => file.path)).size < files.length) report('error', path, say.pathTwice);
}

/** A compressed twin has to become its file again. */
async function checkTwins(source: TreeSource, report: Report): Promise<void> {
  const paths = (await source.list?.()) ?? [];
  for (const path of paths.filter((each) => each.endsWith('.gz') && !each.startsWith('.'))) {
    const twin = await source.read(path, MAX_BLOB_BYTES);
    const file = await source.read(path.slice(0, -'.gz'.length), MAX_BLOB_BYTES);
    if (typeof twin === 'number' || typeof file === 'number') continue;
    let whole = false;
    try {
      whole = gunzipSync(twin, { maxOutputLength: Math.max(1, file.length) }).equals(file);
    } catch {
      // Not even compressed: wrong as well.
    }
    if (!whole) report('error', path, say.twinWrong);
  }
}

/** In the end a terminal's own library decides; it is asked whatever was found before. */
async function askTerminal(source: TreeSource, anchor: Uint8Array, report: Report): Promise<void> {
  const terminal = await newTerminal(anchor);
  try {
    await terminal.follow(source.read);
  } catch (error) {
    report(
      'error',
      TIMESTAMP_PATH,
      say.terminalRefuses(error instanceof Error ? error.message : String(error)),
    );
  } finally {
    await terminal.close();
  }
}

async function eachOf<T>(all: readonly T[], work: (one: T, done: number) => Promise<void>): Promise<void> {
  const rest = all.values();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (const one of rest) {
      done += 1;
      await work(one, done);
    }
  };
  await Promise.all(Array.from({ length: READERS }, worker));
}
