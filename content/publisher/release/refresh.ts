import type { Io } from '../command.ts';
import { findPassphrases } from '../keys/passphrases.ts';
import { daysUntil, ROLES, type Role, WARN_DAYS } from '../keys/roles.ts';
import type { RootMetadata } from '../keys/root.ts';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import type { Published } from '../tree/read-tree.ts';
import { announce } from './announce.ts';
import { carryOut, planChange } from './change-trust.ts';
import type { Workbench } from './workbench.ts';

/** When the signatures of a role end. */
export type Ending = {
  readonly role: Role;
  readonly expires: string;
  /** Whole days; negative when it is over. */
  readonly days: number;
  /** True when somebody has to do something about it soon. */
  readonly soon: boolean;
};

/** When the signatures of each role end, as of `now`. */
export function endings(root: RootMetadata, published: Published, now: Date): readonly Ending[] {
  const metadata = { root, ...published };
  return ROLES.map((role) => {
    const { expires } = metadata[role].signed;
    const days = daysUntil(expires, now);
    return { role, expires, days, soon: days < WARN_DAYS[role] };
  });
}

/** Signs anew what ends: snapshot and timestamp with the online key, and the targets or the root too when asked for. */
export async function refresh(
  bench: Workbench,
  also: 'targets' | 'root' | undefined,
  passphraseFile: string | undefined,
  io: Io,
): Promise<readonly Ending[]> {
  const { tree, now } = bench;
  if (tree.published === undefined) return refuse(tree.folder, say.nothingPublished);
  if (also === 'root') {
    const change = { roles: ['root'], add: [], remove: [], renew: true } as const;
    const passphrases = await findPassphrases(passphraseFile, io);
    const plan = await planChange(bench, passphrases, change, []);
    await carryOut(bench, plan, change, new Map());
    const root = plan.roots.at(-1)?.metadata ?? tree.root.metadata;
    return endings(root, plan.published, now);
  }
  const { published } = await announce(bench, {}, {}, also === 'targets');
  return endings(tree.root.metadata, published, now);
}
