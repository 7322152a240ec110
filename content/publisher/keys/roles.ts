import { MetadataKind } from '@tufjs/models';

/** The roles of TUF: what a key may sign. */
export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof ROLES)[number];

/** The version of the TUF specification that our metadata follow. */
export const SPEC_VERSION = '1.0.31';

/** How long a signature lasts, in days. */
export const LIFETIME_DAYS: Readonly<Record<Role, number>> = {
  root: 730,
  targets: 183,
  snapshot: 21,
  timestamp: 21,
};

/** How many days before its end a signature is worth a word: time enough to bring its keys together. */
export const WARN_DAYS: Readonly<Record<Role, number>> = { root: 90, targets: 30, snapshot: 7, timestamp: 7 };

/** The name of a role in the library. */
export const KIND = {
  root: MetadataKind.Root,
  targets: MetadataKind.Targets,
  snapshot: MetadataKind.Snapshot,
  timestamp: MetadataKind.Timestamp,
} as const satisfies Readonly<Record<Role, MetadataKind>>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** When a signature of now ends, to the second. */
export function expiryFrom(now: Date, role: Role): string {
  return utc(new Date(now.getTime() + LIFETIME_DAYS[role] * DAY_MS));
}

/** A moment as TUF and the model write it: `2026-11-27T08:30:00Z`. */
export function utc(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** Whole days from now to a moment; negative when it is over. */
export function daysUntil(moment: string, now: Date): number {
  return Math.floor((Date.parse(moment) - now.getTime()) / DAY_MS);
}
