import { describe, expect, test } from 'vitest';
import { headset } from '../../../../../../src-main/provisioning/doctor/checks/headset.ts';
import { printer } from '../../../../../../src-main/provisioning/doctor/checks/printer.ts';
import { sound } from '../../../../../../src-main/provisioning/doctor/checks/sound.ts';
import { findingOf } from '../../../../../builders/doctor-patient.ts';

const CARDS =
  ' 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0xa1130000 irq 128\n';
const PCM =
  '00-00: ALC256 Analog : ALC256 Analog : playback 1 : capture 1\n00-03: HDMI 0 : HDMI 0 : playback 1\n';
const files = { '/proc/asound/cards': CARDS, '/proc/asound/pcm': PCM };
const mixer = (state: string) => ({
  'amixer scontrols': "Simple mixer control 'Capture',0\nSimple mixer control 'Master',0\n",
  'amixer -M sget Master': levels(state),
});
const levels = (state: string) => `  Front Left: Playback 65 ${state}\n  Front Right: Playback 65 ${state}\n`;
const voices = 'Pty Language Age/Gender VoiceName File\n 5  fr-be --/M French_(Belgium) roa/fr-BE\n';

describe('The check of the sound', () => {
  test('passes a card with an output, its volume up, and names the voices', async () => {
    const commands = { ...mixer('[75%] [on]'), 'espeak-ng --voices=fr': voices };
    const finding = await findingOf(sound, { machine: { files, commands } });
    expect(finding.verdict).toBe('pass');
    expect(finding.found).toBe(
      'Sound: HDA-Intel - HDA Intel PCH; 2 outputs. The volume is at 75 %. Voices of the system: fr. This version of Openfloor does not use them.',
    );
  });

  test.each([
    ['no card', { '/proc/asound/cards': '--- no soundcards ---\n' }, 'knows no sound card'],
    [
      'a card without an output',
      { ...files, '/proc/asound/pcm': '00-00: Mic : Mic : capture 1\n' },
      'has no output',
    ],
  ])('fails a machine with %s', async (_what, made, words) => {
    const finding = await findingOf(sound, { machine: { files: made } });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain(words);
  });

  test.each([
    ['[65%] [off]', 'switched off'],
    ['[0%] [on]', 'at 0 %'],
  ])('warns of a mixer at %s', async (state, words) => {
    const finding = await findingOf(sound, { machine: { files, commands: mixer(state) } });
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain(words);
  });

  test('passes the volume that is set, give or take a step of the card', async () => {
    const machine = { files, commands: mixer('[64%] [on]') };
    const finding = await findingOf(sound, { machine, settings: 'sound: { volumePercent: 60 }' });
    expect(finding.verdict).toBe('pass');
  });

  test('warns of a volume that something else has changed, and says where the one that was wanted is from', async () => {
    const machine = { files, commands: mixer('[95%] [on]') };
    const settings = 'sound: { volumePercent: 60 }';
    const finding = await findingOf(sound, { machine, settings });
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain('95 % (amixer), and 60 % is set (/etc/openfloor/openfloor.yaml:1:10)');
    const staffChoices = '{"sound":{"volumePercent":30}}';
    const chosen = await findingOf(sound, { machine, settings, staffChoices });
    expect(chosen.found).toContain('30 % is set (the staff page (/var/lib/openfloor/staff-choices.json))');
  });

  test('warns where a volume is wanted and no tool can set it, and names the one to install', async () => {
    const finding = await findingOf(sound, { machine: { files }, settings: 'sound: { volumePercent: 60 }' });
    expect(finding.verdict).toBe('warn');
    expect(finding.todo).toContain('alsa-utils');
    expect((await findingOf(sound, { machine: { files } })).verdict).toBe('pass');
  });

  test('warns where the system does not tell', async () => {
    expect((await findingOf(sound)).verdict).toBe('warn');
    expect((await findingOf(sound, { machine: { platform: 'win32' } })).verdict).toBe('warn');
  });
});

