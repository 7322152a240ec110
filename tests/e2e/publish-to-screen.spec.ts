import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { blobPath, isDocumentPath, type Manifest } from '../../content/model/edition.ts';
import type { Io } from '../../content/publisher/command.ts';
import { commands } from '../../content/publisher/commands.ts';
import { compileEdition } from '../../content/publisher/compile-edition.ts';
import { publishGuide } from '../../content/publisher/release/publish-guide.ts';
import { atWorkbench } from '../../content/publisher/release/workbench.ts';
import { runGuide } from '../../content/publisher/run-guide.ts';
import { serveTree } from '../../content/publisher/serve/static-server.ts';
import type { Edition } from '../../content/publisher/steps/assemble.ts';
import type { Compiled } from '../../content/publisher/steps/compile-guide.ts';
import { beginVisit, endVisit, goHome, openTheme, waitForScreen } from '../../src-main/dev/visitor-driver.ts';
import { expect, type Terminal, test } from './kiosk-test.ts';

// From the editor's command to the visitor's screen, with nothing between them but files and a web server.

/** A terminal asks every ten seconds, give or take; a slow machine may take longer to look. */
const WITHIN_POLLS_MS = 45_000;

type Desk = {
  readonly guide: string;
  readonly tree: string;
  readonly run: (...args: readonly string[]) => Promise<string>;
  readonly sign: (...args: readonly string[]) => Promise<string>;
  readonly io: Io;
  readonly keys: string;
  readonly passphrase: string;
};

/** A content team with keys and a copy of the guide. */
async function newDesk(directory: string): Promise<Desk> {
  const guide = path.join(directory, 'guide');
  await cp(path.join(import.meta.dirname, '../../content/guide'), guide, { recursive: true });
  const passphrase = path.join(directory, 'passphrase');
  await writeFile(passphrase, 'four words on paper', { mode: 0o600 });
  const [keys, tree] = [path.join(directory, 'keys'), path.join(directory, 'tree')];
  let said = '';
  const io: Io = {
    out: (text) => {
      said += text;
    },
    err: (text) => {
      said += text;
    },
    cwd: directory,
  };
  const run = async (...args: readonly string[]): Promise<string> => {
    said = '';
    const code = await runGuide(args, io, commands);
    expect(code, said).toBe(0);
    return said;
  };
  const sign = (...args: readonly string[]) =>
    run(...args, '--to', tree, '--keys', keys, '--passphrase-file', passphrase);
  await run('keys', 'init', '--keys', keys, '--passphrase-file', passphrase);
  return { guide, tree, run, sign, io, keys, passphrase };
}

/** Calls the first theme otherwise in French. */
async function retitle({ guide }: Desk, title: string): Promise<void> {
  const file = path.join(guide, 'guide.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace(/title: \{ fr: [^,]+, nl: Studeren \}/, `title: { fr: ${title}, nl: Studeren }`),
  );
}

/** An edition that no editor can make: its documents have a form that no page can read, and it is signed all the same. */
async function publishUnreadable(desk: Desk): Promise<void> {
  const compile = async (seq: number): Promise<Compiled> => {
    const { compiled } = await compileEdition(desk.guide, seq, undefined, undefined);
    return compiled.ok ? { ...compiled, edition: spoiled(compiled.edition) } : compiled;
  };
  const options = { to: desk.tree, keys: desk.keys, 'passphrase-file': desk.passphrase };
  const order = {
    channel: 'stable',
    label: undefined,
    rolloutPercent: undefined,
    always: true,
    above: 0,
    compile,
  };
  await atWorkbench(options, desk.io, (bench) => publishGuide(bench, order));
}

