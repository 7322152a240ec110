import { errorCode } from '../platform/files.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import { type StaffSetting, withChoice } from '../provisioning/staff-layer.ts';
import type { RecordFile } from './record-file.ts';

/** What staff have chosen on their page, where the terminal's settings are read from when it starts. */
export type StaffChoices = {
  /** Keeps a choice, or takes it back (null); answers whether the disk has it, so that it survives a restart. Never rejects. */
  readonly choose: (setting: StaffSetting, value: string | number | null) => Promise<boolean>;
};

/** Keeps choices in a record; one that is damaged is replaced by the next choice. */
export function openStaffChoices({
  record,
  log,
}: {
  readonly record: RecordFile;
  readonly log: Log;
}): StaffChoices {
  const keep = async (setting: StaffSetting, value: string | number | null): Promise<boolean> => {
    log.note(
      'staff-chose',
      value === null
        ? `Staff have taken back what they had chosen for ${setting}: the settings count again.`
        : `Staff have chosen ${value} for ${setting}.`,
      { setting, value },
    );
    try {
      const before = await record.read().catch((error: unknown) => {
        log.trouble('staff-choice-not-kept', `What staff had chosen cannot be read (${errorCode(error)}).`, {
          setting,
        });
        return null;
      });
      const after = withChoice(before, setting, value);
      await (after === null ? record.remove() : record.write(after));
      return true;
    } catch (error) {
      log.trouble(
        'staff-choice-not-kept',
        `What staff have chosen for ${setting} cannot be kept on the disk (${reasonOf(error)}); after a restart it is as before.`,
        { setting },
      );
      return false;
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    // One after the other: each reads what the one before it has written.
    choose: (setting, value) => {
      const mine = last.then(() => keep(setting, value));
      last = mine;
      return mine;
    },
  };
}
