import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { type Channel, channel } from '../../../../../content/model/channel.ts';
import { blobPath, type Manifest, manifest } from '../../../../../content/model/edition.ts';
import { type NoticeBoard, noticeBoard } from '../../../../../content/model/live-notice.ts';
import type { Io } from '../../../../../content/publisher/command.ts';
import { commands } from '../../../../../content/publisher/commands.ts';
import { runGuide } from '../../../../../content/publisher/run-guide.ts';
import { serveTree, type TreeServer } from '../../../../../content/publisher/serve/static-server.ts';
import { fixture, type Run, removeTemporary, temporaryFolder } from '../guide-under-test.ts';

export const PASSPHRASE = 'four words on paper';

/** A centre with its keys, its guide and the tree it publishes into, all in a temporary folder. */
export type Centre = {
  readonly home: string;
  readonly keys: string;
  readonly tree: string;
  readonly guide: string;
  readonly passphraseFile: string;
  /** Runs a command that signs: `--to`, `--keys` and the passphrase are added. */
  readonly sign: (...args: readonly string[]) => Promise<Run>;
  /** {@link sign} for `publish`, with the guide of this centre. */
  readonly publish: (...args: readonly string[]) => Promise<Run>;
  /** Runs a command with just these words. */
  readonly run: (args: readonly string[], io?: Partial<Io>) => Promise<Run>;
  /** Changes the French and the Dutch title of the cover letter. */
  readonly retitle: (title: string) => Promise<void>;
};

/** A new centre; its keys are made unless they are to be absent. */
export async function newCentre(withKeys = true): Promise<Centre> {
  const home = await temporaryFolder();
  const guide = await fixture();
  const passphraseFile = join(home, 'passphrase');
  await writeFile(passphraseFile, `${PASSPHRASE}\n`, { mode: 0o600 });
  const keys = join(home, 'keys');
  const tree = join(home, 'tree');
  const signing = ['--to', tree, '--keys', keys, '--passphrase-file', passphraseFile];
  const centre: Centre = {
    home,
    keys,
    tree,
    guide,
    passphraseFile,
    run: (args, io) => runCommand(args, home, io),
    sign: (...args) => runCommand([...args, ...signing], home),
    publish: (...args) => runCommand(['publish', ...args, '--content', guide, ...signing], home),
    retitle: async (title) => {
      for (const language of ['fr', 'nl']) {
        const path = join(guide, `pages/employment/cover-letter.${language}.md`);
        await writeFile(path, (await readFile(path, 'utf8')).replace(/^title: .*$/m, `title: "${title}"`));
      }
    },
  };
  if (withKeys) {
    expectDone(await centre.run(['keys', 'init', '--keys', keys, '--passphrase-file', passphraseFile]));
  }
  return centre;
}

/** A copy of a centre as it is now, so that a test can break it. */
export async function copyOf(centre: Centre): Promise<Centre> {
  const copy = await newCentre(false);
  for (const part of ['keys', 'tree', 'guide'] as const) {
    await rm(copy[part], { recursive: true, force: true });
    await cp(centre[part], copy[part], { recursive: true });
  }
  return copy;
}

export { removeTemporary };

/** Throws with what a command said unless it ended with 0 (or with `code`). */
export function expectDone(run: Run, code = 0): Run {
  if (run.code !== code) throw new Error(`ended with ${run.code}: ${run.err}${run.out}`);
  return run;
}

/** What a command printed with `--json`. */
export function jsonOf(run: Run): Record<string, unknown> {
  return JSON.parse(run.out);
}

async function runCommand(args: readonly string[], cwd: string, more: Partial<Io> = {}): Promise<Run> {
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    cwd,
    ...more,
  };
  const code = await runGuide(args, io, commands);
  return { code, out, err };
}

/** A hash over every path and every byte of a folder. */
export async function treeHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of files.sort())
    hash.update(`${path}\0`).update(await readFile(path).catch(() => 'unreadable'));
  return hash.digest('hex');
}

/** A terminal that reads a tree over HTTP with tuf-js as it is, and keeps its metadata from one look to the next. */
export type Client = {
  /** Updates its metadata, and reads everything it needs of a channel, each file by its hash. */
  readonly update: (name: string) => Promise<Seen>;
  readonly stop: () => Promise<void>;
};

/** What a terminal has after an update. */
export type Seen = {
  readonly rootVersion: number;
  readonly channel: Channel | undefined;
  readonly manifest: Manifest | undefined;
  readonly notices: NoticeBoard['notices'];
};

/** A terminal of a centre that was set up with its first root (or the version given), and a server for its tree. */
export async function newClient(centre: Centre, { root = 1 } = {}): Promise<Client> {
  const server: TreeServer = await serveTree(centre.tree, '127.0.0.1', 0);
  const home = await mkdtemp(join(tmpdir(), 'openfloor-client-'));
  await cp(join(centre.keys, `${root}.root.json`), join(home, 'root.json'));
  const get = async (path: string): Promise<Buffer> => {
    const response = await fetch(new URL(path, server.url));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const blob = async ({ sha256, length }: { sha256: string; length: number }): Promise<Buffer> => {
    const bytes = await get(blobPath(sha256));
    if (bytes.length !== length || createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new Error(`${sha256} is not what it should be`);
    }
    return bytes;
  };
  return {
    update: async (name) => {
      const updater = new Updater({
        metadataDir: home,
        metadataBaseUrl: new URL('metadata', server.url).href,
        targetDir: home,
        targetBaseUrl: new URL('targets', server.url).href,
        config: { fetchRetries: 0 },
      });
      await updater.refresh();
      const target = async (path: string): Promise<unknown> => {
        const info = await updater.getTargetInfo(path);
        if (info === undefined) return undefined;
        return JSON.parse(await readFile(await updater.downloadTarget(info, join(home, 'target')), 'utf8'));
      };
      const found = await target(`channels/${name}.json`);
      const seen = found === undefined ? undefined : channel.parse(found);
      const list = seen && manifest.parse(JSON.parse((await blob(seen.manifest)).toString('utf8')));
      for (const file of list?.files ?? []) await blob(file);
      if (seen !== undefined && list?.seq !== seen.seq) throw new Error('two numbers');
      const board = await target(`notices/${name}.json`);
      const root = JSON.parse(await readFile(join(home, 'root.json'), 'utf8'));
      return {
        rootVersion: root.signed.version,
        channel: seen,
        manifest: list,
        notices: board === undefined ? [] : noticeBoard.parse(board).notices,
      };
    },
    stop: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
