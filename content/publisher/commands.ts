import type { Command } from './command.ts';
import { build } from './commands/build.ts';
import { check } from './commands/check.ts';
import { diff } from './commands/diff.ts';
import { exportTranslation } from './commands/export-translation.ts';
import { gc } from './commands/gc.ts';
import { importTranslation } from './commands/import-translation.ts';
import { keys } from './commands/keys.ts';
import { manual } from './commands/manual.ts';
import { begin } from './commands/new.ts';
import { notice } from './commands/notice.ts';
import { preview } from './commands/preview.ts';
import { promote } from './commands/promote.ts';
import { publish } from './commands/publish.ts';
import { refresh } from './commands/refresh.ts';
import { rollback } from './commands/rollback.ts';
import { serve } from './commands/serve.ts';
import { verify } from './commands/verify.ts';

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
  keys,
  publish,
  promote,
  rollback,
  notice,
  refresh,
  verify,
  gc,
  serve,
];
