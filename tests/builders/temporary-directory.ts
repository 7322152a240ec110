import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes empty directories for one test file; all of them are removed after its last test. */
export function temporaryDirectory(): () => Promise<string> {
  const made: string[] = [];
  afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true, force: true }))));
  return async () => {
    const directory = await mkdtemp(join(tmpdir(), 'openfloor-test-'));
    made.push(directory);
    return directory;
  };
}
