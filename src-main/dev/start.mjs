// npm start: reads the command line first (a typing mistake should not cost an install), then packages, then start.ts.
import { parseStart, USAGE } from './options.mjs';
import { exitWith, runWithPackages, SetupProblem } from './packages.mjs';

await exitWith(() => {
  const args = process.argv.slice(2);
  if (process.env.npm_config_shot !== undefined) {
    throw new SetupProblem('npm kept --shot for itself. Put -- in front: npm start -- --shot FILE.png', 2);
  }
  const options = parseStart(args, process.cwd());
  if (options.kind === 'mistake') throw new SetupProblem(options.message, 2);
  if (options.kind === 'help') {
    console.log(USAGE);
    return 0;
  }
  return runWithPackages('src-main/dev/start.ts', args);
});
