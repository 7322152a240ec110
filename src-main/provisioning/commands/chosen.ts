import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { SettingsPlace } from '../load-settings.ts';
import { settingsPlaceOf } from '../settings-place.ts';
import { type Io, UsageError } from './command.ts';

/** Where the settings of this terminal lie, or those that `--config` names. */
export function chosenPlace({ environment }: Pick<Io, 'environment'>, file?: string): SettingsPlace {
  const place = settingsPlaceOf({ isPackaged: true, platform: process.platform, environment });
  return file === undefined ? place : { ...place, file: resolve(file), isNamed: true };
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
