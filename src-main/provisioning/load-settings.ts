import { join } from 'node:path';
import { errorCode, type Files, isNotThere } from '../platform/files.ts';
import { type Layer, layerOfEnvironment, layerOfText, type ReadLayer } from './layers.ts';
import { fileMissing, fileTooLarge, fileUnreadable, MAX_SETTINGS_BYTES, notText } from './messages.ts';
import type { SettingProblem } from './problem.ts';
import { type ResolvedSettings, resolveSettings } from './resolve.ts';

/** Where the settings of a terminal lie. */
export type SettingsPlace = {
  /** The settings file, absolute; files in the folder of the same name with `.d` lie on top of it. Null: none. */
  readonly file: string | null;
  /** True when somebody named the file: then it has to be there. */
  readonly isNamed: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What lies above everything else, for instance a developer's switch. */
  readonly above?: Layer | null;
};

/** The settings, and the files they were read from, lowest first. */
export type LoadedSettings = ResolvedSettings & { readonly files: readonly string[] };

/**
 * Reads the settings file, then the files of its folder in the order of their names, then the environment; what comes later
 * lies on top. Never rejects: what cannot be used is told in `problems`.
 */
export async function loadSettings(
  place: SettingsPlace,
  files: Pick<Files, 'facts' | 'list' | 'read'>,
): Promise<LoadedSettings> {
  const layers: Layer[] = [];
  const problems: SettingProblem[] = [];
  const read: string[] = [];
  const take = (found: ReadLayer) => {
    if (found.layer) layers.push(found.layer);
    problems.push(...found.problems);
  };
  if (place.file !== null) {
    const folder = dropInFolder(place.file);
    const candidates = [
      place.file,
      ...(await namesIn(folder, files, problems)).map((name) => join(folder, name)),
    ];
    for (const file of candidates) {
      const found = await readLayer(file, files);
      if (found !== 'not-there') {
        take(found);
        read.push(file);
      } else if (file === place.file && place.isNamed) problems.push(fileMissing(file));
    }
  }
  take(layerOfEnvironment(place.environment));
  if (place.above) layers.push(place.above);
  const resolved = resolveSettings(layers);
  return { ...resolved, files: read, problems: [...problems, ...resolved.problems] };
}

/** `/etc/openfloor/openfloor.yaml` → `/etc/openfloor/openfloor.d`. */
export function dropInFolder(file: string): string {
  return `${file.replace(/\.ya?ml$/, '')}.d`;
}

async function namesIn(
  folder: string,
  files: Pick<Files, 'list'>,
  problems: SettingProblem[],
): Promise<readonly string[]> {
  try {
    return (await files.list(folder)).filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'));
  } catch (error) {
    if (!isNotThere(error)) problems.push(fileUnreadable(folder, errorCode(error)));
    return [];
  }
}

async function readLayer(
  file: string,
  files: Pick<Files, 'facts' | 'read'>,
): Promise<ReadLayer | 'not-there'> {
  const no = (problem: SettingProblem): ReadLayer => ({ layer: null, problems: [problem] });
  try {
    const facts = await files.facts(file);
    if (!facts.isPlainFile) return no(fileUnreadable(file, 'not a plain file'));
    if (facts.length > MAX_SETTINGS_BYTES) return no(fileTooLarge(file, facts.length));
    const pieces: Uint8Array[] = [];
    for await (const piece of files.read(file)) pieces.push(piece);
    return layerOfText(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)), file);
  } catch (error) {
    if (isNotThere(error)) return 'not-there';
    return no(error instanceof TypeError ? notText(file) : fileUnreadable(file, errorCode(error)));
  }
}
