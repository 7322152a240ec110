import type { Command } from './command.ts';
import { build } from './commands/build.ts';
import { check } from './commands/check.ts';
import { diff } from './commands/diff.ts';
import { exportTranslation } from './commands/export-translation.ts';
import { importTranslation } from './commands/import-translation.ts';
import { manual } from './commands/manual.ts';
import { begin } from './commands/new.ts';
import { preview } from './commands/preview.ts';

/** Every command of the content team, in the order of the overview. */
export const commands: readonly Command[] = [
  begin,
  manual,
  build,
  check,
  preview,
  diff,
  exportTranslation,
  importTranslation,
];
