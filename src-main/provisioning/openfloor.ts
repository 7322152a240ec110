// npm run openfloor -- <command> [options]: the technician's door.
import { runOpenfloor } from './commands/run-openfloor.ts';

process.exitCode = await runOpenfloor(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  environment: process.env,
});
