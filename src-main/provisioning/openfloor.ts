// npm run openfloor -- <command> [options]: the technician's door.
import { machineIo } from './commands/machine-io.ts';
import { runOpenfloor } from './commands/run-openfloor.ts';

process.exitCode = await runOpenfloor(process.argv.slice(2), machineIo(process));
