// npm run guide -- <command> [options]: the content team's door.
import { build } from './commands/build.ts';
import { runGuide } from './run-guide.ts';

process.exitCode = await runGuide(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
  },
  [build],
);
