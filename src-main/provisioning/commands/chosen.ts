import { join, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { STAFF_CHOICES_FILE } from '../../platform/paths.ts';
import type { SettingsPlace } from '../load-settings.ts';
import { dataDirectory, settingsPlaceOf } from '../settings-place.ts';
import { type Io, UsageError } from './command.ts';

/** Where the terminal's own data lies, or what `--data` names. */
export function dataOf({ environment }: Pick<Io, 'environment'>, data?: string): string {
  return resolve(data ?? dataDirectory(process.platform, environment));
}

/**
 * Where the settings of this terminal lie, or those that `--config` names. What staff have chosen lies in the terminal's data: it
 * belongs to this terminal's own file, and to another one only when its data is named, too.
 */
export function chosenPlace(io: Pick<Io, 'environment'>, file?: string, data?: string): SettingsPlace {
  const { environment } = io;
  const place = settingsPlaceOf({ isPackaged: true, platform: process.platform, environment });
  const staffFile =
    file === undefined || data !== undefined ? join(dataOf(io, data), STAFF_CHOICES_FILE) : null;
  return file === undefined
    ? { ...place, staffFile }
    : { ...place, staffFile, file: resolve(file), isNamed: true };
}

/** The switches of a command; throws {@link UsageError} with Node's words for what was not understood. */
export function chosenOptions<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
