import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import { jsonIn, type RecordFile } from './record-file.ts';

/** Whether staff have put the terminal out of service. */
export type Maintenance = {
  readonly isOn: () => boolean;
  /** Since when, ISO 8601 in UTC; null when it is off, and when that is not known. */
  readonly since: () => string | null;
  /** Begins or ends it, at once; answers whether the disk has it, so that it survives a restart. Never rejects. */
  readonly set: (isOn: boolean) => Promise<{ readonly isKept: boolean }>;
};

const maintenanceRecord = z.strictObject({ schema: z.literal(1), since: z.iso.datetime() });

/** What maintenance needs. */
export type MaintenanceParts = {
  readonly record: RecordFile;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Told after every change. */
  readonly onChange: (isOn: boolean) => void;
};

/**
 * Reads whether the terminal is out of service. That there is a record is what counts: only somebody who wanted it out of
 * service has made one, whatever has become of its words since. Never rejects.
 */
export async function openMaintenance({
  record,
  clock,
  log,
  onChange,
}: MaintenanceParts): Promise<Maintenance> {
  let isOn = false;
  let since: string | null = null;
  try {
    const text = await record.read();
    const parsed = maintenanceRecord.safeParse(text === null ? null : jsonIn(text));
    isOn = text !== null;
    since = parsed.success ? parsed.data.since : null;
  } catch (error) {
    log.trouble(
      'maintenance-not-kept',
      `Whether staff have put the terminal out of service cannot be read (${reasonOf(error)}); it serves visitors.`,
    );
  }
  if (isOn)
    log.note('maintenance-began', 'The terminal is out of service; the staff page ends that.', { since });

  return {
    isOn: () => isOn,
    since: () => since,
    set: async (wanted) => {
      if (wanted !== isOn) {
        isOn = wanted;
        since = wanted ? clock.now().toISOString() : null;
        if (wanted) log.note('maintenance-began', 'Staff have put the terminal out of service.', { since });
        else log.note('maintenance-ended', 'Staff have put the terminal back into service.');
        onChange(wanted);
      }
      try {
        if (since !== null) await record.write(`${JSON.stringify({ schema: 1, since })}\n`);
        else if (!wanted) await record.remove();
        return { isKept: true };
      } catch (error) {
        log.trouble(
          'maintenance-not-kept',
          `That the terminal is ${wanted ? 'out of' : 'back in'} service cannot be kept on the disk (${reasonOf(error)}); after a restart it is as before.`,
        );
        return { isKept: false };
      }
    },
  };
}
