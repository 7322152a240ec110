import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { selfSignedRoot } from '../../src-main/sync/trust/pinned-root.ts';
import { filesUnder } from './machine.ts';

const unpacked = process.env['OPENFLOOR_UNPACKED'] ?? '';
const archive = path.join(unpacked, 'resources/app.asar');

/** Every switch that Electron has in its executable, as it must be set. */
const FUSES: Readonly<Record<keyof typeof FuseV1Options, FuseState | null>> = {
  RunAsNode: FuseState.DISABLE,
  EnableCookieEncryption: FuseState.ENABLE,
  EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
  EnableNodeCliInspectArguments: FuseState.DISABLE,
  EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
  OnlyLoadAppFromAsar: FuseState.ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
  GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
  // Newer Electrons only, and about speed: as it comes.
  WasmTrapHandlers: null,
};

test('Nobody can start the application as Node, debug it, or put another one in its place', async () => {
  const wire: Readonly<Record<string, unknown>> = {
    ...(await getCurrentFuseWire(path.join(unpacked, 'openfloor-kiosk'))),
  };
  const names = Object.keys(FUSES) as (keyof typeof FuseV1Options)[];
  for (const name of names) {
    const wanted = FUSES[name];
    if (wanted !== null) expect(wire[FuseV1Options[name]], name).toBe(wanted);
  }
  // A fuse that a newer Electron brings must be decided upon, not overlooked.
  const known = new Set(names.map((name) => String(FuseV1Options[name])));
  expect(Object.keys(wire).filter((key) => /^\d+$/.test(key) && !known.has(key))).toEqual([]);
});

test('The archive holds what was built: no sources, no maps, no development tools, no packages', async () => {
  const files = listPackage(archive, { isPack: false });
  expect(files).toContain('/out/main/main.mjs');
  expect(files).toContain('/out/preload/visitor.cjs');
  expect(files).toContain('/out/pages/visitor/index.html');
  expect(
    files.filter((file) => /\.(?:tsx?|map|md|ya?ml)$|node_modules|\/dev\/|\/tests?\//.test(file)),
  ).toEqual([]);
  const rooms = files.filter(
    (file) =>
      !/^\/(?:package\.json|out|out\/(?:main|preload|pages)(?:\/.*)?|assets|assets\/root\.json)$/.test(file),
  );
  expect(rooms).toEqual([]);
});

test('The root of trust inside, if there is one, is one: signed by its own keys, and nothing beside it', () => {
  const files = listPackage(archive, { isPack: false }).filter((file) => file.startsWith('/assets/'));
  expect(['', '/assets/root.json']).toContain(files.join());
  if (files.length > 0) expect(() => selfSignedRoot(extractFile(archive, 'assets/root.json'))).not.toThrow();
});

test('What runs in a terminal knows nothing of this machine', async () => {
  const project = process.env['OPENFLOOR_PROJECT'] ?? '';
  for (const file of listPackage(archive, { isPack: false })) {
    if (!/\.(?:mjs|cjs|js|html|json)$/.test(file)) continue;
    const text = extractFile(archive, file.slice(1)).toString();
    expect(text.includes(project), `${file} holds ${project}`).toBe(false);
  }
});

test('The factory edition lies beside the archive, and the licences of everything inside', () => {
  expect(filesUnder(path.join(unpacked, 'resources/factory'))).toContain('edition.json');
  for (const file of [
    'LICENSE',
    'LICENSE.electron.txt',
    'LICENSES.chromium.html',
    'THIRD-PARTY-LICENSES.txt',
  ])
    expect(existsSync(path.join(unpacked, file)), file).toBe(true);
  expect(statSync(path.join(unpacked, 'LICENSE')).size).toBeGreaterThan(10_000);
});

test('Neither Electron’s own sample application nor a mark of this machine’s cache is inside', () => {
  const files = filesUnder(unpacked);
  expect(files.filter((file) => /default_app|openfloor-runtime/.test(file))).toEqual([]);
});
