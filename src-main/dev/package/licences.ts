import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
};

/**
 * The licences of everything that is bundled into the application: the dependencies of package.json and theirs, each with the text
 * it brings. Throws when one brings neither a text nor a name of its licence.
 */
export function thirdPartyLicences(projectDir: string): string {
  const found = new Map<string, string>();
  collect(projectDir, readManifest(projectDir), found);
  const parts = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `Openfloor contains the following software of others.\n\n${parts.join('\n')}`;
}

function collect(directory: string, manifest: Manifest, found: Map<string, string>): void {
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const at = directoryOf(name, directory);
    const theirs = readManifest(at);
    const key = `${theirs.name} ${theirs.version}`;
    if (found.has(key)) continue;
    found.set(key, partOf(at, theirs));
    collect(at, theirs, found);
  }
}

function partOf(at: string, { name, version, license }: Manifest): string {
  const files = readdirSync(at).filter((file) => /^(licen[cs]e|copying|notice)(\.|$)/i.test(file));
  const texts = files.map((file) => readFileSync(path.join(at, file), 'utf8').trim());
  if (texts.length === 0 && license === undefined)
    throw new Error(`${name} ${version} says nothing about its licence.`);
  const rule = '-'.repeat(78);
  return `${rule}\n${name} ${version} (${license ?? 'see below'})\n${rule}\n${texts.join('\n\n')}\n`;
}

/** Where a package lies that `from` depends on, as Node looks for it. */
function directoryOf(name: string, from: string): string {
  const places = createRequire(path.join(from, 'package.json')).resolve.paths(name) ?? [];
  const place = places.find((each) => isManifest(path.join(each, name, 'package.json')));
  if (place === undefined) throw new Error(`${name}, which ${from} needs, is not installed.`);
  return path.join(place, name);
}

function isManifest(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) as Manifest;
}
