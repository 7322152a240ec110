import { expect, test } from 'vitest';
import { packagedRuntime } from '../../../../../src-main/dev/package/runtime.ts';
import type { Runtime } from '../../../../../src-main/dev/runtime/find.ts';

const here = (source: Runtime['source'], version: string) => async (): Promise<Runtime> => ({
  source,
  version,
  directory: '/runtimes/one',
  executable: '/runtimes/one/electron',
});
const release = { arch: 'x64', development: false } as const;
const trial = { arch: 'x64', development: true } as const;
const pinned = '45.4.1';

test('A package for terminals in use carries the pinned Electron', async () => {
  const find = here('pinned', pinned);
  expect(await packagedRuntime({ options: release, pinned, isForThisMachine: true, find })).toEqual({
    version: pinned,
    directory: '/runtimes/one',
  });
});

test('A package for terminals in use never carries the Electron that serves development', async () => {
  const find = here('fallback', '33.3.0');
  await expect(packagedRuntime({ options: release, pinned, isForThisMachine: true, find })).rejects.toThrow(
    /No package was made.*33\.3\.0.*development and tests.*45\.4\.1.*--development/s,
  );
});

test('A package for terminals in use does not carry another version that somebody named', async () => {
  const find = here('override', '44.0.0');
  await expect(packagedRuntime({ options: release, pinned, isForThisMachine: true, find })).rejects.toThrow(
    /No package was made.*44\.0\.0.*45\.4\.1/s,
  );
});

test('A trial carries what there is', async () => {
  const find = here('fallback', '33.3.0');
  expect(await packagedRuntime({ options: trial, pinned, isForThisMachine: true, find })).toMatchObject({
    version: '33.3.0',
  });
});

test('A package for another machine is built with the pinned version, which the packer fetches', async () => {
  const find = () => Promise.reject(new Error('not asked'));
  expect(await packagedRuntime({ options: trial, pinned, isForThisMachine: false, find })).toEqual({
    version: pinned,
    directory: null,
  });
});
