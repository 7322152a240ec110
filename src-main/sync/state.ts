/** Why nothing could be fetched: nothing is wrong with the content, and the terminal goes on with what it has. */
export const OFFLINE_REASONS = [
  /** No address, no route, nobody answers: the cable, the router, the name. */
  'no-network',
  /** Somebody between the terminal and the server answers in its place: a log-in page, a redirect elsewhere. */
  'captive-portal',
  /** The server's certificate is not accepted; a wrong clock does this too. */
  'certificate',
  /** The proxy refuses or wants a name and a password. */
  'proxy',
  /** Connected, then silence, or bytes too slowly to ever end. */
  'too-slow',
  /** The connection broke off in the middle of a file. */
  'interrupted',
  /** The server says that it cannot now (5xx, 429). */
  'server-trouble',
  /** The server does not have, or does not give, what must be there (404, 403). */
  'not-there',
  /** An answer that HTTP does not allow here: a wrong length, a range nobody asked for, an unknown encoding. */
  'bad-answer',
] as const;
export type OfflineReason = (typeof OFFLINE_REASONS)[number];

/** Why something that was fetched is not taken; what is on show stays. */
export const REFUSAL_CODES = [
  // What TUF decides
  'signature-wrong',
  'expired',
  'rolled-back',
  'not-what-was-signed',
  'metadata-malformed',
  'metadata-too-large',
  'trust-lost',
  // What we ask of targets beyond TUF
  'target-without-sha256',
  'target-too-large',
  'channel-missing',
  'channel-malformed',
  'channel-from-later-version',
  'seq-lower',
  'seq-reused',
  // The edition
  'manifest-unusable',
  'number-taken',
  'blob-wrong',
  'edition-bad',
  // This machine
  'no-room',
  'disk-trouble',
  'unexpected',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Where the terminal stands with its central server; times are milliseconds since 1970 by the wall clock. */
export type SyncState =
  /** No server is set: the terminal lives from its factory edition and from sticks. */
  | { readonly kind: 'off' }
  /** Nothing has been asked yet. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  /** `files` and `bytes` of this edition that have arrived, `of` those that were missing when it began. */
  | {
      readonly kind: 'downloading';
      readonly seq: number;
      readonly files: number;
      readonly bytes: number;
      readonly of: { readonly files: number; readonly bytes: number };
    }
  /** Whole and verified; an understudy is trying it. */
  | { readonly kind: 'trying'; readonly seq: number }
  /** Has what its channel says; `seq` is null while a gradual release has not reached this terminal yet. */
  | { readonly kind: 'up-to-date'; readonly seq: number | null; readonly since: number }
  | {
      readonly kind: 'offline';
      readonly reason: OfflineReason;
      readonly sentence: string;
      readonly since: number;
    }
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly sentence: string;
      readonly since: number;
    };
export type SyncStateKind = SyncState['kind'];
