import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { machineFiles } from '../../platform/files.ts';
import { readPinnedRoot, rootFingerprint } from '../../sync/trust/pinned-root.ts';
import { messageOf, Problem } from '../say.ts';

/** The root of trust of this package, in words for whoever makes it. */
export type PackagedRoot = { readonly said: string };

/** Where electron-builder.yml takes it from, under `out/package`. */
const FOLDER = 'root';

/** A root that ends sooner is worth a word, in days: packages live for years. */
const ENDS_SOON_DAYS = 180;

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Puts a centre's root of trust into what is packaged: the file that was named, else `assets/root.json` of this project, else none.
 * Throws a Problem for a file that is no root, or one that has ended: terminals would believe nobody.
 */
export async function packRoot(parts: {
  readonly projectDir: string;
  /** The `out/package` of this run, which exists. */
  readonly made: string;
  /** From the command line; relative to where it was given. */
  readonly named: string | undefined;
  readonly now: Date;
}): Promise<PackagedRoot> {
  const { projectDir, made, named, now } = parts;
  const usual = path.join(projectDir, 'assets/root.json');
  const isThere = await machineFiles.facts(usual).then(
    () => true,
    () => false,
  );
  if (named === undefined && !isThere)
    return {
      said: 'No root of trust inside: every terminal gets its own by "openfloor provision". (--root FILE puts your centre’s in.)',
    };
  const file = named === undefined ? usual : path.resolve(named);
  const { bytes, root } = await readPinnedRoot(file, machineFiles).catch((error: unknown) => {
    throw new Problem(
      `${messageOf(error)}\nA package takes the root.json of the content team (the newest N.root.json), signed by its own keys.`,
    );
  });
  const { expires, version } = root.signed;
  const days = Math.floor((Date.parse(expires) - now.getTime()) / DAY_MS);
  if (days < 0)
    throw new Problem(`The root of trust in ${file} ended on ${expires.slice(0, 10)}: take the newest one.`);
  await mkdir(path.join(made, FOLDER), { recursive: true });
  await writeFile(path.join(made, FOLDER, 'root.json'), bytes);
  const soon = days < ENDS_SOON_DAYS ? ` That is only ${days} days from now: is there a newer one?` : '';
  return {
    said: `The root of trust inside: ${file}, version ${version}, until ${expires.slice(0, 10)}, fingerprint\n  ${rootFingerprint(root)}\nCompare it with "npm run guide -- keys list".${soon}`,
  };
}
