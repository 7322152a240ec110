import type { RecordFile } from '../../src-main/staff/record-file.ts';

/** One small record that a test can look into, damage, and let fail. */
export type MemoryRecord = RecordFile & { text: string | null; isBroken: boolean };

/** A record in memory. */
export function memoryRecord(text: string | null = null): MemoryRecord {
  const record: MemoryRecord = {
    text,
    isBroken: false,
    read: async () => {
      fail();
      return record.text;
    },
    write: async (next) => {
      fail();
      record.text = next;
    },
    remove: async () => {
      fail();
      record.text = null;
    },
  };
  const fail = () => {
    if (record.isBroken) throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
  };
  return record;
}
