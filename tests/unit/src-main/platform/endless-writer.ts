import { pathToFileURL } from 'node:url';
import { replaceDurably } from '../../../../src-main/platform/durable-file.ts';

// Replaces a file again and again, each time with one letter many times over, until somebody ends it. Prints a dot when it
// begins.

/** How many letters, in bytes: so many that writing them takes a while. */
export const LENGTH = 16_000_000;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file = ''] = process.argv.slice(2);
  process.stdout.write('.');
  for (let turn = 0; ; turn += 1) {
    await replaceDurably(file, String.fromCharCode(97 + (turn % 26)).repeat(LENGTH));
  }
}
