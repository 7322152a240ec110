import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from '../../../../../src-main/dev/runtime/unzip.ts';
import { type ZipFile, zipOf } from '../fake-archives.ts';

let dir: string;
let into: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  into = path.join(dir, 'into');
  mkdirSync(into);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function unpack(files: readonly ZipFile[]): Promise<void> {
  const zip = path.join(dir, 'x.zip');
  writeFileSync(zip, zipOf(files));
  await unzip(zip, into);
}

describe('a zip is unpacked', () => {
  it('with its folders, contents and file modes', async () => {
    await unpack([
      { name: 'a/b/run', text: 'echo', mode: 0o100755 },
      { name: 'plain', text: 'text' },
      { name: 'from-dos', text: 'text', mode: 0 },
    ]);
    expect(readFileSync(path.join(into, 'a/b/run'), 'utf8')).toBe('echo');
    expect(statSync(path.join(into, 'a/b/run')).mode & 0o777).toBe(0o755);
    expect(statSync(path.join(into, 'plain')).mode & 0o777).toBe(0o644);
    expect(statSync(path.join(into, 'from-dos')).mode & 0o777).toBe(0o644);
  });

  it('with its symbolic links', async () => {
    await unpack([
      { name: 'lib/current', text: '../real', mode: 0o120755 },
      { name: 'real', text: 'here' },
    ]);
    expect(readlinkSync(path.join(into, 'lib/current'))).toBe('../real');
    expect(readFileSync(path.join(into, 'lib/current'), 'utf8')).toBe('here');
  });
});

describe('a zip that reaches out of its folder is refused', () => {
  it.each(['../evil', 'a/../../evil', '/tmp/openfloor-evil', '..\\evil', 'C:/evil'])(
    'by the path %s',
    async (name) => {
      await expect(unpack([{ name, text: 'evil' }])).rejects.toThrow(/refused: its path .* leads out/);
      expect(existsSync(path.join(dir, 'evil'))).toBe(false);
    },
  );

  it.each(['../../outside', '/etc/passwd'])('by a link to %s', async (target) => {
    await expect(unpack([{ name: 'a/link', text: target, mode: 0o120777 }])).rejects.toThrow(/leads out/);
  });

  it('by a file written through a link', async () => {
    await expect(
      unpack([
        { name: 'link', text: 'real', mode: 0o120777 },
        { name: 'link/file', text: 'x' },
      ]),
    ).rejects.toThrow();
    expect(existsSync(path.join(into, 'real'))).toBe(false);
  });
});
