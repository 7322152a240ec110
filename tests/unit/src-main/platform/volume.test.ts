import { describe, expect, test } from 'vitest';
import type { Ran } from '../../../../src-main/platform/machine.ts';
import { volumeOf } from '../../../../src-main/platform/volume.ts';
import { fakeMachine } from '../../../fakes/fake-machine.ts';

const failed: Ran = { kind: 'ended', code: 1, out: '', err: 'Connection refused' };
const WPCTL = { 'wpctl get-volume @DEFAULT_AUDIO_SINK@': 'Volume: 0.45\n' };
const PACTL = {
  'pactl get-sink-volume @DEFAULT_SINK@':
    'Volume: front-left: 39322 /  60% / -13.31 dB,   front-right: 36045 /  55% / -15.5 dB\n',
  'pactl get-sink-mute @DEFAULT_SINK@': 'Mute: no\n',
};
const AMIXER = {
  'amixer scontrols': "Simple mixer control 'PCM',0\nSimple mixer control 'Mic',0\n",
  'amixer -M sget PCM': '  Front Left: Playback 180 [70%] [-15.00dB] [on]\n',
};

/** A machine whose commands are these, and every command that was run on it. */
function machine(commands: Readonly<Record<string, Ran | string>>, platform = 'linux') {
  const made = fakeMachine({ commands, platform });
  const ran: string[] = [];
  const volume = volumeOf({
    platform: made.platform,
    run: (command, args) => {
      ran.push([command, ...args].join(' '));
      return made.run(command, args);
    },
  });
  return { volume, ran };
}

describe('How loud a machine is', () => {
  test.each([
    ['wpctl', WPCTL, { percent: 45, isMuted: false, tool: 'wpctl' }],
    ['pactl', PACTL, { percent: 60, isMuted: false, tool: 'pactl' }],
    ['amixer', AMIXER, { percent: 70, isMuted: false, tool: 'amixer' }],
    [
      'amixer, where a sound server is installed but does not run',
      { ...AMIXER, wpctl: failed, pactl: failed },
      { percent: 70, isMuted: false, tool: 'amixer' },
    ],
    [
      'wpctl, switched off',
      { 'wpctl get-volume @DEFAULT_AUDIO_SINK@': 'Volume: 0.45 [MUTED]\n' },
      { percent: 45, isMuted: true, tool: 'wpctl' },
    ],
    [
      'pactl, switched off',
      { ...PACTL, 'pactl get-sink-mute @DEFAULT_SINK@': 'Mute: yes\n' },
      { percent: 60, isMuted: true, tool: 'pactl' },
    ],
  ])('is told by %s', async (_tool, commands, expected) => {
    expect(await machine(commands).volume.read()).toEqual(expected);
  });

  test.each([
    ['without any tool', {}, 'linux'],
    ['whose tools reach nothing', { wpctl: failed, pactl: failed, amixer: failed }, 'linux'],
    ['with Windows', WPCTL, 'win32'],
  ])('cannot be told or set on a machine %s', async (_which, commands, platform) => {
    const { volume } = machine(commands, platform);
    expect(await volume.read()).toBeNull();
    expect(await volume.set(60)).toBe('no');
  });
});

describe('Another volume', () => {
  test.each([
    [
      { ...WPCTL, wpctl: '' },
      ['wpctl set-volume @DEFAULT_AUDIO_SINK@ 60%', 'wpctl set-mute @DEFAULT_AUDIO_SINK@ 0'],
    ],
    [
      { ...PACTL, pactl: '' },
      ['pactl set-sink-volume @DEFAULT_SINK@ 60%', 'pactl set-sink-mute @DEFAULT_SINK@ 0'],
    ],
    [{ ...AMIXER, amixer: '' }, ['amixer -q -M sset PCM 60% unmute']],
  ])('is set, and the sound switched on', async (commands, expected) => {
    const { volume, ran } = machine(commands);
    expect(await volume.set(60)).toBe('done');
    expect(ran.slice(-expected.length)).toEqual(expected);
  });

  test('that a tool refuses is set by the next one', async () => {
    const { volume, ran } = machine({ ...WPCTL, ...AMIXER, 'amixer -q -M sset PCM 60% unmute': '' });
    expect(await volume.set(60)).toBe('done');
    expect(ran.at(-1)).toBe('amixer -q -M sset PCM 60% unmute');
  });
});
