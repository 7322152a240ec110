// npm test: packages, then test.ts does the rest.
import { exitWith, runWithPackages } from './packages.mjs';

await exitWith(() => runWithPackages('src-main/dev/test.ts', process.argv.slice(2)));
