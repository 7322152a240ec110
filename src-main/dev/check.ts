import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { exitWith, projectDir } from './packages.mjs';
import { Problem, say } from './say.ts';

/** One thing to check: a name for the summary and the script, with its arguments, that tells by its exit code. */
type Check = { readonly name: string; readonly command: readonly string[] };

const tool = (file: string) => path.join(projectDir, 'node_modules', file);

await exitWith(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--without-tests');
  if (unknown) throw new Problem(`npm run check knows no ${unknown}, only --without-tests.`, 2);

  const checks: Check[] = [
    ...roomsWithTypes().map((room) => ({
      name: `types: ${room}`,
      command: [tool('typescript/bin/tsc'), '-p', room],
    })),
    {
      name: 'the guide itself',
      command: [path.join(projectDir, 'content/publisher/guide.ts'), 'check', '--strict'],
    },
    { name: 'lint and format', command: [tool('@biomejs/biome/bin/biome'), 'check', '.'] },
    ...(args.includes('--without-tests')
      ? []
      : [{ name: 'unit tests', command: [tool('vitest/vitest.mjs'), 'run'] }]),
  ];

  const failed: string[] = [];
  for (const check of checks) {
    say(`\n== ${check.name}`);
    if ((await exitCodeOf(check.command)) !== 0) failed.push(check.name);
  }
  say(`\n${checks.map(({ name }) => `${failed.includes(name) ? 'FAILED' : 'ok    '}  ${name}`).join('\n')}`);
  return failed.length === 0 ? 0 : 1;
});

/** The tsconfig folders that tsconfig.json refers to. */
function roomsWithTypes(): string[] {
  const shape = z.object({ references: z.array(z.object({ path: z.string() })) });
  const root: unknown = JSON.parse(readFileSync(path.join(projectDir, 'tsconfig.json'), 'utf8'));
  return shape.parse(root).references.map((reference) => path.normalize(reference.path));
}

function exitCodeOf(command: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...command], { stdio: 'inherit', cwd: projectDir });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
