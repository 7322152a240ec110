// node src-main/dev/with-packages.mjs <script> [arguments]: runs one script of the project, packages first.
import { exitWith, runWithPackages, SetupProblem } from './packages.mjs';

const [script, ...args] = process.argv.slice(2);
await exitWith(() => {
  if (!script) throw new SetupProblem('Which script? Usage: with-packages.mjs <script> [arguments]', 2);
  return runWithPackages(script, args);
});
