// npm run guide -- <command> [options]: the content team's door.
import { enableCompileCache } from 'node:module';

// Has to come first: Node then keeps what it makes of all the files below, and the next command begins sooner.
enableCompileCache();
const { commands } = await import('./commands.ts');
const { runGuide } = await import('./run-guide.ts');

process.exitCode = await runGuide(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
  },
  commands,
);
