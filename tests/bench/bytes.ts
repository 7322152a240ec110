// npm run bench:bytes: what an update costs on the wire, beside rsync and beside fetching everything, in the same run.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { patchPath } from '../../content/model/central-server.ts';
import { blobPath } from '../../content/model/edition.ts';
import { signedRepository } from '../builders/signed-repository.ts';
import { syncTerminal } from '../builders/sync-terminal.ts';
import { treeServer } from '../builders/tree-server.ts';
import { memoryStore } from '../fakes/memory-store.ts';
import { seededRandom } from '../fakes/seeded-random.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;
type Case = { readonly name: string; readonly before: Files; readonly after: Files };

const random = seededRandom(1);
const WORDS =
  'le centre vous aide à trouver une formation un emploi un métier avec des conseillers chaque jour sans rendez-vous het centrum helpt je met een opleiding werk en advies elke dag zonder afspraak'.split(
    ' ',
  );

/** A document of about five kilobytes, as long and as repetitive as those of the guide. */
function page(id: number, edit: string): string {
  const paragraph = () => ({
    type: 'paragraph',
    children: [
      {
        type: 'text',
        text: Array.from({ length: 60 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' '),
      },
    ],
  });
  const body = Array.from({ length: 10 }, paragraph);
  return JSON.stringify({
    schema: 1,
    kind: 'page',
    header: { id: `employment/page-${id}`, title: `Page ${id}${edit}` },
    body,
  });
}

function guideOf(pages: number, media: number): Files {
  const files: Record<string, string | Uint8Array> = {};
  for (let id = 0; id < pages; id += 1) files[`documents/employment/page-${id}.fr.json`] = page(id, '');
  for (let id = 0; id < media; id += 1) files[`media/photo-${id}.avif`] = randomBytes(40_000);
  return files;
}

function edited(before: Files, pages: number, media: number): Files {
  const after: Record<string, string | Uint8Array> = { ...before };
  for (let id = 0; id < pages; id += 1)
    after[`documents/employment/page-${id * 7}.fr.json`] = page(id * 7, ' (new)');
  for (let id = 0; id < media; id += 1) after[`media/photo-${id * 3}.avif`] = randomBytes(40_000);
  return after;
}

const small = guideOf(500, 0);
const large = guideOf(2_000, 200);
const CASES: readonly Case[] = [
  { name: 'one page of 500', before: small, after: edited(small, 1, 0) },
  { name: '1 % of 2,000 documents and 200 media', before: large, after: edited(large, 20, 2) },
];

const lengthOf = (file: string | Uint8Array | undefined) =>
  file === undefined ? 0 : Buffer.byteLength(Buffer.from(file));
const work = await mkdtemp(join(tmpdir(), 'openfloor-bytes-'));
try {
  for (const each of CASES) await report(each);
  await reportIdle();
} finally {
  await rm(work, { recursive: true, force: true });
}

async function report({ name, before, after }: Case): Promise<void> {
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  const changedBytes = changed.reduce((sum, path) => sum + lengthOf(after[path]), 0);
  const rows: [string, number][] = [
    ['openfloor, with manifest patch', await syncBytes(before, after, true)],
    ['openfloor, whole manifest', await syncBytes(before, after, false)],
  ];
  const folders = { before: join(work, 'before'), after: join(work, 'after') };
  await lay(folders.before, before);
  await lay(folders.after, after);
  const byRsync = await rsyncBytes(folders.after, folders.before);
  rows.push(['rsync -az', byRsync]);
  rows.push([
    'tar.gz of everything',
    execFileSync('tar', ['-cz', '-C', folders.after, '.'], { maxBuffer: 2 ** 30 }).byteLength,
  ]);
  await rm(folders.before, { recursive: true });
  await rm(folders.after, { recursive: true });
  console.log(`\n${name}: ${changed.length} files changed, ${changedBytes} bytes`);
  for (const [how, bytes] of rows)
    console.log(
      `  ${how.padEnd(34)}${String(bytes).padStart(12)} bytes   ${(bytes / changedBytes).toFixed(3)} × the changed bytes   ${(bytes / byRsync).toFixed(2)} × rsync`,
    );
}

/** Everything that crosses the wire in both directions, headers included, between two editions. */
async function syncBytes(before: Files, after: Files, withPatch: boolean): Promise<number> {
  const repository = signedRepository();
  const first = repository.release({ files: before });
  const server = await treeServer(repository.tree);
  const store = memoryStore();
  const terminal = await syncTerminal({
    server: server.url,
    root: repository.firstRoot,
    workDirectory: work,
    store,
    files: store.files,
  });
  await terminal.sync.syncNow();
  const second = repository.release({ files: after });
  if (withPatch) {
    const bytesOf = (sha256: string) => repository.tree.get(blobPath(sha256)) ?? Buffer.alloc(0);
    const dictionary = bytesOf(first.manifest.sha256);
    const patch = zstdCompressSync(bytesOf(second.manifest.sha256), { dictionary });
    repository.tree.set(patchPath(first.manifest.sha256, second.manifest.sha256), patch);
  }
  const start = server.wireBytes();
  const state = await terminal.sync.syncNow();
  if (state.kind !== 'up-to-date') throw new Error(`The terminal did not follow: ${JSON.stringify(state)}`);
  const bytes = server.wireBytes() - start;
  await terminal.close();
  await server.close();
  return bytes;
}

async function reportIdle(): Promise<void> {
  const repository = signedRepository();
  repository.release();
  const server = await treeServer(repository.tree);
  const store = memoryStore();
  const terminal = await syncTerminal({
    server: server.url,
    root: repository.firstRoot,
    workDirectory: work,
    store,
    files: store.files,
  });
  await terminal.sync.syncNow();
  const start = server.wireBytes();
  const POLLS = 20;
  for (let poll = 0; poll < POLLS; poll += 1) await terminal.sync.syncNow();
  console.log(
    `\nA poll that finds nothing new: ${(server.wireBytes() - start) / POLLS} bytes, both directions, without TLS and TCP`,
  );
  await terminal.close();
  await server.close();
}

async function lay(folder: string, files: Files): Promise<void> {
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** What rsync says it sent and received, over a pipe in the place of ssh so that it uses its delta and its compression. */
async function rsyncBytes(from: string, to: string): Promise<number> {
  const shell = join(work, 'pipe.sh');
  await writeFile(shell, '#!/bin/sh\nshift\nexec "$@"\n');
  await chmod(shell, 0o755);
  const said = execFileSync('rsync', [
    '-az',
    '--checksum',
    '--stats',
    '-e',
    shell,
    `${from}/`,
    `here:${to}/`,
  ]).toString();
  const figure = (label: string) =>
    Number((new RegExp(`Total bytes ${label}: ([\\d,]+)`).exec(said)?.[1] ?? '').replaceAll(',', ''));
  return figure('sent') + figure('received');
}
