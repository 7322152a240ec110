import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Answer } from '../answer.ts';
import { type Io, UsageError } from '../command.ts';
import type { Founding } from '../keys/found.ts';
import type { TrustChange } from '../keys/root.ts';
import * as say from '../messages.ts';
import { refuse } from '../refusal.ts';
import type { MadeKey } from '../release/trust-order.ts';
import type { Workbench } from '../release/workbench.ts';
import { keyFolders } from '../signing-options.ts';
import { filesOf, type KeysOptions } from './keys.ts';

// `guide keys` for people who each keep their own key, on their own computer.

type Part = (subject: string, options: KeysOptions, io: Io) => Promise<Answer>;

/** What each of these words does, with the word after it. */
export const KEYS_IN_TURN: Readonly<Record<'new' | 'public' | 'sign' | 'finish', Part>> = {
  new: makeOne,
  public: handOver,
  sign,
  finish,
};

async function makeOne(name: string, options: KeysOptions, io: Io): Promise<Answer> {
  const { KEY_NAME, keyFingerprint } = await import('../keys/key.ts');
  const { kindOf } = await import('../keys/found.ts');
  const { findPassphrases, newPassphrases } = await import('../keys/passphrases.ts');
  const { makeOwnKey, refuseTaken } = await import('../keys/own-key.ts');
  if (!KEY_NAME.test(name) || kindOf(name) === undefined) throw new UsageError(say.badKeyName(name));
  const [folder] = keyFolders(options.keys, io.cwd);
  await refuseTaken(folder, name);
  const file = options['new-passphrase-file'] ?? options['passphrase-file'];
  const passphrases = await newPassphrases([name], await findPassphrases(file, io));
  const key = await makeOwnKey(folder, name, passphrases.get(name) ?? '');
  return ownKey(folder, name, keyFingerprint(key), true);
}

async function handOver(name: string, options: KeysOptions, io: Io): Promise<Answer> {
  const { keyFingerprint } = await import('../keys/key.ts');
  const { findPassphrases } = await import('../keys/passphrases.ts');
  const { writePublicHalf } = await import('../keys/own-key.ts');
  const [folder] = keyFolders(options.keys, io.cwd);
  const key = await writePublicHalf(folder, name, await findPassphrases(options['passphrase-file'], io));
  return ownKey(folder, name, keyFingerprint(key), false);
}

function ownKey(folder: string, name: string, fingerprint: string, isNew: boolean): Answer {
  const file = resolve(folder, `${name}.pub`);
  return {
    facts: { key: name, public: file, fingerprint },
    text: say.ownKeyMade({ name, folder, file, fingerprint, isNew }),
  };
}

async function sign(name: string, options: KeysOptions, io: Io): Promise<Answer> {
  const { findPassphrases } = await import('../keys/passphrases.ts');
  const { signRound } = await import('../keys/sign-round.ts');
  const path = resolve(io.cwd, name);
  const rehearsed = options.rehearse === true;
  const { seen, standing, signedWith } = await signRound(
    path,
    keyFolders(options.keys, io.cwd),
    await findPassphrases(options['passphrase-file'], io),
    {
      rehearsed,
      // Before the passphrase is asked for: to type it is to agree.
      look: (what) => {
        if (options.json !== true) io.out(`${say.roundSeen(what)}\n\n`);
      },
    },
  );
  return {
    facts: { ...seen, ...standing, signedWith, rehearsed },
    text: say.roundSigned({ path, isFirst: seen.from === undefined, signedWith, ...standing, rehearsed }),
  };
}

