import { answering } from '../answer.ts';
import { type Command, type Io, UsageError } from '../command.ts';
import * as say from '../messages.ts';
import { readArguments } from '../options.ts';
import { SIGNING_OPTIONS } from '../signing-options.ts';
import { checkIsMeant, fingerprintOf, publicationAnswer, toChannel, toPercent } from './publish.ts';

const OPTIONS = {
  ...SIGNING_OPTIONS,
  rollout: { type: 'string' },
  'new-channel': { type: 'boolean' },
} as const;

/** `guide promote`: gives one channel the edition of another. */
export const promote: Command = {
  name: 'promote',
  summary: say.promoteSummary,
  usage: say.promoteUsage,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, words } = readArguments(args, OPTIONS, 2);
  const [one, other] = words;
  if (one === undefined || other === undefined || one === other) throw new UsageError(say.promoteNeedsTwo);
  const from = toChannel(one);
  const to = toChannel(other);
  const rollout = options.rollout === undefined ? undefined : toPercent(options.rollout);
  return answering(options.json === true, say.notPublishedHeading, io, async () => {
    const { atWorkbench } = await import('../release/workbench.ts');
    const { promote: give } = await import('../release/promote.ts');
    return atWorkbench(options, io, async (bench) => {
      checkIsMeant(to, [...bench.tree.channels.keys()], options['new-channel'] === true);
      return publicationAnswer(to, await give(bench, from, to, rollout), await fingerprintOf(bench));
    });
  });
}
