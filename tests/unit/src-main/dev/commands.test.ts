import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findOnPath, isStill, runCommand } from '../../../../src-main/dev/commands.ts';

it('a command that makes no progress is stopped', async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  const hang = ['-e', 'setInterval(() => {}, 1000)'];
  const result = await runCommand(process.execPath, hang, {
    progress: { directory, firstByteMs: 100, stallMs: 100 },
  });
  rmSync(directory, { recursive: true });
  expect(result.silent).toBe(true);
  expect(result.code).not.toBe(0);
});

it('a command that got something is given the longer time', () => {
  const limit = { directory: '', firstByteMs: 8_000, stallMs: 30_000 };
  expect(isStill(limit, 9_000, false)).toBe(true);
  expect(isStill(limit, 9_000, true)).toBe(false);
  expect(isStill(limit, 31_000, true)).toBe(true);
});

it('what a command prints on both channels is kept, with its exit code', async () => {
  const code = 'console.log("out"); console.error("err"); process.exitCode = 3';
  const result = await runCommand(process.execPath, ['-e', code]);
  expect(result).toMatchObject({ code: 3, silent: false });
  expect(result.output).toContain('out');
  expect(result.output).toContain('err');
});

it('a command that does not exist is a result, not an exception', async () => {
  expect(await runCommand('openfloor-no-such-command', [])).toMatchObject({ code: 127 });
});

it('a command is found on the PATH, or not', () => {
  const env = { PATH: path.dirname(process.execPath) };
  expect(findOnPath(path.basename(process.execPath), env)).toBe(process.execPath);
  expect(findOnPath('openfloor-no-such-command', env)).toBeNull();
});
