import { answering } from '../answer.ts';
import { type Command, type Io, UsageError } from '../command.ts';
import * as say from '../messages.ts';
import { readOptions } from '../options.ts';
import { SIGNING_OPTIONS } from '../signing-options.ts';

const OPTIONS = {
  ...SIGNING_OPTIONS,
  'keep-days': { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/** How long what nobody needs is kept when nobody says otherwise, in days: a terminal in a cupboard over the summer still finds its way. */
const USUAL_DAYS = 90;

/** `guide gc`: takes out of a published tree what nobody needs. */
export const gc: Command = { name: 'gc', summary: say.gcSummary, usage: say.gcUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const days = options['keep-days'] === undefined ? USUAL_DAYS : toDays(options['keep-days']);
  const dryRun = options['dry-run'] === true;
  return answering(options.json === true, say.notCollectedHeading, io, async () => {
    const { atWorkbench } = await import('../release/workbench.ts');
    const { findGarbage, takeOut } = await import('../release/collect.ts');
    return atWorkbench(options, io, async ({ tree, now }) => {
      const { paths, bytes, kept } = await findGarbage(tree, days, now);
      if (!dryRun) await takeOut(tree, paths);
      return {
        facts: { dryRun, removed: paths, bytes, kept },
        text: say.collected(paths.length, bytes, kept, dryRun),
      };
    });
  });
}

function toDays(value: string): number {
  const days = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (days < 1 || days > 36_500) throw new UsageError(say.badDays(value));
  return days;
}
