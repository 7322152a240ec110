import type { Manifest } from '../../content/model/edition.ts';
import { type CycleParts, pointerOf, runCycle } from './cycle.ts';
import { given } from './faults.ts';
import { changedDocuments, type Receipt, signersOf } from './receipt.ts';

/**
 * Reads a published tree from a stick by the very code that reads a server, and says what it brought. A gradual release
 * does not hold it back: somebody came with it. Rejects with `FetchFailure` or `Refusal`.
 */
export async function readStick(parts: CycleParts): Promise<{ receipt: Receipt; isBeingTried: boolean }> {
  const before = parts.store.active();
  const outcome = await runCycle(parts);
  const { channel } = outcome;
  const there: Manifest | null =
    outcome.kind === 'trying' || before?.seq !== channel.seq
      ? given(await parts.store.readManifest(pointerOf(channel)))
      : before.manifest;
  return {
    isBeingTried: outcome.kind === 'trying',
    receipt: {
      source: parts.transport.name,
      channel: parts.channel,
      label: channel.label,
      from: before?.seq ?? null,
      to: channel.seq,
      isNothingNew: outcome.kind !== 'trying' && parts.store.active()?.seq === before?.seq,
      documents: changedDocuments(before?.manifest ?? null, there),
      publishedAt: channel.publishedAt,
      signedBy: signersOf(parts.memory.record()),
    },
  };
}
