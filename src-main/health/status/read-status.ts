import { open } from 'node:fs/promises';
import { z } from 'zod';
import { STATUS_SCHEMA, type TerminalStatus, terminalStatus } from '../../contract/terminal-status.ts';
import { errorCode, isNotThere } from '../../platform/files.ts';
import { processExists } from '../../platform/process-name.ts';
import { FUTURE_ALLOWED_MS, MAX_STATUS_BYTES, STALE_AFTER_MS } from './limits.ts';

/** What the record of a terminal tells; `ageMs` is negative where it is dated in the future. */
export type StatusReading =
  /** The terminal runs and has said so a moment ago. */
  | { readonly kind: 'running'; readonly status: TerminalStatus; readonly ageMs: number }
  /** Its process is gone. */
  | { readonly kind: 'stopped'; readonly status: TerminalStatus; readonly ageMs: number }
  /** A process of its number is there, and has said nothing for too long. */
  | { readonly kind: 'silent'; readonly status: TerminalStatus; readonly ageMs: number }
  /** The same, but the record is dated in the future: the clock was set back. */
  | { readonly kind: 'dated-ahead'; readonly status: TerminalStatus; readonly ageMs: number }
  /** There is no record. */
  | { readonly kind: 'never' }
  /** The system does not let us read it; `reason` is its code. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** It is not a whole record. */
  | { readonly kind: 'torn' }
  /** A later version of Openfloor has written it. */
  | { readonly kind: 'later-version'; readonly schema: number };

/** What reading touches beside the file. */
export type ReadStatusPorts = {
  readonly now: () => Date;
  /** True while a process of that number is there, whoever it is. */
  readonly isThere: (pid: number) => boolean;
};

const machinePorts: ReadStatusPorts = { now: () => new Date(), isThere: processExists };

/** Reads the record of a terminal on this machine, and says what it is worth. Never rejects. */
export async function readStatus(
  file: string,
  ports: ReadStatusPorts = machinePorts,
): Promise<StatusReading> {
  let text: string;
  try {
    text = await readSmall(file);
  } catch (error) {
    return isNotThere(error) ? { kind: 'never' } : { kind: 'unreadable', reason: errorCode(error) };
  }
  const status = parsed(text);
  return 'kind' in status ? status : judged(status, ports);
}

function parsed(text: string): TerminalStatus | Extract<StatusReading, { kind: 'torn' | 'later-version' }> {
  try {
    const value: unknown = JSON.parse(text);
    const found = terminalStatus.safeParse(value);
    if (found.success) return found.data;
    const { schema } = z.looseObject({ schema: z.int() }).parse(value);
    return schema > STATUS_SCHEMA ? { kind: 'later-version', schema } : { kind: 'torn' };
  } catch {
    return { kind: 'torn' };
  }
}

function judged(status: TerminalStatus, { now, isThere }: ReadStatusPorts): StatusReading {
  const ageMs = now().getTime() - Date.parse(status.at);
  if (!isThere(status.pid)) return { kind: 'stopped', status, ageMs };
  if (ageMs < -FUTURE_ALLOWED_MS) return { kind: 'dated-ahead', status, ageMs };
  return { kind: ageMs > STALE_AFTER_MS ? 'silent' : 'running', status, ageMs };
}

/** At most {@link MAX_STATUS_BYTES}: whatever lies at a place that somebody named is not read without end. */
async function readSmall(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(MAX_STATUS_BYTES), 0, MAX_STATUS_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
