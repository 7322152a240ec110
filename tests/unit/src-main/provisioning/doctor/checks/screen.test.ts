import { describe, expect, test } from 'vitest';
import { display } from '../../../../../../src-main/provisioning/doctor/checks/display.ts';
import { reach } from '../../../../../../src-main/provisioning/doctor/checks/reach.ts';
import { touch } from '../../../../../../src-main/provisioning/doctor/checks/touch.ts';
import { factsOf } from '../../../../../../src-main/provisioning/doctor/screens.ts';
import { findingOf } from '../../../../../builders/doctor-patient.ts';
import { edid } from '../../../../../builders/edid.ts';
import { sampleStatus } from '../../../../../builders/status-facts.ts';

const TALL = { widthPx: 1920, heightPx: 1080, widthMm: 527, heightMm: 296 };

function screenFiles(connector = 'card0-HDMI-A-1', made = TALL): Record<string, string | Buffer> {
  return {
    [`/sys/class/drm/${connector}/status`]: 'connected\n',
    [`/sys/class/drm/${connector}/edid`]: edid(made),
    '/sys/class/drm/card0-DP-1/status': 'disconnected\n',
    '/sys/class/drm/card0/dev': '226:0\n',
  };
}

const upright = sampleStatus({ display: { widthPx: 1080, heightPx: 1920, scaleFactor: 1, touch: true } });

describe('What a screen says of itself', () => {
  test('is read with its pixels, its millimetres and its name', () => {
    expect(factsOf(edid(TALL))).toEqual({
      name: 'TOUCH 24',
      widthPx: 1920,
      heightPx: 1080,
      sizeMm: { width: 527, height: 296 },
    });
    expect(factsOf(edid({ widthPx: 3840, heightPx: 2160, widthMm: 1210, heightMm: 680 }))?.sizeMm).toEqual({
      width: 1210,
      height: 680,
    });
  });

  test.each([
    [0, 0],
    [160, 90],
    [16, 9],
  ])('is no size when it says %i × %i', (widthMm, heightMm) => {
    expect(factsOf(edid({ ...TALL, widthMm, heightMm }))?.sizeMm).toBeNull();
  });

  test('is nothing when it is cut short or is something else', () => {
    expect(factsOf(edid(TALL).subarray(0, 100))).toBeNull();
    expect(factsOf(Buffer.alloc(128))).toBeNull();
  });
});

describe('The check of the display', () => {
  const settings = 'screen: { pixelsPerMm: 3.64, orientation: portrait }';

  test('passes a screen that is as the settings say', async () => {
    const finding = await findingOf(display, {
      settings,
      machine: { files: screenFiles() },
      status: upright,
    });
    expect(finding).toMatchObject({ verdict: 'pass', todo: null });
    expect(finding.found).toContain('TOUCH 24 at card0-HDMI-A-1, 1920 × 1080 pixels, 527 × 296 mm');
    expect(finding.found).toContain('3.64 CSS pixels in a millimetre');
  });

  test.each([
    ['warn', 3.3, '9 % too small'],
    ['warn', 4.2, '15 % too large'],
    ['fail', 2, '45 % too small'],
    ['fail', 8, '120 % too large'],
  ])('gives %s for a density of %d', async (verdict, pixelsPerMm, words) => {
    const finding = await findingOf(display, {
      settings: `screen: { pixelsPerMm: ${pixelsPerMm} }`,
      machine: { files: screenFiles() },
      status: upright,
    });
    expect(finding.verdict).toBe(verdict);
    expect(finding.means).toContain(words);
    expect(finding.todo).toContain('--screen.pixelsPerMm 3.64');
  });

  test('counts CSS pixels where the system enlarges everything', async () => {
    const status = sampleStatus({ display: { widthPx: 2160, heightPx: 3840, scaleFactor: 2, touch: true } });
    const files = screenFiles('card0-DP-2', { ...TALL, widthPx: 3840, heightPx: 2160 });
    const finding = await findingOf(display, { settings, machine: { files }, status });
    expect(finding.verdict).toBe('pass');
  });

  test('fails a picture that lies though it should stand', async () => {
    const status = sampleStatus({ display: { widthPx: 1920, heightPx: 1080, scaleFactor: 1, touch: true } });
    const finding = await findingOf(display, { settings, machine: { files: screenFiles() }, status });
    expect(finding.verdict).toBe('fail');
    expect(finding.found).toContain('1920 × 1080 pixels: landscape');
  });

  test('asks X11 while the terminal does not run', async () => {
    const xrandr =
      'Screen 0: minimum 8 x 8\nHDMI-1 connected primary 1080x1920+0+0 left (normal) 527mm x 296mm\n';
    const machine = { files: screenFiles(), environment: { DISPLAY: ':0' }, commands: { xrandr } };
    expect((await findingOf(display, { settings, machine })).found).toContain('1080 × 1920 pixels: portrait');
  });

  test('warns of the direction that nobody can tell', async () => {
    const finding = await findingOf(display, { settings, machine: { files: screenFiles() } });
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain('while the terminal does not run');
  });

  test('fails without a screen, warns of a second one', async () => {
    const none = { '/sys/class/drm/card0-HDMI-A-1/status': 'disconnected\n' };
    expect(await findingOf(display, { machine: { files: none } })).toMatchObject({
      verdict: 'fail',
      found: 'No screen is plugged in, or it is switched off.',
    });
    const two = { ...screenFiles(), ...screenFiles('card0-DP-3') };
    const finding = await findingOf(display, { machine: { files: two } });
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain('2 screens are plugged in');
  });

  test('warns where a screen or the system does not tell', async () => {
    const files = screenFiles('card0-DP-2', { ...TALL, widthMm: 0, heightMm: 0 });
    expect((await findingOf(display, { machine: { files } })).found).toContain(
      'does not say how large it is',
    );
    expect((await findingOf(display)).found).toContain('does not list its screens');
    expect((await findingOf(display)).verdict).toBe('warn');
  });
});

