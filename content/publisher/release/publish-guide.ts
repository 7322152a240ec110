import type { Channel, ChannelName } from '../../model/channel.ts';
import { blobPath, isDocumentPath } from '../../model/edition.ts';
import { compareEditions, type EditionDiff, UnknownForm } from '../diff/compare-editions.ts';
import { daysUntil, WARN_DAYS } from '../keys/roles.ts';
import * as say from '../messages.ts';
import { Refusal } from '../refusal.ts';
import type { Edition } from '../steps/assemble.ts';
import type { Compiled } from '../steps/compile-guide.ts';
import { withTwins } from '../tree/twins.ts';
import { announce } from './announce.ts';
import { pointAt } from './channel-change.ts';
import { type Cost, costOf } from './cost.ts';
import { editionInMemory, editionInTree, type PublishedEdition, sameFiles } from './editions.ts';
import type { Workbench } from './workbench.ts';

/** What to publish, and where. */
export type PublishOrder = {
  readonly channel: ChannelName;
  readonly label: string | undefined;
  readonly rolloutPercent: number | undefined;
  /** Publish anew although nothing changed: a tree that came back from an old copy. */
  readonly always: boolean;
  /** A number that the edition has to be above, beside those of the tree: that of an edition inside the application. */
  readonly above: number;
  /** Turns the guide into an edition with this number. */
  readonly compile: (seq: number) => Promise<Compiled>;
};

/** What came of it. */
export type PublishOutcome =
  | { readonly is: 'unchanged'; readonly channel: Channel }
  | {
      readonly is: 'published';
      readonly channel: Channel;
      readonly documents: number;
      /** Absent for a first edition, or when the one before has a form this program does not know. */
      readonly diff: EditionDiff | undefined;
      readonly cost: Cost;
      readonly from: number | undefined;
    };

/** Builds, checks, signs and writes an edition for a channel; nothing is written when the guide has mistakes, or when nothing changed. */
export async function publishGuide(bench: Workbench, order: PublishOrder): Promise<PublishOutcome> {
  const { tree, numbers, now } = bench;
  const before = tree.channels.get(order.channel);
  const earlier = before && (await editionInTree(tree.folder, before.manifest));
  const compiled = await order.compile(Math.max(numbers.seq, order.above) + 1);
  if (!compiled.ok) throw new Refusal(compiled.problems);
  const { edition } = compiled;

  if (
    before !== undefined &&
    earlier !== undefined &&
    !order.always &&
    sameFiles(earlier.manifest, edition.manifest)
  ) {
    return publishAgain(bench, order, before, earlier, now);
  }
  const change = await pointAt(bench, order.channel, {
    seq: edition.pointer.seq,
    manifest: edition.pointer.manifest,
    manifestBytes: edition.blobs.get(blobPath(edition.pointer.manifest.sha256)) ?? new Uint8Array(),
    label: order.label ?? say.usualLabel(edition.pointer.seq),
    rolloutPercent: order.rolloutPercent,
  });
  const files = await announce(bench, change, {
    ...change.cargo,
    blobs: withTwins(edition.blobs, isTextIn(edition)),
  });
  const to = editionInMemory(edition);
  return {
    is: 'published',
    channel: change.channel,
    documents: edition.manifest.files.filter(({ path }) => isDocumentPath(path)).length,
    diff: earlier && (await compare(earlier, to)),
    cost: costOf(earlier, to, change.cargo.patches, files),
    from: before?.seq,
  };
}

/** The same files: another rollout or label is a new pointer at the same edition, and signatures that end soon are made anew. */
async function publishAgain(
  bench: Workbench,
  order: PublishOrder,
  before: Channel,
  earlier: PublishedEdition,
  now: Date,
): Promise<PublishOutcome> {
  const label = order.label ?? before.label;
  const rollout = order.rolloutPercent ?? before.rolloutPercent ?? 100;
  const expires = bench.tree.published?.targets.signed.expires;
  const endsSoon = expires !== undefined && daysUntil(expires, now) < WARN_DAYS.targets;
  if (label === before.label && rollout === (before.rolloutPercent ?? 100) && !endsSoon) {
    return { is: 'unchanged', channel: before };
  }
  const { seq, manifest } = before;
  const pointing = { seq, manifest, manifestBytes: earlier.manifestBytes, label, rolloutPercent: rollout };
  const change = await pointAt(bench, order.channel, pointing);
  const files = await announce(bench, change);
  return {
    is: 'published',
    channel: change.channel,
    documents: earlier.manifest.files.filter(({ path }) => isDocumentPath(path)).length,
    diff: await compare(earlier, earlier),
    cost: costOf(earlier, earlier, new Map(), files),
    from: seq,
  };
}

/** Texts among the blobs of an edition: what compressing makes smaller. */
function isTextIn({ manifest: { files }, pointer }: Edition): (path: string) => boolean {
  const texts = files.filter(
    ({ type }) => type === 'application/json' || type === 'image/svg+xml' || type.startsWith('text/'),
  );
  const paths = new Set([pointer.manifest.sha256, ...texts.map(({ sha256 }) => sha256)].map(blobPath));
  return (path) => paths.has(path);
}

/** What a visitor will see of it; undefined when the earlier edition has a form that this program does not know. */
async function compare(...[from, to]: Parameters<typeof compareEditions>): Promise<EditionDiff | undefined> {
  try {
    return await compareEditions(from, to);
  } catch (error) {
    if (error instanceof UnknownForm) return undefined;
    throw error;
  }
}
