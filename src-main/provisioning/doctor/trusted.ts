import { join } from 'node:path';
import { readBytes } from '../../platform/machine.ts';
import { readRecord, type TrustKeeper, type TrustRecord } from '../../sync/trust/record.ts';
import type { Patient } from './patient.ts';

/** Largest record of what is trusted that is read, in bytes: metadata in base64 with its digest. */
const MOST_RECORD_BYTES = 4 * 1024 * 1024;

/** The two records of what the terminal trusts, for reading only. A file that cannot be read counts as one that is not there. */
export function trustKept({ machine, data }: Pick<Patient, 'machine' | 'data'>): TrustKeeper {
  const one = (name: string) =>
    readBytes(machine.files, join(data, 'sync', name), MOST_RECORD_BYTES).catch(() => null);
  return {
    read: () => Promise.all([one('trust-a.json'), one('trust-b.json')]),
    write: () => Promise.reject(new Error('a doctor changes nothing')),
  };
}

/** The newest record of what the terminal trusts that is whole; null when there is none. */
export async function newestRecord(patient: Pick<Patient, 'machine' | 'data'>): Promise<TrustRecord | null> {
  const records = (await trustKept(patient).read()).map(readRecord).filter((each) => each !== null);
  return records.sort((one, other) => other.sequence - one.sequence)[0] ?? null;
}
