import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsOf } from '../../../../src-main/platform/paths.ts';

const directory = join('/opt', 'openfloor');
const resources = join('/opt', 'openfloor', 'resources');
const userData = join('/home', 'kiosk');

test('In a package everything lies within the application, the factory edition beside its archive, but what the terminal writes', () => {
  expect(pathsOf({ directory, resources, isPackaged: true, userData, environment: {} })).toEqual({
    pages: join(directory, 'out', 'pages'),
    factory: join(resources, 'factory'),
    store: join(userData, 'store'),
    sync: join(userData, 'sync'),
    root: join(directory, 'assets', 'root.json'),
    visitorPreload: join(directory, 'out', 'preload', 'visitor.cjs'),
    preparingPreload: join(directory, 'out', 'preload', 'preparing.cjs'),
    staffPreload: join(directory, 'out', 'preload', 'staff.cjs'),
    staffLock: join(userData, 'staff-lock.json'),
    staffChoices: join(userData, 'staff-choices.json'),
    maintenance: join(userData, 'maintenance.json'),
    statistics: join(userData, 'statistics.json'),
    status: join(userData, 'status.json'),
    logs: join(userData, 'logs'),
  });
});

test('A developer may show another factory edition, a terminal in use may not', () => {
  const environment = { OPENFLOOR_FACTORY_DIR: '/tmp/other' };
  expect(pathsOf({ directory, resources, isPackaged: false, userData, environment }).factory).toBe(
    '/tmp/other',
  );
  expect(pathsOf({ directory, resources, isPackaged: true, userData, environment }).factory).toBe(
    join(resources, 'factory'),
  );
  const empty = { OPENFLOOR_FACTORY_DIR: '' };
  expect(pathsOf({ directory, resources, isPackaged: false, userData, environment: empty }).factory).toBe(
    join(directory, 'out', 'factory'),
  );
});
