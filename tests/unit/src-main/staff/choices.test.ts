import { describe, expect, test } from 'vitest';
import { openStaffChoices } from '../../../../src-main/staff/choices.ts';
import { memoryRecord } from '../../../fakes/memory-record.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

function chosenOn(text: string | null = null) {
  const [record, log] = [memoryRecord(text), recordedLog()];
  return { record, log, choices: openStaffChoices({ record, log }) };
}

describe('A choice of staff', () => {
  test('is kept beside the others, in the form of the settings', async () => {
    const { choices, record, log } = chosenOn();
    expect(await choices.choose('server.channel', 'canary')).toBe(true);
    expect(await choices.choose('sound.volumePercent', 40)).toBe(true);
    expect(JSON.parse(record.text ?? '')).toEqual({
      server: { channel: 'canary' },
      sound: { volumePercent: 40 },
    });
    expect(log.codes()).toEqual(['staff-chose', 'staff-chose']);
  });

  test('that is taken back leaves the others, and the last one leaves nothing', async () => {
    const { choices, record } = chosenOn();
    await choices.choose('server.channel', 'canary');
    await choices.choose('sound.volumePercent', 40);
    await choices.choose('server.channel', null);
    expect(JSON.parse(record.text ?? '')).toMatchObject({ sound: { volumePercent: 40 } });
    expect(record.text).not.toContain('channel');
    await choices.choose('sound.volumePercent', null);
    expect(record.text).toBeNull();
  });

  test('made at the same moment as another loses neither', async () => {
    const { choices, record } = chosenOn();
    await Promise.all([
      choices.choose('server.channel', 'canary'),
      choices.choose('sound.volumePercent', 40),
    ]);
    expect(JSON.parse(record.text ?? '')).toEqual({
      server: { channel: 'canary' },
      sound: { volumePercent: 40 },
    });
  });

  test.each(['nonsense: [', '[]', '{"staff":{"mayExit":true},"server":{"url":"https://evil.example/"}}'])(
    'replaces a record that holds %j, and takes nothing else over from it',
    async (text) => {
      const { choices, record } = chosenOn(text);
      expect(await choices.choose('server.channel', 'canary')).toBe(true);
      expect(JSON.parse(record.text ?? '')).toEqual({ server: { channel: 'canary' } });
    },
  );

  test('on a disk that fails is said not to be kept', async () => {
    const { choices, record, log } = chosenOn();
    record.isBroken = true;
    expect(await choices.choose('server.channel', 'canary')).toBe(false);
    expect(log.codes()).toContain('staff-choice-not-kept');
  });
});
