import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Say } from '../say.ts';

/** One thing the build makes: a directory under out/ from some files of the project. */
export type BuildStep = {
  /** For messages and the stamp's file name. */
  readonly name: string;
  /** Files and directories, seen from the project, whose content decides whether to build again. */
  readonly inputs: readonly string[];
  /** The directory it makes, seen from the project. */
  readonly output: string;
  /** A file in the output that must be there. */
  readonly proof: string;
  /** Builds into `into`, an empty directory; resolves to something worth telling, or an empty string. */
  readonly build: (into: string) => Promise<string>;
};

/** Above this many bytes a file counts as changed by its size and time instead of its content. */
const READ_UP_TO = 1024 * 1024;

/** Builds a step unless nothing it depends on has changed; the output appears in one piece or not at all. */
export async function buildStep(projectDir: string, step: BuildStep, say: Say): Promise<void> {
  const output = path.join(projectDir, step.output);
  const stamp = path.join(projectDir, 'out/.stamps', step.name);
  const hash = await hashInputs(projectDir, step.inputs);
  const upToDate = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (upToDate && existsSync(path.join(output, step.proof))) {
    say(`  ${step.name}: up to date`);
    return;
  }

  const began = performance.now();
  const staging = path.join(projectDir, 'out/.staging');
  await mkdir(staging, { recursive: true });
  const work = await mkdtemp(path.join(staging, `${step.name}-`));
  try {
    const fresh = path.join(work, 'new');
    await mkdir(fresh);
    const told = await step.build(fresh);
    if (!existsSync(path.join(fresh, step.proof))) {
      throw new Error(`the ${step.name} step ended well, but made no ${step.proof}`);
    }
    await rm(stamp, { force: true });
    await mkdir(path.dirname(output), { recursive: true });
    if (existsSync(output)) await rename(output, path.join(work, 'old'));
    await rename(fresh, output);
    await mkdir(path.dirname(stamp), { recursive: true });
    await writeFile(stamp, hash);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    say(`  ${step.name}: built in ${seconds} s`);
    const shown = told.replaceAll(fresh, step.output).trim();
    if (shown) say(shown.replace(/^/gm, '    '));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** One hash over the names and contents of all files under the inputs. Missing inputs count as such. */
export async function hashInputs(projectDir: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const input of [...inputs].sort()) await addTo(hash, projectDir, input);
  return hash.digest('hex');
}

async function addTo(hash: ReturnType<typeof createHash>, projectDir: string, name: string): Promise<void> {
  const at = path.join(projectDir, name);
  const found = await stat(at).catch(() => null);
  hash.update(`${name}\0`);
  if (found === null) hash.update('absent\0');
  else if (found.isDirectory()) {
    for (const entry of (await readdir(at)).sort()) await addTo(hash, projectDir, `${name}/${entry}`);
  } else if (found.size > READ_UP_TO) hash.update(`${found.size} ${found.mtimeMs}\0`);
  else hash.update(`${found.size}\0`).update(await readFile(at));
}
