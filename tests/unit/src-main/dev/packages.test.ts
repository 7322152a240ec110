import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  assertNodeCanInstall,
  chooseNode,
  ensurePackages,
  explainFailedInstall,
  packagesState,
} from '../../../../src-main/dev/packages.mjs';

const LOCK = JSON.stringify({
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { optional: true },
  },
});

let dir: string;
let said: string[];
const say = (line: string) => said.push(line);

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  said = [];
  writeFileSync(path.join(dir, 'package-lock.json'), LOCK);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Plays npm ci: makes node_modules anew, or leaves it half done and fails. */
function fakeNpm({ fails = false } = {}) {
  const runs: string[] = [];
  const install = async (where: string) => {
    runs.push(where);
    rmSync(path.join(where, 'node_modules'), { recursive: true, force: true });
    mkdirSync(path.join(where, 'node_modules/a'), { recursive: true });
    return fails ? { code: 1, output: 'npm error code ENOTFOUND' } : { code: 0, output: '' };
  };
  return { runs, install };
}

describe('the packages of a fresh clone', () => {
  it('are installed when there are none, and not a second time', async () => {
    const npm = fakeNpm();
    await ensurePackages({ dir, install: npm.install, say });
    await ensurePackages({ dir, install: npm.install, say });
    expect(npm.runs).toEqual([dir]);
    expect(said.join()).toContain('not installed yet');
  });

  it('are installed again after the lock file has changed, and it says why', async () => {
    const npm = fakeNpm();
    await ensurePackages({ dir, install: npm.install, say });
    writeFileSync(path.join(dir, 'package-lock.json'), LOCK.replace('1.0.0', '1.0.1'));
    expect(packagesState(dir)).toBe('stale');
    await ensurePackages({ dir, install: npm.install, say });
    expect(npm.runs).toHaveLength(2);
    expect(said.join()).toContain('do not match package-lock.json');
  });

  it('count as unfinished after an install that was cut short, and the next run recovers', async () => {
    const broken = fakeNpm({ fails: true });
    await expect(ensurePackages({ dir, install: broken.install, say })).rejects.toThrow(
      /registry could not be reached/,
    );
    expect(packagesState(dir)).toBe('stale');
    const npm = fakeNpm();
    await ensurePackages({ dir, install: npm.install, say });
    expect(packagesState(dir)).toBe('fresh');
  });

  it('lose every proof of being finished before a new install begins', async () => {
    await ensurePackages({ dir, install: fakeNpm().install, say });
    writeFileSync(path.join(dir, 'package-lock.json'), LOCK.replace('1.0.0', '1.0.1'));
    const killedAtOnce = async () => ({ code: 143, output: '' });
    await expect(ensurePackages({ dir, install: killedAtOnce, say })).rejects.toThrow();
    writeFileSync(path.join(dir, 'package-lock.json'), LOCK);
    expect(packagesState(dir)).toBe('stale');
  });

  it('are trusted when someone ran npm ci by hand', () => {
    mkdirSync(path.join(dir, 'node_modules'));
    writeFileSync(
      path.join(dir, 'node_modules/.package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } }),
    );
    expect(packagesState(dir)).toBe('fresh');
  });

  it('are not trusted when that npm ci was for another lock file', () => {
    mkdirSync(path.join(dir, 'node_modules'));
    writeFileSync(
      path.join(dir, 'node_modules/.package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-old' } } }),
    );
    expect(packagesState(dir)).toBe('stale');
  });

  it('are installed once when two runs start together', async () => {
    const npm = fakeNpm();
    await Promise.all([1, 2].map(() => ensurePackages({ dir, install: npm.install, say })));
    expect(npm.runs).toHaveLength(1);
  });
});

describe('a failed npm ci', () => {
  it.each([
    ['npm error code ENOSPC', /disk is full/],
    ['npm error network request to x failed, reason: getaddrinfo EAI_AGAIN', /registry could not be reached/],
    ['npm error code EINTEGRITY', /not the one package-lock\.json names/],
    ['npm error code EACCES', /may not write/],
    ['spawn npm ENOENT', /npm is not on the PATH/],
    ['anything else', /its own words are above/],
  ])('%s is explained with a remedy', (output, message) => {
    expect(explainFailedInstall(output)).toMatch(message);
  });
});

describe('the Node that does the work', () => {
  it('is refused when it is too old even to install', () => {
    expect(() => assertNodeCanInstall('18.19.1')).toThrow(/Node 18\.19\.1.*needs Node 20/);
    expect(() => assertNodeCanInstall('20.0.0')).not.toThrow();
  });

  it('is the one inside node_modules when there is one', () => {
    const own = path.join(dir, 'node_modules/node/bin/node');
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, '');
    chmodSync(own, 0o755);
    expect(existsSync(own)).toBe(true);
    expect(chooseNode(dir, { version: '20.1.0', path: '/usr/bin/node' })).toEqual({ path: own, flags: [] });
  });

  it('is the running one when node_modules brings none and it is new enough', () => {
    expect(chooseNode(dir, { version: '24.1.0', path: '/n' })).toEqual({ path: '/n', flags: [] });
    expect(chooseNode(dir, { version: '22.18.0', path: '/n' })).toEqual({ path: '/n', flags: [] });
    expect(chooseNode(dir, { version: '22.12.0', path: '/n' })).toEqual({
      path: '/n',
      flags: ['--experimental-strip-types'],
    });
  });

  it('is asked for when node_modules brings none and the running one is too old', () => {
    expect(() => chooseNode(dir, { version: '20.20.2', path: '/n' })).toThrow(
      /Node 20\.20\.2 is too old.*22\.12/s,
    );
  });
});
