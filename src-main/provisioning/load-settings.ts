import { join } from 'node:path';
import { errorCode, type Files, isNotThere } from '../platform/files.ts';
import { type Layer, layerOfEnvironment, layerOfText, type ReadLayer, unread } from './layers.ts';
import { fileMissing, fileTooLarge, fileUnreadable, MAX_SETTINGS_BYTES, notText } from './messages.ts';
import type { Moved, Step } from './migrate/step.ts';
import { STEPS } from './migrate/steps.ts';
import type { SettingProblem } from './problem.ts';
import { type ResolvedSettings, resolveSettings } from './resolve.ts';
import { layerOfStaff } from './staff-layer.ts';
import type { TerminalSettings } from './terminal-settings.ts';

/** Where the settings of a terminal lie. */
export type SettingsPlace = {
  /** The settings file, absolute; files in the folder of the same name with `.d` lie on top of it. Null: none. */
  readonly file: string | null;
  /** True when somebody named the file: then it has to be there. */
  readonly isNamed: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What staff have chosen on their page, in the terminal's own data; it need not be there. Absent: nobody asks for it. */
  readonly staffFile?: string | null;
  /** What lies above everything else, for instance a developer's switch. */
  readonly above?: Layer | null;
};

/** The settings, and the files they were read from, lowest first. */
export type LoadedSettings = ResolvedSettings & {
  readonly files: readonly string[];
  /** What stands there by a name of an earlier version: it counts. */
  readonly moved: readonly Moved[];
  /** The settings as the technician has them: without what staff have chosen on their page. */
  readonly technicians: TerminalSettings;
};

/**
 * Reads the settings file, then the files of its folder in the order of their names, then the environment, then what staff have
 * chosen; what comes later lies on top. Never rejects: what cannot be used is told in `problems`.
 */
export async function loadSettings(
  place: SettingsPlace,
  files: Pick<Files, 'facts' | 'list' | 'read'>,
  steps: readonly Step[] = STEPS,
): Promise<LoadedSettings> {
  const layers: Layer[] = [];
  const problems: SettingProblem[] = [];
  const moved: Moved[] = [];
  const read: string[] = [];
  const take = (found: ReadLayer) => {
    if (found.layer) layers.push(found.layer);
    problems.push(...found.problems);
    moved.push(...found.moved);
  };
  if (place.file !== null) {
    const folder = dropInFolder(place.file);
    const candidates = [
      place.file,
      ...(await namesIn(folder, files, problems)).map((name) => join(folder, name)),
    ];
    for (const file of candidates) {
      const found = await readLayer(file, files, (text) => layerOfText(text, file, steps));
      if (found !== 'not-there') {
        take(found);
        read.push(file);
      } else if (file === place.file && place.isNamed) problems.push(fileMissing(file));
    }
  }
  take(layerOfEnvironment(place.environment, steps));
  const above = place.above ? [place.above] : [];
  const technicians = resolveSettings([...layers, ...above]).settings;
  if (place.staffFile) {
    const { staffFile } = place;
    const found = await readLayer(staffFile, files, (text) => layerOfStaff(text, staffFile, technicians));
    if (found !== 'not-there') {
      take(found);
      read.push(staffFile);
    }
  }
  const resolved = resolveSettings([...layers, ...above]);
  return { ...resolved, files: read, moved, technicians, problems: [...problems, ...resolved.problems] };
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
  understand: (text: string) => ReadLayer,
): Promise<ReadLayer | 'not-there'> {
  try {
    const facts = await files.facts(file);
    if (!facts.isPlainFile) return unread(fileUnreadable(file, 'not a plain file'));
    if (facts.length > MAX_SETTINGS_BYTES) return unread(fileTooLarge(file, facts.length));
    const pieces: Uint8Array[] = [];
    for await (const piece of files.read(file)) pieces.push(piece);
    return understand(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch (error) {
    if (isNotThere(error)) return 'not-there';
    return unread(error instanceof TypeError ? notText(file) : fileUnreadable(file, errorCode(error)));
  }
}