describe('The check of the headset jack', () => {
  const JACK = 'N: Name="HDA Intel PCH Headphone"\nB: PROP=0\nB: EV=21\nB: SW=4\n';

  test('passes a jack, and tells whether something is plugged in', async () => {
    const machine = {
      files: { '/proc/bus/input/devices': JACK },
      commands: { amixer: "numid=22,iface=CARD,name='Headphone Jack'\n  ; type=BOOLEAN\n  : values=on\n" },
    };
    expect(await findingOf(headset, { machine })).toMatchObject({
      verdict: 'pass',
      found: 'Headset: HDA Intel PCH Headphone. Something is plugged in.',
    });
  });

  test('passes a headset on USB', async () => {
    const usb = ' 1 [Headset        ]: USB-Audio - Storm USB Headset\n';
    expect((await findingOf(headset, { machine: { files: { '/proc/asound/cards': usb } } })).verdict).toBe(
      'pass',
    );
  });

  test.each([
    [
      'nothing of the kind',
      'linux',
      { '/proc/bus/input/devices': 'N: Name="Power Button"\nB: KEY=10000000000000 0\n' },
    ],
    ['a microphone only', 'linux', { '/proc/bus/input/devices': JACK.replace('SW=4', 'SW=10') }],
    ['no list of devices', 'linux', {}],
    ['Windows', 'win32', {}],
  ])('warns of a machine with %s', async (_what, platform, made) => {
    const finding = await findingOf(headset, { machine: { platform, files: made } });
    expect(finding.verdict).toBe('warn');
  });
});

describe('The check of the printer', () => {
  const settings = 'printer: { name: receipt, layout: receipt-80mm }';
  const queue = (
    state: 'idle' | 'processing' | 'stopped',
    reasons: readonly string[],
    acceptsJobs = true,
  ) => ({
    settings,
    printer: async () => ({ state, reasons, acceptsJobs }),
  });

  test('passes a terminal without one: nothing offers to print', async () => {
    expect(await findingOf(printer)).toMatchObject({ verdict: 'pass' });
  });

  test('passes a queue at rest', async () => {
    const finding = await findingOf(printer, queue('idle', ['none']));
    expect(finding).toMatchObject({
      verdict: 'pass',
      found: 'The queue receipt (receipt-80mm) is idle; it says: none.',
    });
  });

  test.each([
    [['media-empty-error'], 'Put paper in'],
    [['offline-report'], 'Switch the printer on'],
    [['cover-open'], 'cover, jam, ink'],
  ])('fails a queue that says %j, with what to do', async (reasons, todo) => {
    const finding = await findingOf(printer, queue('stopped', reasons));
    expect(finding.verdict).toBe('fail');
    expect(finding.todo).toContain(todo);
  });

  test('fails a queue that takes no jobs', async () => {
    expect((await findingOf(printer, queue('idle', ['none'], false))).verdict).toBe('fail');
  });

  test('fails a queue that nobody answers for', async () => {
    const ask = async () => {
      throw new Error('connect ECONNREFUSED 127.0.0.1:631');
    };
    const finding = await findingOf(printer, { settings, printer: ask });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('ECONNREFUSED');
    expect(finding.todo).toContain('lpstat -p receipt');
  });

  test.each([
    ['pass', 'Normal\r\n', 0],
    ['fail', 'PaperOut\r\n', 0],
    ['fail', '', 1],
  ])('gives %s on Windows for %j', async (verdict, out, code) => {
    const commands = { powershell: { kind: 'ended', code, out, err: '' } as const };
    const finding = await findingOf(printer, { settings, machine: { platform: 'win32', commands } });
    expect(finding.verdict).toBe(verdict);
  });

  test('warns where Windows does not answer', async () => {
    expect((await findingOf(printer, { settings, machine: { platform: 'win32' } })).verdict).toBe('warn');
  });
});
