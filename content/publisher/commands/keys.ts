import { resolve } from 'node:path';
import { type Answer, answering } from '../answer.ts';
import { type Command, type Io, UsageError } from '../command.ts';
import type { Role } from '../keys/roles.ts';
import * as say from '../messages.ts';
import { readArguments } from '../options.ts';
import { refuse } from '../refusal.ts';
import { keyFolders, SIGNING_OPTIONS, type SigningOptions } from '../signing-options.ts';

const OPTIONS = {
  ...SIGNING_OPTIONS,
  'new-passphrase-file': { type: 'string' },
  roots: { type: 'string' },
  threshold: { type: 'string' },
  editors: { type: 'string' },
  key: { type: 'string' },
  all: { type: 'boolean' },
  rehearse: { type: 'boolean' },
} as const;

type KeysOptions = SigningOptions & {
  readonly 'new-passphrase-file'?: string;
  readonly roots?: string;
  readonly threshold?: string;
  readonly editors?: string;
  readonly key?: string;
  readonly all?: boolean;
  readonly rehearse?: boolean;
};

/** The roles by the names people give them. */
const ROLE_NAMES: Readonly<Record<string, readonly Role[]>> = {
  root: ['root'],
  targets: ['targets'],
  snapshot: ['snapshot'],
  timestamp: ['timestamp'],
  online: ['snapshot', 'timestamp'],
};

/** `guide keys`: makes, lists, adds, replaces and removes the keys that terminals trust. */
export const keys: Command = { name: 'keys', summary: say.keysSummary, usage: say.keysUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { options, words } = readArguments(args, OPTIONS, 2);
  const [what = '', subject] = words;
  const work = ((): (() => Promise<Answer>) => {
    switch (what) {
      case 'init':
        return () => init(options, io);
      case 'list':
        return () => list(options, io);
      case 'add':
      case 'rotate':
      case 'remove':
        if (subject === undefined) throw new UsageError('');
        return () => change(what, subject, options, io);
      default:
        throw new UsageError(what === '' ? '' : say.noSuchKeysCommand(what));
    }
  })();
  return answering(options.json === true, say.keysUnchangedHeading, io, work);
}

async function init(options: KeysOptions, io: Io): Promise<Answer> {
  const [folder] = keyFolders(options.keys, io.cwd);
  const { foundKeys, foundingNames, USUAL } = await import('../keys/found.ts');
  const { findPassphrases, newPassphrases } = await import('../keys/passphrases.ts');
  const founding = {
    roots: toCount('roots', options.roots) ?? USUAL.roots,
    threshold: toCount('threshold', options.threshold) ?? USUAL.threshold,
    editors: toCount('editors', options.editors) ?? USUAL.editors,
  };
  if (founding.threshold > founding.roots) {
    refuse('root', say.tooFewKeysLeft('root', founding.roots, founding.threshold));
  }
  const names = foundingNames(founding);
  const file = options['new-passphrase-file'] ?? options['passphrase-file'];
  const { refuseOccupied } = await import('../keys/found.ts');
  await refuseOccupied(folder);
  const passphrases = await newPassphrases(names, await findPassphrases(file, io));
  await foundKeys(folder, founding, passphrases, new Date());
  const { openKeyRing } = await import('../keys/key-ring.ts');
  const { rootFingerprint } = await import('../keys/root.ts');
  const ring = await openKeyRing([folder]);
  const fingerprint = rootFingerprint(ring.roots[0].metadata.signed);
  return {
    facts: {
      folder,
      keys: names,
      root: resolve(folder, '1.root.json'),
      fingerprint,
      threshold: founding.threshold,
    },
    text: say.keysMade(folder, names, founding.threshold, fingerprint),
  };
}

