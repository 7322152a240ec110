// One command of the content team that dies at a named point, as if the power went: node killed-child.ts POINT COMMAND...
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { commands } = await import('../../../../../content/publisher/commands.ts');
const { runGuide } = await import('../../../../../content/publisher/run-guide.ts');

const [point = '', ...args] = process.argv.slice(2);

process.exitCode = await runGuide(
  args,
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    reached: (now) => {
      if (now.startsWith(point)) process.kill(process.pid, 'SIGKILL');
    },
  },
  commands,
);
