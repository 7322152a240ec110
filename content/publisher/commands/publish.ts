import { type Channel, channelName } from '../../model/channel.ts';
import { MAX_LABEL_CHARACTERS } from '../../model/limits.ts';
import { type Answer, answering } from '../answer.ts';
import { type Command, type Io, UsageError } from '../command.ts';
import { COMPILE_OPTIONS, cacheOf, compileEdition } from '../compile-edition.ts';
import { guideFolder } from '../guide-folder.ts';
import * as say from '../messages.ts';
import { readOptions } from '../options.ts';
import { refuse } from '../refusal.ts';
import type { PublishOutcome } from '../release/publish-guide.ts';
import type { Workbench } from '../release/workbench.ts';
import { SIGNING_OPTIONS } from '../signing-options.ts';
import { nearest } from '../steps/nearest.ts';

const OPTIONS = {
  ...SIGNING_OPTIONS,
  ...COMPILE_OPTIONS,
  channel: { type: 'string' },
  label: { type: 'string' },
  rollout: { type: 'string' },
  above: { type: 'string' },
  'new-channel': { type: 'boolean' },
  restored: { type: 'boolean' },
} as const;

/** `guide publish`: builds, checks, signs and writes an edition where terminals find it. */
export const publish: Command = {
  name: 'publish',
  summary: say.publishSummary,
  usage: say.publishUsage,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const channel = toChannel(options.channel);
  const rolloutPercent = options.rollout === undefined ? undefined : toPercent(options.rollout);
  const label = options.label === undefined ? undefined : toLabel(options.label);
  const above = options.above === undefined ? 0 : toNumber(options.above);
  const content = guideFolder(options.content, io.cwd);
  const cache = cacheOf(options, io.cwd);
  const json = options.json === true;
  const restored = options.restored === true;

  return answering(json, say.notPublishedHeading, io, async () => {
    const { atWorkbench } = await import('../release/workbench.ts');
    const { publishGuide } = await import('../release/publish-guide.ts');
    const onMakeImage = json ? undefined : (path: string) => io.out(`${say.makingImage(path)}\n`);
    const work = async (bench: Workbench): Promise<Answer> => {
      checkIsMeant(channel, [...bench.tree.channels.keys()], options['new-channel'] === true);
      let keep = async (): Promise<void> => undefined;
      const compile = async (seq: number) => {
        const edition = await compileEdition(content, seq, cache, onMakeImage);
        keep = edition.keep;
        return edition.compiled;
      };
      const outcome = await publishGuide(bench, {
        channel,
        label,
        rolloutPercent,
        always: restored,
        above,
        compile,
      });
      await keep();
      return publicationAnswer(channel, outcome, await fingerprintOf(bench));
    };
    return atWorkbench(options, io, work, { restored });
  });
}

/** What people compare to know the root under which a publication counts: the same that `keys list` and provisioning show. */
export async function fingerprintOf({ tree }: Pick<Workbench, 'tree'>): Promise<string> {
  const { rootFingerprint } = await import('../keys/root.ts');
  return rootFingerprint(tree.root.metadata.signed);
}

/** What a command that changed a channel has to say; `root` is the fingerprint of the root under which it counts. */
export function publicationAnswer(name: string, outcome: PublishOutcome, root: string): Answer {
  const { seq, label, rolloutPercent, publishedAt, manifest } = outcome.channel satisfies Channel;
  const facts = {
    channel: name,
    seq,
    label,
    publishedAt,
    manifest: manifest.sha256,
    rolloutPercent: rolloutPercent ?? 100,
    root,
  };
  const under = `\n${say.publishedUnder(root)}`;
  if (outcome.is === 'unchanged')
    return { facts: { changed: false, ...facts }, text: say.unchanged(name, seq) + under };
  const { from, documents, diff, cost } = outcome;
  return {
    facts: { changed: true, ...facts, from: from ?? null, documents, diff: diff ?? null, bytes: cost },
    text: say.published({ channel: name, seq, label, rolloutPercent, from, documents, diff, cost }) + under,
  };
}

/** The name of a channel; throws {@link UsageError}. */
export function toChannel(value: string | undefined): string {
  if (value === undefined) throw new UsageError(say.channelIsMissing);
  if (!channelName.safeParse(value).success) throw new UsageError(say.badChannel(value));
  return value;
}

/** A number of terminals in a hundred; throws {@link UsageError}. */
export function toPercent(value: string): number {
  const percent = /^\d{1,3}$/.test(value) ? Number(value) : 101;
  if (percent > 100) throw new UsageError(say.badRollout(value));
  return percent;
}

/** Refuses a channel that does not exist yet, unless it is said to be new or is the first of all. */
export function checkIsMeant(name: string, known: readonly string[], isNew: boolean): void {
  if (known.length === 0 || known.includes(name) || isNew) return;
  refuse(name, say.channelIsNew(name, nearest(name, known)));
}

function toNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(say.badAbove(value));
  return Number(value);
}

function toLabel(value: string): string {
  if (value.length > MAX_LABEL_CHARACTERS || /[\p{Cc}\u2028\u2029]/u.test(value) || value.trim() === '') {
    throw new UsageError(say.badLabel(MAX_LABEL_CHARACTERS));
  }
  return value;
}
