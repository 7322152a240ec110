import { join, resolve } from 'node:path';
import { STATUS_FILE } from '../platform/paths.ts';
import type { Layer } from './layers.ts';
import type { SettingsPlace } from './load-settings.ts';
import type { TerminalSettings } from './terminal-settings.ts';

/** What decides where the settings lie. */
export type TerminalFacts = {
  readonly isPackaged: boolean;
  /** As Node names it: `linux`, `win32`. */
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Variable of the environment that names another settings file. */
export const FILE_VARIABLE = 'OPENFLOOR_CONFIG';

/**
 * The settings file that the environment names; else the one of an installed terminal: `/etc/openfloor/openfloor.yaml`, on Windows
 * `%ProgramData%\Openfloor\openfloor.yaml`. While developing there is none unless it is named: a machine that is also a
 * terminal must not change what a developer sees.
 */
export function settingsPlaceOf({ isPackaged, platform, environment }: TerminalFacts): SettingsPlace {
  const named = environment[FILE_VARIABLE];
  if (named) return { file: named, isNamed: true, environment };
  const file =
    platform === 'win32'
      ? `${environment['ProgramData'] ?? 'C:\\ProgramData'}\\Openfloor\\openfloor.yaml`
      : '/etc/openfloor/openfloor.yaml';
  return { file: isPackaged ? file : null, isNamed: false, environment };
}

/** Where the package keeps the terminal's own data: editions, trust, record, what staff have chosen. */
export function dataDirectory(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return platform === 'win32'
    ? `${environment['ProgramData'] ?? 'C:\\ProgramData'}\\Openfloor\\data`
    : '/var/lib/openfloor';
}

/** Where a terminal writes the record that tells how it is: as its settings say, else in its data. */
export function statusFileOf({ health }: Pick<TerminalSettings, 'health'>, data: string): string {
  return health.statusFile ?? join(resolve(data), STATUS_FILE);
}

/** The developer's switch `--pixels-per-mm` as the uppermost layer; null when it was not given. */
export function layerOfSwitch(pixelsPerMm: string): Layer | null {
  if (pixelsPerMm === '') return null;
  const number = pixelsPerMm.trim() === '' ? Number.NaN : Number(pixelsPerMm);
  return { value: { screen: { pixelsPerMm: number } }, placeOf: () => '--pixels-per-mm' };
}