async function finish(names: string, options: KeysOptions, io: Io): Promise<Answer> {
  const { comeBack, finishFirst, finishRound } = await import('../release/in-turn.ts');
  const { rootFingerprint } = await import('../keys/root.ts');
  const [first, ...others] = filesOf(names, io);
  if (first === undefined) throw new UsageError(say.keysSubjectMissing('finish'));
  const round = await comeBack([first, ...others]);
  const rehearsed = options.rehearse === true;
  const folders = keyFolders(options.keys, io.cwd);
  if (round.change === undefined) {
    const { readKeyFolders } = await import('../keys/key-ring.ts');
    const [newest] = (await readKeyFolders(folders)).roots;
    if (newest !== undefined) refuse(folders[0], say.centreHasARoot(newest.version));
    const fingerprint = rootFingerprint(round.roots[0].metadata.signed);
    if (!rehearsed) await finishFirst(folders[0], round);
    const facts = { root: resolve(folders[0], '1.root.json'), fingerprint, rehearsed };
    return { facts, text: say.centreBegun(folders[0], fingerprint, rehearsed) };
  }
  const { atWorkbench } = await import('../release/workbench.ts');
  const { unfinishedChange } = await import('../release/change-trust.ts');
  const { findPassphrases } = await import('../keys/passphrases.ts');
  const { keyFingerprint } = await import('../keys/key.ts');
  const { add, remove } = round.change;
  const passphrases = await findPassphrases(options['passphrase-file'], io);
  const work = async (bench: Workbench): Promise<Answer> => {
    const [folder] = bench.ring.folders;
    if ((await unfinishedChange(folder)) !== undefined) refuse(folder, say.otherChangeUnfinished);
    const gone = Object.values(bench.tree.trust).flatMap(({ keys }) => keys);
    const plan = await finishRound(bench, first, round, passphrases, rehearsed);
    const isHere = ({ name }: { readonly name: string }) => bench.ring.secrets.has(name);
    const theirs = add.filter((key) => !isHere(key));
    const done = {
      added: add.filter(isHere).map(({ name }) => name),
      given: theirs.map(({ name }) => name),
      fingerprints: theirs.map(keyFingerprint),
      removed: [...new Set(gone.filter(({ keyId }) => remove.includes(keyId)).map(({ name }) => name))],
      roots: plan.roots.map(({ version }) => version),
      rehearsed,
      folder,
    };
    return { facts: { ...done }, text: say.trustChanged(done) };
  };
  return atWorkbench(options, io, work, { changesRoot: true });
}

/** A change of keys whose root others sign: writes what goes round. */
export async function beginTurns(
  bench: Workbench,
  path: string,
  change: TrustChange,
  made: readonly MadeKey[],
  passphrases: ReadonlyMap<string, string>,
  rehearsed: boolean,
): Promise<Answer> {
  const { beginRound } = await import('../release/in-turn.ts');
  const { seenOf } = await import('../keys/sign-round.ts');
  await refuseThere(path);
  const { round, standing } = await beginRound(bench, path, change, made, passphrases, rehearsed);
  const seen = seenOf(round);
  return {
    facts: { round: path, ...seen, ...standing, rehearsed },
    text: `${say.roundSeen(seen)}\n\n${say.roundBegun({ path, isFirst: false, ...standing, rehearsed })}`,
  };
}

/** A centre whose root keys others hold: makes the rest, and writes what goes round. */
export async function beginCentre(
  folder: string,
  path: string,
  founding: Founding,
  options: KeysOptions,
  io: Io,
): Promise<Answer> {
  const { foundKeys, foundingNames } = await import('../keys/found.ts');
  const { findPassphrases, newPassphrases } = await import('../keys/passphrases.ts');
  const { standingOf, writeNewRound } = await import('../keys/round.ts');
  const { seenOf } = await import('../keys/sign-round.ts');
  const { firstRound } = await import('../release/in-turn.ts');
  await refuseThere(path);
  const names = foundingNames(founding);
  const file = options['new-passphrase-file'] ?? options['passphrase-file'];
  const passphrases =
    names.length === 0
      ? new Map<string, string>()
      : await newPassphrases(names, await findPassphrases(file, io));
  const now = new Date();
  const rounds: ReturnType<typeof firstRound>[] = [];
  await foundKeys(folder, founding, passphrases, now, async (trust, made) => {
    const round = firstRound(trust, now, made);
    await writeNewRound(path, round);
    rounds.push(round);
  });
  const [round] = rounds;
  if (round === undefined) throw new Error('a centre without its round');
  const [seen, standing] = [seenOf(round), standingOf(round)];
  return {
    facts: { folder, keys: names, round: path, ...seen, ...standing },
    text: `${say.roundSeen(seen)}\n\n${say.roundBegun({ path, isFirst: true, ...standing, rehearsed: false })}`,
  };
}

async function refuseThere(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) refuse(path, say.roundNotWritten('EEXIST'));
}
