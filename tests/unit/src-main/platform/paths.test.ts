import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsOf } from '../../../../src-main/platform/paths.ts';

const directory = join('/opt', 'openfloor');

test('Everything lies under the application', () => {
  expect(pathsOf({ directory, isPackaged: true, environment: {} })).toEqual({
    pages: join(directory, 'out', 'pages'),
    factory: join(directory, 'out', 'factory'),
    visitorPreload: join(directory, 'out', 'preload', 'visitor.cjs'),
  });
});

test('A developer may show another factory edition, a terminal in use may not', () => {
  const environment = { OPENFLOOR_FACTORY_DIR: '/tmp/other' };
  expect(pathsOf({ directory, isPackaged: false, environment }).factory).toBe('/tmp/other');
  expect(pathsOf({ directory, isPackaged: true, environment }).factory).toBe(
    join(directory, 'out', 'factory'),
  );
  const empty = { OPENFLOOR_FACTORY_DIR: '' };
  expect(pathsOf({ directory, isPackaged: false, environment: empty }).factory).toBe(
    join(directory, 'out', 'factory'),
  );
});
