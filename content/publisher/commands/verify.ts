import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { answering } from '../answer.ts';
import type { TreeSource } from '../audit/sources.ts';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import * as say from '../messages.ts';
import { readArguments } from '../options.ts';
import { byPlace } from '../problem.ts';
import { refuse } from '../refusal.ts';
import { findingsText } from '../report.ts';
import { keyFolders } from '../signing-options.ts';

const OPTIONS = { keys: { type: 'string' }, root: { type: 'string' }, json: { type: 'boolean' } } as const;

/** `guide verify`: looks at a whole published tree as a terminal would. */
export const verify: Command = { name: 'verify', summary: say.verifySummary, usage: say.verifyUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, words } = readArguments(args, OPTIONS, 1);
  const [where] = words;
  if (where === undefined) throw new UsageError(say.verifyNeedsTree);
  if (options.keys !== undefined && options.root !== undefined) throw new UsageError(say.keysAndRoot);
  if (/^https?:/.test(where) && !URL.canParse(where)) throw new UsageError(say.badUrl(where));
  const json = options.json === true;
  return answering(json, say.notVerifiedHeading, io, async () => {
    const { treeSource } = await import('../audit/sources.ts');
    const { verifyTree } = await import('../audit/verify-tree.ts');
    const source = treeSource(where, resolve(io.cwd, where));
    const anchor = await anchorOf(options, source, io.cwd);
    const onProgress = (done: number, total: number): void => {
      if (!json && done % 500 === 0) io.err(`${done} / ${total}\n`);
    };
    const audit = await verifyTree(source, anchor, new Date(), onProgress);
    const findings = [...audit.findings].sort(byPlace);
    const errors = findings.filter(({ level }) => level === 'error').length;
    const warnings = findings.length - errors;
    const soon = findings.some(({ rule }) => rule === 'signature-ends-soon');
    const channels = audit.channels.map(({ name, channel: { seq, label } }) => ({ name, seq, label }));
    const heading = errors > 0 ? say.notVerifiedHeading : say.verifiedWithWarningsHeading;
    const parts = [
      say.verified(channels, audit.files, audit.bytes),
      ...(options.keys === undefined && options.root === undefined ? [say.anchorIsItsOwn] : []),
      ...(findings.length === 0
        ? []
        : [findingsText(findings, heading, say.auditFooting(errors, warnings)).trimEnd()]),
    ];
    return {
      facts: {
        ok: errors === 0,
        errors,
        warnings,
        channels,
        files: audit.files,
        bytes: audit.bytes,
        problems: findings,
      },
      text: parts.join('\n\n'),
      code: errors > 0 ? EXIT.problems : soon ? EXIT.soon : EXIT.ok,
    };
  });
}

/** The root.json that a terminal would have been set up with. */
async function anchorOf(
  options: { readonly keys?: string; readonly root?: string },
  source: TreeSource,
  cwd: string,
): Promise<{ readonly version: number; readonly bytes: Uint8Array }> {
  if (options.keys !== undefined) {
    const { openKeyRing } = await import('../keys/key-ring.ts');
    return (await openKeyRing(keyFolders(options.keys, cwd))).roots[0];
  }
  const { parseMetadata } = await import('../keys/signing.ts');
  const read = async (): Promise<Uint8Array | number> =>
    options.root === undefined
      ? source.read('metadata/1.root.json', 512_000)
      : readFile(resolve(cwd, options.root)).catch(() => 404);
  let bytes: Uint8Array | number;
  try {
    bytes = await read();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return refuse(
      source.about,
      say.serverUnreachable(cause instanceof Error ? cause.message : String(cause)),
    );
  }
  const version = typeof bytes === 'number' ? undefined : parseMetadata('root', bytes)?.signed.version;
  if (typeof bytes === 'number' || version === undefined) {
    return refuse(
      options.root ?? source.about,
      options.root === undefined ? say.nothingToServe : say.rootFileUnreadable,
    );
  }
  return { version, bytes };
}