async function list(options: KeysOptions, io: Io): Promise<Answer> {
  const { openKeyRing } = await import('../keys/key-ring.ts');
  const { rootFingerprint, trustOf } = await import('../keys/root.ts');
  const { daysUntil, ROLES } = await import('../keys/roles.ts');
  const { readTree } = await import('../tree/read-tree.ts');
  const ring = await openKeyRing(keyFolders(options.keys, io.cwd));
  const tree = options.to === undefined ? undefined : await readTree(resolve(io.cwd, options.to), ring);
  const root = tree?.root ?? ring.roots.at(-1) ?? ring.roots[0];
  const trust = trustOf(root.metadata.signed);
  const now = new Date();
  const expiryOf = (role: Role): string | undefined =>
    role === 'root' ? root.metadata.signed.expires : tree?.published?.[role].signed.expires;
  const roles = ROLES.map((role) => {
    const expires = expiryOf(role);
    return {
      role,
      threshold: trust[role].threshold,
      keys: trust[role].keys.map(({ name, keyId }) => ({ name, keyId, here: ring.secrets.has(name) })),
      expires,
      days: expires === undefined ? undefined : daysUntil(expires, now),
    };
  });
  const fingerprint = rootFingerprint(root.metadata.signed);
  return {
    facts: { version: root.version, fingerprint, roles },
    text: say.keysListed(root.version, fingerprint, roles),
  };
}

async function change(
  what: 'add' | 'rotate' | 'remove',
  subject: string,
  options: KeysOptions,
  io: Io,
): Promise<Answer> {
  const roles = ROLE_NAMES[subject];
  if (what !== 'remove' && roles === undefined) throw new UsageError(say.noSuchRole(subject));
  const threshold = toCount('threshold', options.threshold);
  const rehearsed = options.rehearse === true;
  const { atWorkbench } = await import('../release/workbench.ts');
  const { carryOut, planChange, unfinishedChange } = await import('../release/change-trust.ts');
  const { makeKeys, orderOf } = await import('../release/trust-order.ts');
  const { findPassphrases, newPassphrases } = await import('../keys/passphrases.ts');
  const passphrases = await findPassphrases(options['passphrase-file'], io);

  const work = async (bench: Parameters<typeof planChange>[0]): Promise<Answer> => {
    const [folder] = bench.ring.folders;
    const begun = await unfinishedChange(folder);
    if (begun !== undefined && !rehearsed) {
      // Its keys were made then, and lie here.
      const plan = await planChange(bench, passphrases, begun, []);
      await carryOut(bench, plan, begun, new Map());
      const names = begun.add.map(({ name }) => name);
      const facts = { finished: true, added: names, roots: plan.roots.map(({ version }) => version) };
      const done = { added: names, removed: [], roots: facts.roots, rehearsed, folder };
      return { facts, text: `${say.unfinishedFirst}\n${say.trustChanged(done)}` };
    }
    const order = orderOf(
      what,
      { subject, roles, key: options.key, all: options.all === true, threshold },
      bench,
    );
    const { change: wanted, made } = makeKeys(order);
    // Typed before anything is planned: whoever stops here stops before anything happened.
    const newOnes =
      rehearsed || order.make.length === 0
        ? new Map<string, string>()
        : await newPassphrases(order.make, await newOnesFrom(options, io, passphrases));
    const plan = await planChange(bench, passphrases, wanted, made);
    if (!rehearsed) await carryOut(bench, plan, wanted, newOnes);
    const done = {
      added: order.make,
      removed: order.remove.map(({ name }) => name),
      roots: plan.roots.map(({ version }) => version),
      rehearsed,
      folder,
    };
    return { facts: { ...done }, text: say.trustChanged(done) };
  };
  return atWorkbench(options, io, work, { changesRoot: true });

  /** New keys get passphrases of their own, or the only one that there is. */
  async function newOnesFrom(
    given: KeysOptions,
    from: Io,
    others: Awaited<ReturnType<typeof findPassphrases>>,
  ) {
    const file = given['new-passphrase-file'];
    if (file !== undefined) return findPassphrases(file, from);
    return others.given.length === 1 ? others : { given: [], ask: from.askSecret };
  }
}

function toCount(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > 20) throw new UsageError(say.badCount(flag, value));
  return count;
}
