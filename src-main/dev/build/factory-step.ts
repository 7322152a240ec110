import path from 'node:path';
import { runCommand } from '../commands.ts';
import { Problem } from '../say.ts';
import type { BuildStep } from './step.ts';

/** The edition shipped inside the app, made by the guide command. What it says is passed on. */
export function factoryStep(projectDir: string, shared: readonly string[]): BuildStep {
  return {
    name: 'factory',
    inputs: [...shared, 'content'],
    output: 'out/factory',
    proof: 'edition.json',
    build: async (into) => {
      const guide = path.join(projectDir, 'content/publisher/guide.ts');
      const { code, output } = await runCommand(
        process.execPath,
        [...process.execArgv, guide, 'build', '--out', into],
        { cwd: projectDir },
      );
      if (code !== 0) throw new Problem(`The guide could not be built:\n${output.trim()}`);
      return output;
    },
  };
}
