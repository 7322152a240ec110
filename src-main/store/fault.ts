import { errorCode } from '../platform/files.ts';

/** Why the store did not do what it was asked for; each has its own sentence in {@link storeFault}. */
export const STORE_FAULT_CODES = [
  // The disk
  'disk-full',
  'read-only',
  'locked-by-another',
  'disk-failed',
  // A blob that is being received
  'already-receiving',
  'too-large',
  'wrong-length',
  'wrong-digest',
  // An edition
  'number-taken',
  'manifest-unusable',
  'incomplete',
  'unknown-edition',
  'marked-bad',
] as const;
export type StoreFaultCode = (typeof STORE_FAULT_CODES)[number];

/** A "no" of the store, said so that a technician can act. Whatever the code, what the store held before it still holds. */
export type StoreFault = {
  readonly code: StoreFaultCode;
  /** What happened, why, what to do. */
  readonly sentence: string;
};

/** What every call of the store answers; it never rejects. */
export type Done<Value = null> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: StoreFault };

const SENTENCES: Record<StoreFaultCode, (detail: string) => string> = {
  'disk-full': (detail) =>
    `There is not enough free space on this disk (${detail}). The guide that is there stays. Make room, or use a larger disk.`,
  'read-only': (detail) =>
    `The disk cannot be written (${detail}). The guide that is there stays. Check the disk and who may write on it.`,
  'locked-by-another': (detail) =>
    `Another program writes in the same store (${detail}). This one only reads it. End the other program.`,
  'disk-failed': (detail) =>
    `The disk did not do its work (${detail}). The guide that is there stays. Check the disk.`,
  'already-receiving': (detail) =>
    `This file is being received already (${detail}). Wait until that is over.`,
  'too-large': (detail) => `This is larger than a terminal takes (${detail}). Publish something smaller.`,
  'wrong-length': (detail) =>
    `What arrived has not the length that was published (${detail}). Fetch it again.`,
  'wrong-digest': (detail) =>
    `What arrived is not what was published: at least one byte differs (${detail}). Fetch it again.`,
  'number-taken': (detail) =>
    `Another edition has this number already (${detail}). Publish it again under a higher number.`,
  'manifest-unusable': (detail) => detail,
  incomplete: (detail) =>
    `Not every file of the edition is here yet (${detail}). Fetch the missing ones first.`,
  'unknown-edition': (detail) => `The store does not hold this edition (${detail}). Add it first.`,
  'marked-bad': (detail) =>
    `This edition was tried and did not work (${detail}). Publish a mended one under a higher number.`,
};

/** Makes a fault; `detail` is put into its sentence. */
export function storeFault(code: StoreFaultCode, detail: string): StoreFault {
  return { code, sentence: SENTENCES[code](detail) };
}

/** The answer "no". */
export function no(code: StoreFaultCode, detail: string): { readonly ok: false; readonly fault: StoreFault } {
  return { ok: false, fault: storeFault(code, detail) };
}

/** The answer "yes" of a call that has nothing to give. */
export const DONE: Done = { ok: true, value: null };

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const FORBIDDEN: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** The answer "no" for what the disk said. */
export function faultOf(error: unknown): { readonly ok: false; readonly fault: StoreFault } {
  const code = errorCode(error);
  if (FULL.has(code)) return no('disk-full', code);
  return no(FORBIDDEN.has(code) ? 'read-only' : 'disk-failed', code);
}
