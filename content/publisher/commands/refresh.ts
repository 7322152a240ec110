import { answering } from '../answer.ts';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import * as say from '../messages.ts';
import { readOptions } from '../options.ts';
import { SIGNING_OPTIONS } from '../signing-options.ts';

const OPTIONS = { ...SIGNING_OPTIONS, also: { type: 'string' } } as const;

/** `guide refresh`: signs anew what ends soon. */
export const refresh: Command = {
  name: 'refresh',
  summary: say.refreshSummary,
  usage: say.refreshUsage,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const { also } = options;
  if (also !== undefined && also !== 'targets' && also !== 'root') throw new UsageError(say.badAlso(also));
  return answering(options.json === true, say.notRefreshedHeading, io, async () => {
    const { atWorkbench } = await import('../release/workbench.ts');
    const { refresh: sign } = await import('../release/refresh.ts');
    const passphraseFile = options['passphrase-file'];
    const endings = await atWorkbench(options, io, (bench) => sign(bench, also, passphraseFile, io), {
      changesRoot: also === 'root',
    });
    const soon = endings.some((each) => each.soon);
    return {
      facts: { soon, roles: endings },
      text: say.refreshed(endings),
      code: soon ? EXIT.soon : EXIT.ok,
    };
  });
}
