import { expect, test } from 'vitest';
import { packageOptionsOf } from '../../../../../src-main/dev/package/options.ts';

test('Without options everything for the Linux machines of most terminals is made', () => {
  expect(packageOptionsOf([])).toMatchObject({ arch: 'x64', development: false });
  expect(packageOptionsOf([]).targets).toEqual(['tar.gz', 'AppImage', 'deb']);
  expect(packageOptionsOf([]).root).toBeUndefined();
  expect(packageOptionsOf(['--root', 'root.json']).root).toBe('root.json');
});

test('Targets and the architecture are taken as asked, each target once', () => {
  const asked = ['--target', 'dir', '--target', 'tar.gz', '--target', 'dir', '--arch', 'arm64'];
  expect(packageOptionsOf(asked)).toMatchObject({ targets: ['dir', 'tar.gz'], arch: 'arm64' });
});

test.each([
  [['--target', 'rpm'], 'There is no target rpm.'],
  [['--target', 'toString'], 'There is no target toString.'],
  [['--arch', 'ia32'], 'There is no architecture ia32.'],
  [['--target', 'dir', '--target', 'nsis'], 'one after the other'],
  [['--relase'], "Unknown option '--relase'"],
])('%j is answered with what the command understands', (args, words) => {
  expect(() => packageOptionsOf(args)).toThrow(words);
  expect(() => packageOptionsOf(args)).toThrow('--target');
});
