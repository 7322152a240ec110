import { resolve } from 'node:path';
import { type Answer, answering } from '../answer.ts';
import { type Command, type Io, UsageError } from '../command.ts';
import type { PublicKey } from '../keys/key.ts';
import type { Passphrases } from '../keys/passphrases.ts';
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
  public: { type: 'string' },
  'in-turn': { type: 'string' },
  rehearse: { type: 'boolean' },
} as const;

/** What was given with `keys`. */
export type KeysOptions = SigningOptions & {
  readonly 'new-passphrase-file'?: string;
  readonly roots?: string;
  readonly threshold?: string;
  readonly editors?: string;
  readonly key?: string;
  readonly all?: boolean;
  readonly public?: string;
  readonly 'in-turn'?: string;
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
      case 'renew':
        return () => change(what, 'root', options, io);
      case 'add':
      case 'rotate':
      case 'remove':
        if (subject === undefined) throw new UsageError(say.keysSubjectMissing(what));
        return () => change(what, subject, options, io);
      case 'new':
      case 'public':
      case 'sign':
      case 'finish':
        if (subject === undefined) throw new UsageError(say.keysSubjectMissing(what));
        return async () => (await import('./keys-in-turn.ts')).KEYS_IN_TURN[what](subject, options, io);
      default:
        throw new UsageError(what === '' ? '' : say.noSuchKeysCommand(what));
    }
  })();
  return answering(options.json === true, say.keysUnchangedHeading, io, work);
}

async function init(options: KeysOptions, io: Io): Promise<Answer> {
  const [folder] = keyFolders(options.keys, io.cwd);
  const { foundKeys, foundingNames, kindOf, refuseOccupied, USUAL } = await import('../keys/found.ts');
  const { findPassphrases, newPassphrases } = await import('../keys/passphrases.ts');
  const given = await publicHalves(options, io);
  const stranger = given.find(({ name }) => kindOf(name) === undefined);
  if (stranger !== undefined) refuse(stranger.name, say.kindUnknown(stranger.name));
  const theirs = given.filter(({ name }) => kindOf(name) === 'root').length;
  const founding = {
    roots: theirs > 0 ? theirs : (toCount('roots', options.roots) ?? USUAL.roots),
    threshold: toCount('threshold', options.threshold) ?? USUAL.threshold,
    editors: toCount('editors', options.editors) ?? USUAL.editors,
    given,
  };
  if (founding.threshold > founding.roots) {
    refuse('root', say.tooFewKeysLeft('root', founding.roots, founding.threshold));
  }
  const path = options['in-turn'];
  if (theirs > 0 && path === undefined) throw new UsageError(say.inTurnIsMissing);
  const names = foundingNames(founding);
  await refuseOccupied(folder);
  if (theirs > 0 && path !== undefined) {
    const { beginCentre } = await import('./keys-in-turn.ts');
    return beginCentre(folder, resolve(io.cwd, path), founding, options, io);
  }
  const file = options['new-passphrase-file'] ?? options['passphrase-file'];
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

/** The keys that others have made, out of the files that `--public` names. */
async function publicHalves(options: KeysOptions, io: Io): Promise<readonly PublicKey[]> {
  if (options.public === undefined) return [];
  const { readPublicHalves } = await import('../keys/public-half.ts');
  return readPublicHalves(filesOf(options.public, io));
}

/** Files that one option or word names, with commas between them. */
export function filesOf(names: string, io: Io): readonly string[] {
  return names
    .split(',')
    .filter((name) => name !== '')
    .map((name) => resolve(io.cwd, name));
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
  what: 'add' | 'rotate' | 'remove' | 'renew',
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
  const { makeKeys, orderOf, RENEWAL } = await import('../release/trust-order.ts');
  const { keyFingerprint } = await import('../keys/key.ts');
  const { findPassphrases, newPassphrases } = await import('../keys/passphrases.ts');
  const given = await publicHalves(options, io);
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
    const request = { subject, roles, key: options.key, all: options.all === true, threshold, given };
    const order = what === 'renew' ? RENEWAL : orderOf(what, request, bench);
    const { change: wanted, made } = makeKeys(order);
    // Typed before anything is planned: whoever stops here stops before anything happened.
    const newOnes =
      rehearsed || order.make.length === 0
        ? new Map<string, string>()
        : await newPassphrases(order.make, await newOnesFrom(options, io, passphrases));
    const path = options['in-turn'];
    if (path !== undefined) {
      const { beginTurns } = await import('./keys-in-turn.ts');
      return beginTurns(bench, resolve(io.cwd, path), wanted, made, newOnes, rehearsed);
    }
    const plan = await planChange(bench, passphrases, wanted, made);
    if (!rehearsed) await carryOut(bench, plan, wanted, newOnes);
    const done = {
      added: order.make,
      given: order.given.map(({ name }) => name),
      fingerprints: order.given.map(keyFingerprint),
      removed: order.remove.map(({ name }) => name),
      roots: plan.roots.map(({ version }) => version),
      rehearsed,
      folder,
    };
    return { facts: { ...done }, text: say.trustChanged(done) };
  };
  return atWorkbench(options, io, work, { changesRoot: true });
}

/** New keys get passphrases of their own, or the only one that there is. */
async function newOnesFrom(given: KeysOptions, io: Io, others: Passphrases): Promise<Passphrases> {
  const file = given['new-passphrase-file'];
  const { findPassphrases } = await import('../keys/passphrases.ts');
  if (file !== undefined) return findPassphrases(file, io);
  return others.given.length === 1 ? others : { given: [], ask: io.askSecret };
}

function toCount(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > 20) throw new UsageError(say.badCount(flag, value));
  return count;
}
