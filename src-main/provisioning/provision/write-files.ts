import { constants } from 'node:fs';
import { access, chmod, chown, copyFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type FileRights, replaceDurably } from '../../platform/durable-file.ts';
import { errorCode, isNotThere } from '../../platform/files.ts';
import { thisMachine } from '../../platform/machine.ts';
import { accountNamed } from '../doctor/accounts.ts';
import { TERMINAL_USER } from '../doctor/patient-here.ts';
import { MAX_SETTINGS_BYTES } from '../messages.ts';
import { refuse } from './refusal.ts';

/** The text of a settings file; null when there is none. Refuses one that cannot be read, or is no text. */
export async function readSettingsText(file: string): Promise<string | null> {
  try {
    const bytes = await readFile(file);
    if (bytes.byteLength > MAX_SETTINGS_BYTES)
      refuse(
        `${file} has ${bytes.byteLength} bytes, which no settings have. Is it another file? Name the right one with --config.`,
      );
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (isNotThere(error)) return null;
    if (error instanceof TypeError)
      refuse(
        `${file} is not text in UTF-8. Save it again, or begin with a new file by --anew: the old one is kept beside it.`,
      );
    if (errorCode(error) === 'unknown') throw error;
    return refuse(whyNot(file, error, 'read'));
  }
}

/** Refuses, before anybody types anything, what could not be written in the end. Changes nothing. */
export async function refuseUnwritable(file: string): Promise<void> {
  try {
    await access(await nearestFolder(dirname(file)), constants.W_OK);
  } catch (error) {
    if (errorCode(error) === 'unknown') throw error;
    refuse(whyNot(file, error, 'written'));
  }
}

async function nearestFolder(folder: string): Promise<string> {
  try {
    const found = await stat(folder);
    if (!found.isDirectory())
      refuse(
        `${folder} is a file, and should be the folder of the settings. Name another file with --config.`,
      );
    return folder;
  } catch (error) {
    const above = dirname(folder);
    if (!isNotThere(error) || above === folder) throw error;
    return nearestFolder(above);
  }
}

/**
 * Writes a file in one piece and keeps what was there beside it; answers the name of that copy, or null when nothing was there. Its
 * rights stay as they were; a new file may be read by the terminal's user and changed by whoever writes it. Refuses when the disk says no.
 */
export async function writeKeepingOld(
  file: string,
  bytes: Uint8Array | string,
  at: Date,
): Promise<string | null> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o755 });
    const backup = await backUp(file, at);
    await replaceDurably(file, bytes, await rightsFor(file));
    return backup;
  } catch (error) {
    if (errorCode(error) === 'unknown') throw error;
    return refuse(whyNot(file, error, 'written'));
  }
}

/** Undoes {@link writeKeepingOld}: the copy goes back to its place, and where there was none nothing stays. */
export async function putBack(file: string, kept: string | null): Promise<void> {
  if (kept === null) await rm(file, { force: true });
  else await rename(kept, file);
}

async function backUp(file: string, at: Date): Promise<string | null> {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const copy = `${file}.${stamp}.old`;
  try {
    await copyFile(file, copy);
    const { mode, uid, gid } = await stat(file);
    await chmod(copy, mode);
    if (thisMachine.user().uid === 0) await chown(copy, uid, gid);
    return copy;
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

async function rightsFor(file: string): Promise<FileRights> {
  const isRoot = thisMachine.user().uid === 0;
  try {
    const { mode, uid, gid } = await stat(file);
    return { mode: mode & 0o777, owner: isRoot ? { uid, gid } : undefined };
  } catch (error) {
    if (!isNotThere(error)) throw error;
    const account = isRoot ? await accountNamed(thisMachine, TERMINAL_USER).catch(() => null) : null;
    return account === null ? { mode: 0o644 } : { mode: 0o640, owner: { uid: 0, gid: account.gid } };
  }
}

/** Why the disk did not do what was wanted with a file, and what to do. */
export function whyNot(file: string, error: unknown, what: 'read' | 'written'): string {
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM')
    return `${file} cannot be ${what}: this command may not (${code}). Run it as root: sudo openfloor provision …, or name another file with --config.`;
  if (code === 'EROFS')
    return `${file} cannot be ${what}: its disk can only be read. "openfloor doctor" tells more (check 6).`;
  if (code === 'ENOSPC')
    return `${file} cannot be ${what}: its disk is full. Make room; "openfloor doctor" tells more (check 5).`;
  if (code === 'EISDIR' || code === 'ENOTDIR')
    return `${file} cannot be ${what}: a folder stands where the file should be, or the other way round (${code}).`;
  return `${file} cannot be ${what} (${code}).`;
}
