import { MAX_RECEIPT_PATHS, type StickAnswer, type StickReceipt, type SyncNews } from '../contract/staff.ts';
import type { Receipt } from '../sync/receipt.ts';
import type { SyncState } from '../sync/state.ts';
import type { StickOutcome } from '../sync/sync.ts';

/** How the terminal stands with its server, as the staff page is told. */
export function syncNewsOf(state: SyncState): SyncNews {
  const plain = { state: state.kind, code: null, sentence: null, seq: null, progress: null };
  switch (state.kind) {
    case 'offline':
      return { ...plain, code: state.reason, sentence: state.sentence };
    case 'refused':
      return { ...plain, code: state.code, sentence: state.sentence };
    case 'downloading':
      return {
        ...plain,
        seq: state.seq,
        progress: state.of.bytes === 0 ? 1 : Math.min(1, state.bytes / state.of.bytes),
      };
    case 'trying':
    case 'up-to-date':
      return { ...plain, seq: state.seq };
    default:
      return plain;
  }
}

/** What came of a stick, as the staff page is told. */
export function stickAnswerOf(outcome: StickOutcome): StickAnswer {
  if (outcome.kind === 'receipt') return { kind: 'receipt', receipt: receiptOf(outcome.receipt) };
  const { state } = outcome;
  return {
    kind: 'failed',
    code: state.kind === 'offline' ? state.reason : state.code,
    sentence: state.sentence,
  };
}

function receiptOf(receipt: Receipt): StickReceipt {
  const { channel, label, from, to, isNothingNew, documents, publishedAt, signedBy } = receipt;
  return {
    channel,
    label,
    from,
    to,
    isNothingNew,
    added: counted(documents.added),
    changed: counted(documents.changed),
    removed: counted(documents.removed),
    publishedAt,
    signedBy: signedBy.map(({ name, keyId }) => (name ?? keyId.slice(0, 12)).slice(0, 120)),
  };
}

const counted = (paths: readonly string[]) => ({
  count: paths.length,
  first: paths.slice(0, MAX_RECEIPT_PATHS),
});
