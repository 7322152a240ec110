import { describe, expect, test } from 'vitest';
import { staffCalls } from '../../../../src-main/contract/staff.ts';
import { terminalSettings } from '../../../../src-main/provisioning/terminal-settings.ts';
import { openLoudness } from '../../../../src-main/staff/loudness.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

type Made = {
  readonly sound?: Readonly<Record<string, number>>;
  readonly staff?: Readonly<Record<string, boolean>>;
  /** Null: no tool answers. */
  readonly at?: number | null;
  readonly isMuted?: boolean;
  /** What the technician wrote, where staff have chosen something else. */
  readonly inSettings?: number | null;
};

function terminal({ sound = {}, staff = {}, at = 50, isMuted = false, inSettings }: Made = {}) {
  const log = recordedLog();
  const kept: unknown[] = [];
  let percent = at;
  const settings = terminalSettings.parse({ sound, staff });
  const desk = openLoudness({
    settings,
    inSettings: inSettings === undefined ? settings.sound.volumePercent : inSettings,
    volume: {
      read: async () => (percent === null ? null : { percent, isMuted, tool: 'amixer' }),
      set: async (next) => {
        if (percent === null) return 'no';
        percent = next;
        return 'done';
      },
    },
    choices: {
      choose: async (_setting, value) => {
        kept.push(value);
        return true;
      },
    },
    log,
  });
  return { desk, log, kept, percent: () => percent };
}

describe('A terminal that starts', () => {
  test('is as loud as its settings say', async () => {
    const { percent, log } = terminal({ sound: { volumePercent: 60 } });
    await expect.poll(percent).toBe(60);
    await expect.poll(log.codes).toEqual(['volume-set']);
  });

  test('leaves the system’s volume alone where they say nothing', async () => {
    const { desk, percent, log } = terminal();
    await desk.get();
    expect(percent()).toBe(50);
    expect(log.codes()).toEqual([]);
  });

  test('says it when nothing can set the volume', async () => {
    const { log, desk } = terminal({ sound: { volumePercent: 60 }, at: null });
    await expect.poll(log.codes).toEqual(['volume-not-set']);
    expect(staffCalls.getVolume.output.parse(await desk.get()).percent).toBeNull();
  });
});

describe('Staff', () => {
  test('make it louder and quieter, and that is kept', async () => {
    const { desk, kept, percent } = terminal();
    expect(staffCalls.setVolume.output.parse(await desk.set(80))).toMatchObject({
      percent: 80,
      isKept: true,
    });
    expect(percent()).toBe(80);
    expect(kept).toEqual([80]);
  });

  test('stay within the bounds of the settings', async () => {
    const { desk, percent } = terminal({ sound: { quietestPercent: 20, loudestPercent: 70 } });
    await desk.set(100);
    expect(percent()).toBe(70);
    await desk.set(0);
    expect(percent()).toBe(20);
  });

  test('are held to the lower bound of two that contradict each other', async () => {
    const { desk, percent } = terminal({ sound: { quietestPercent: 90, loudestPercent: 30 } });
    expect(await desk.get()).toMatchObject({ quietest: 30, loudest: 30 });
    await desk.set(60);
    expect(percent()).toBe(30);
  });

  test.each([null, 60])('take their choice back by %j: the settings count again', async (back) => {
    const { desk, kept, percent } = terminal({ sound: { volumePercent: 30 }, inSettings: 60 });
    await desk.set(back);
    expect(percent()).toBe(60);
    expect(kept).toEqual([null]);
  });

  test('change nothing where the settings do not allow it', async () => {
    const { desk, kept, percent } = terminal({ staff: { maySetVolume: false } });
    expect(await desk.set(80)).toMatchObject({ mayChoose: false, isKept: false, percent: 50 });
    expect(percent()).toBe(50);
    expect(kept).toEqual([]);
  });

  test('see a sound that is switched off as 0', async () => {
    expect((await terminal({ isMuted: true }).desk.get()).percent).toBe(0);
  });
});
