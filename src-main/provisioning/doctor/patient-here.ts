import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { TerminalStatus } from '../../contract/terminal-status.ts';
import { readStatus, type StatusReading } from '../../health/status/read-status.ts';
import type { Http } from '../../platform/http.ts';
import { thisMachine } from '../../platform/machine.ts';
import { printerFactsHere } from '../../takeaway/queue-here.ts';
import type { Program } from '../commands/command.ts';
import type { LoadedSettings } from '../load-settings.ts';
import { dataDirectory, statusFileOf } from '../settings-place.ts';
import type { Patient } from './patient.ts';

/** The user that the package makes for the terminal. */
export const TERMINAL_USER = 'openfloor';

/** This computer as a patient: its settings as they were read, and the program that runs, if it is the packaged one. */
export async function patientHere(parts: {
  readonly loaded: LoadedSettings;
  readonly settingsFile: string | null;
  /** The packaged program; absent while developing. */
  readonly program?: Program | undefined;
  /** Another directory of the terminal's data than its usual one. */
  readonly data?: string | undefined;
  /** The way to the network that the settings want. */
  readonly http: () => Promise<Http>;
  /** How the terminal is, when this is asked inside of it; absent: its record is read. */
  readonly status?: TerminalStatus;
}): Promise<Patient> {
  const { loaded, settingsFile, program } = parts;
  const project = await projectAbove(import.meta.dirname);
  const data = parts.data ?? dataDirectory(process.platform, process.env);
  const reading: StatusReading =
    parts.status === undefined
      ? await readStatus(statusFileOf(loaded.settings, data))
      : { kind: 'running', status: parts.status, ageMs: 0 };
  return {
    machine: thisMachine,
    loaded,
    settingsFile,
    data,
    rootInside: program?.root ?? join(project, 'assets/root.json'),
    factory: program?.factory ?? join(project, 'out/factory'),
    user: TERMINAL_USER,
    executable: program?.executable ?? null,
    http: parts.http,
    printer: printerFactsHere,
    reading,
    status: reading.kind === 'running' ? reading.status : null,
    version: program?.version ?? (await projectVersion(project)),
  };
}

/** The folder with the `package.json` that this file belongs to: the sources lie deeper in it than what is built from them. */
async function projectAbove(folder: string): Promise<string> {
  try {
    await access(join(folder, 'package.json'));
    return folder;
  } catch (error) {
    const above = dirname(folder);
    if (above === folder) throw error;
    return projectAbove(above);
  }
}

async function projectVersion(project: string): Promise<string> {
  const text = await readFile(join(project, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
