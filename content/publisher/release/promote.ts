import type { Channel, ChannelName } from '../../model/channel.ts';
import { isDocumentPath } from '../../model/edition.ts';
import { compareEditions, UnknownForm } from '../diff/compare-editions.ts';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import { announce } from './announce.ts';
import { type Pointing, pointAt } from './channel-change.ts';
import { costOf } from './cost.ts';
import { editionInTree, findEdition, type ManifestName, renumbered, sameFiles } from './editions.ts';
import { type PastEdition, previousOf } from './history.ts';
import type { PublishOutcome } from './publish-guide.ts';
import type { Workbench } from './workbench.ts';

/**
 * Gives a channel the edition of another one: the very same when its number is higher than what the channel had, else the same
 * files under a new number.
 */
export async function promote(
  bench: Workbench,
  from: ChannelName,
  to: ChannelName,
  rolloutPercent: number | undefined,
): Promise<PublishOutcome> {
  const source = bench.tree.channels.get(from);
  if (source === undefined) return refuse(from, say.noSuchChannel(from, [...bench.tree.channels.keys()]));
  const target = bench.tree.channels.get(to);
  const rollout = rolloutPercent ?? 100;
  return give(bench, to, source.manifest, { label: source.label, rolloutPercent: rollout }, target);
}

/** Brings back an edition that a channel had: the last good one, or the one with that number. Nothing is uploaded but lists. */
export async function rollBack(
  bench: Workbench,
  name: ChannelName,
  seq: number | undefined,
): Promise<PublishOutcome> {
  const { tree } = bench;
  const current = tree.channels.get(name);
  const history = tree.histories.get(name);
  if (current === undefined || history === undefined) {
    return refuse(name, say.noSuchChannel(name, [...tree.channels.keys()]));
  }
  const past: PastEdition | undefined =
    seq === undefined ? previousOf(history) : history.editions.find((each) => each.seq === seq);
  if (past === undefined) {
    const known = history.editions.map((each) => each.seq).filter((each) => each !== current.seq);
    return refuse(name, seq === undefined ? say.nothingBefore(name) : say.unknownEdition(name, seq, known));
  }
  const edition = await findEdition(tree.folder, past.manifest);
  if (edition === undefined) return refuse(name, say.editionGone(past.seq));
  for (const file of edition.files.values()) await edition.read(file);
  const restores = past.restores ?? past.seq;
  return give(bench, name, past.manifest, { label: past.label, rolloutPercent: 100, restores }, current);
}

async function give(
  bench: Workbench,
  name: ChannelName,
  wanted: ManifestName,
  how: Pick<Pointing, 'label' | 'rolloutPercent' | 'restores'>,
  before: Channel | undefined,
): Promise<PublishOutcome> {
  const { tree, numbers } = bench;
  const edition = await editionInTree(tree.folder, wanted);
  const earlier = before && (await editionInTree(tree.folder, before.manifest));
  const isShown =
    before !== undefined && earlier !== undefined && sameFiles(earlier.manifest, edition.manifest);
  if (isShown && how.rolloutPercent === (before.rolloutPercent ?? 100))
    return { is: 'unchanged', channel: before };

  const pointing = ((): Pointing => {
    if (isShown) {
      const { seq, manifest, label } = before;
      return { ...how, label, seq, manifest, manifestBytes: earlier.manifestBytes };
    }
    if (edition.seq > (before?.seq ?? 0)) {
      return { ...how, seq: edition.seq, manifest: wanted, manifestBytes: edition.manifestBytes };
    }
    const next = renumbered(edition.manifest, numbers.seq + 1);
    return { ...how, seq: numbers.seq + 1, manifest: next.name, manifestBytes: next.bytes };
  })();
  const change = await pointAt(bench, name, pointing);
  const files = await announce(bench, change, change.cargo);
  const to = { ...edition, seq: pointing.seq, pointer: pointing.manifest };
  return {
    is: 'published',
    channel: change.channel,
    documents: edition.manifest.files.filter(({ path }) => isDocumentPath(path)).length,
    diff: earlier && (await compareEditions(earlier, to).catch(unlessUnknown)),
    cost: costOf(earlier, to, change.cargo.patches, files),
    from: before?.seq,
  };
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof UnknownForm)) throw error;
}
