import { answering } from '../answer.ts';
import { type Command, type Io, UsageError } from '../command.ts';
import * as say from '../messages.ts';
import { readOptions } from '../options.ts';
import { SIGNING_OPTIONS } from '../signing-options.ts';
import { fingerprintOf, publicationAnswer, toChannel } from './publish.ts';

const OPTIONS = { ...SIGNING_OPTIONS, channel: { type: 'string' }, edition: { type: 'string' } } as const;

/** `guide rollback`: brings back the edition a channel had before. */
export const rollback: Command = {
  name: 'rollback',
  summary: say.rollbackSummary,
  usage: say.rollbackUsage,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const channel = toChannel(options.channel);
  const seq = options.edition === undefined ? undefined : toSeq(options.edition);
  return answering(options.json === true, say.notPublishedHeading, io, async () => {
    const { atWorkbench } = await import('../release/workbench.ts');
    const { rollBack } = await import('../release/promote.ts');
    return atWorkbench(options, io, async (bench) =>
      publicationAnswer(channel, await rollBack(bench, channel, seq), await fingerprintOf(bench)),
    );
  });
}

function toSeq(value: string): number {
  const seq = /^[1-9]\d{0,14}$/.test(value) ? Number(value) : 0;
  if (seq < 1) throw new UsageError(say.badEdition(value));
  return seq;
}
