import { expect, test } from 'vitest';
import { whyNoPackage } from '../../../../../src-main/dev/package/trial.ts';

const debian = { platform: 'linux', uid: 0, osRelease: 'ID=debian\n' } as const;
const nothing = () => false;

test('On Debian x64 as root, the package is really installed', () => {
  expect(whyNoPackage(debian, 'x64', nothing)).toBeNull();
});

test('Where it cannot be installed, the reason is told', () => {
  expect(whyNoPackage({ ...debian, uid: 1000 }, 'x64', nothing)).toContain('administrator');
  expect(whyNoPackage({ ...debian, platform: 'darwin' }, 'x64', nothing)).toContain('Debian');
  expect(whyNoPackage(debian, 'arm64', nothing)).toContain('x64');
  expect(whyNoPackage({ ...debian, osRelease: 'ID=fedora\n' }, 'x64', nothing)).toContain('Debian');
});

test('A machine that is a terminal is left alone: the tests would purge its settings', () => {
  const reason = whyNoPackage(debian, 'x64', (file) => file === '/etc/openfloor');
  expect(reason).toMatch(/\/etc\/openfloor is there.*purge/);
});