describe('The check of the reach', () => {
  const at = (height: number) => `terminal: { mountingHeightMm: ${height} }`;
  const look = (height: number) =>
    findingOf(reach, { settings: at(height), machine: { files: screenFiles() }, status: upright });

  test.each([
    ['pass', 600, 'from 600 to 1127 mm'],
    ['warn', 800, 'from 800 to 1327 mm'],
    ['warn', 200, 'from 200 to 727 mm'],
    ['fail', 1_250, 'from 1250 to 1777 mm'],
  ])('gives %s for a picture that begins at %i mm or so', async (verdict, height, words) => {
    const finding = await look(height);
    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toContain(words);
  });

  test('says how much of it is out of reach', async () => {
    expect((await look(800)).means).toBe('They do not reach the upper 107 mm.');
  });

  test('knows the lower side of a picture that lies', async () => {
    const settings = 'terminal: { mountingHeightMm: 900 }\nscreen: { orientation: landscape }';
    const finding = await findingOf(reach, { settings, machine: { files: screenFiles() } });
    expect(finding.found).toContain('from 900 to 1196 mm');
  });

  test('reckons from the pixels where the screen does not tell its size', async () => {
    const settings = 'terminal: { mountingHeightMm: 600 }\nscreen: { pixelsPerMm: 4 }';
    expect((await findingOf(reach, { settings, status: upright })).found).toContain('from 600 to 1080 mm');
  });

  test('warns where nobody has measured', async () => {
    expect((await findingOf(reach)).verdict).toBe('warn');
    expect((await findingOf(reach, { settings: at(600) })).found).toContain('cannot be told');
  });
});

const KEYBOARD = `I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
B: PROP=0
B: EV=120013
B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe
`;
const FINGERS = `I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK Multi-Touch-V3000"
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=260800000000003
`;
const ONE_FINGER = FINGERS.replace('260800000000003', '3');
const PEN = FINGERS.replace('KEY=400 0 0 0 0 0', 'KEY=1 0 0 0 0 0');
const TOUCHPAD = FINGERS.replace('PROP=2', 'PROP=5');

describe('The check of the touch', () => {
  const look = (blocks: readonly string[], status = upright) =>
    findingOf(touch, { machine: { files: { '/proc/bus/input/devices': blocks.join('\n') } }, status });

  test('passes a screen that feels several fingers', async () => {
    expect(await look([KEYBOARD, FINGERS])).toMatchObject({
      verdict: 'pass',
      found: 'Touch: ILITEK Multi-Touch-V3000; several fingers at once.',
    });
  });

  test('warns of a screen that feels one finger only', async () => {
    const finding = await look([ONE_FINGER]);
    expect(finding.verdict).toBe('warn');
    expect(finding.means).toContain('staff page');
  });

  test.each([
    ['only a keyboard', [KEYBOARD]],
    ['a touchpad', [TOUCHPAD]],
    ['nothing at all', []],
  ])('fails a machine with %s', async (_what, blocks) => {
    expect((await look(blocks)).verdict).toBe('fail');
  });

  test('takes no drawing tablet for a touch screen', async () => {
    expect((await look([PEN])).verdict).toBe('fail');
  });

  test('warns when the kiosk does not get the touch that the system has', async () => {
    const status = sampleStatus({ display: { widthPx: 1080, heightPx: 1920, scaleFactor: 1, touch: false } });
    const finding = await look([FINGERS], status);
    expect(finding.verdict).toBe('warn');
    expect(finding.found).toContain('says that it has no touch');
  });

  test('believes the running terminal where the system does not tell, else warns', async () => {
    expect((await findingOf(touch, { machine: { platform: 'win32' }, status: upright })).verdict).toBe(
      'pass',
    );
    expect((await findingOf(touch, { machine: { platform: 'win32' } })).verdict).toBe('warn');
  });
});