function spoiled({ manifest, blobs }: Edition): Edition {
  const spoiledBlobs = new Map(blobs);
  const add = (value: unknown) => {
    const bytes = Buffer.from(JSON.stringify(value));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    spoiledBlobs.set(blobPath(sha256), bytes);
    return { sha256, length: bytes.length };
  };
  const files = manifest.files.map((file) => {
    if (!isDocumentPath(file.path)) return file;
    const document: object = JSON.parse(Buffer.from(blobs.get(blobPath(file.sha256)) ?? []).toString('utf8'));
    return { ...file, ...add({ ...document, schema: 99 }) };
  });
  const next: Manifest = { ...manifest, files };
  const pointer = { schema: 1 as const, seq: manifest.seq, manifest: add(next) };
  return { pointer, manifest: next, pointerBytes: Buffer.from(JSON.stringify(pointer)), blobs: spoiledBlobs };
}

async function logged(terminal: Terminal, code: string, seq: number): Promise<void> {
  const seqs = () => terminal.log().flatMap((line) => (line.code === code ? [line['seq']] : []));
  await expect.poll(seqs, { timeout: WITHIN_POLLS_MS }).toContain(seq);
}

async function expectTheme(page: Page, title: string): Promise<void> {
  await expect(page.locator('[data-theme-id]').first()).toContainText(title);
}

test('what an editor publishes is on the screen with the next visit, a notice at once, and a bad edition never', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(240_000);
  const desk = await newDesk(directory);
  await retitle(desk, 'Édition deux');
  await desk.sign('publish', '--channel', 'stable', '--content', desk.guide);
  const server = await serveTree(desk.tree, '127.0.0.1', 0);
  const terminal = await startTerminal({
    env: {
      OPENFLOOR_SET_SERVER_URL: server.url,
      OPENFLOOR_SET_SERVER_CHANNEL: 'stable',
      OPENFLOOR_SET_SERVER_ROOT: path.join(desk.keys, '1.root.json'),
      OPENFLOOR_SET_SERVER_POLL_SECONDS: '10',
    },
  });

  // A visitor reads the edition inside the application while the first published one arrives.
  const first = await terminal.page();
  await beginVisit(first, 'fr');
  await openTheme(first, 'education');
  await logged(terminal, 'edition-activated', 2);
  await waitForScreen(first, 'theme');
  await goHome(first);
  await expect(first.locator('[data-theme-id]').first()).not.toContainText('Édition deux');
  await endVisit(first);

  const second = await terminal.page();
  await beginVisit(second, 'fr');
  await expectTheme(second, 'Édition deux');

  // What everybody has to know now comes into the visit that is going on.
  await openTheme(second, 'education');
  const until = `${new Date(Date.now() + 60 * 60 * 1000).toISOString().slice(0, 19)}Z`;
  const words = [
    '--fr',
    'On ferme à 16 h | Revenez demain.',
    '--nl',
    'We sluiten om 16 uur | Kom morgen terug.',
  ];
  await desk.sign(
    'notice',
    'publish',
    '--id',
    'closed-early',
    '--urgency',
    'urgent',
    '--until',
    until,
    ...words,
  );
  await expect(second.locator('[data-notice]')).toContainText('On ferme à 16 h', {
    timeout: WITHIN_POLLS_MS,
  });
  await waitForScreen(second, 'theme');
  await desk.sign('notice', 'withdraw', 'closed-early');
  await expect(second.locator('[data-notice]')).toHaveCount(0, { timeout: WITHIN_POLLS_MS });

  // A bad edition is tried behind the visitor, and left; nobody notices.
  await publishUnreadable(desk);
  await logged(terminal, 'edition-bad', 3);
  await waitForScreen(second, 'theme');
  expect(second.isClosed()).toBe(false);
  await endVisit(second);
  const third = await terminal.page();
  await beginVisit(third, 'fr');
  await expectTheme(third, 'Édition deux');

  // The editor corrects it; the terminal takes that one.
  await retitle(desk, 'Édition quatre');
  await desk.sign('publish', '--channel', 'stable', '--content', desk.guide);
  await logged(terminal, 'edition-activated', 4);
  await endVisit(third);
  const fourth = await terminal.page();
  await beginVisit(fourth, 'fr');
  await expectTheme(fourth, 'Édition quatre');
  expect(terminal.log().map(({ code }) => code)).not.toContain('preparing-shown');
  await server.stop();
});
