import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mainStep } from '../../../../src-main/dev/build/main-step.ts';
import { CRASH_POINTS } from '../../../../src-main/store/crash-points.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const project = join(import.meta.dirname, '../../../..');
const makeDirectory = temporaryDirectory();

test('No point at which a test can end the terminal is in the terminal that people get', {
  timeout: 120_000,
}, async () => {
  const into = await makeDirectory();
  await mainStep(project, []).build(into);
  const built = await readFile(join(into, 'main.mjs'), 'utf8');
  expect(built).toContain('active-a');
  expect(built).not.toContain('OPENFLOOR_CRASH_AT');
  expect(
    CRASH_POINTS.filter((point) => built.includes(`"${point}"`) || built.includes(`'${point}'`)),
  ).toEqual([]);
  expect(built).not.toContain('crashPoint(');
});
