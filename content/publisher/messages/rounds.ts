import { reasonOf } from './output.ts';
import { counted, listed, type Words } from './words.ts';

// Words about what goes round to be signed, from one holder to the next.

/** Not a round. */
export const notARound: Words = {
  rule: 'not-a-round',
  what: 'This file is not one that goes round to be signed, or it is damaged.',
  why: 'It holds new versions of root.json, and all that came before them; both have to fit together.',
  todo: 'Ask for it again from where it was made: with --in-turn FILE.',
};

/** A round cannot be read. */
export function roundUnreadable(code: string): Words {
  return {
    rule: 'round-unreadable',
    what: `This file cannot be read: ${code === 'ENOENT' ? 'it is not there' : reasonOf(code)}.`,
    why: 'It holds what is to be signed.',
    todo: 'Check its name, or plug in the stick it is on.',
  };
}

/** A round cannot be written. */
export function roundNotWritten(code: string): Words {
  return {
    rule: 'round-not-written',
    what: `This file cannot be written: ${code === 'EEXIST' ? 'there is one already' : reasonOf(code)}.`,
    why: 'What the holders have to sign goes round in it.',
    todo:
      code === 'EEXIST'
        ? 'Take another name, or move the old one away.'
        : 'Put that right, and run the command again.',
  };
}

/** A holder knows more than the round. */
export function roundIsOld(version: number): Words {
  return {
    rule: 'round-is-old',
    what: `Version ${version} of root.json lies beside your key, and this round does not know it.`,
    why: 'It was begun before that version, or by somebody who does not have it. Terminals would refuse it.',
    todo: 'Let it be begun anew by whoever publishes.',
  };
}

/** A holder knows another root. */
export function roundOfAnotherCentre(version: number): Words {
  return {
    rule: 'round-of-another-centre',
    what: `This round does not go on from the root that you know (version ${version}, beside your key).`,
    why: 'It is of another centre, or somebody wants your name under something else. Nothing was signed.',
    todo: 'Speak with whoever sent it, by telephone, and compare fingerprints: keys list --keys DIR.',
  };
}

/** A holder who may not sign. */
export function noKeyForRound(wanted: readonly string[], here: readonly string[]): Words {
  return {
    rule: 'no-key-for-round',
    what: `None of the keys here may sign this. ${here.length === 0 ? 'There is none here at all' : `Here is ${listed(here)}`}.`,
    why: `Only root keys decide which keys count. These are: ${wanted.join(', ')}.`,
    todo: 'Give the folder with such a key: --keys DIR.',
  };
}

/** Copies of different rounds. */
export const roundsDiffer: Words = {
  rule: 'rounds-differ',
  what: 'These files are not copies of one round.',
  why: 'Signatures count only together when they stand under the same words.',
  todo: 'Give only the copies of one of them.',
};

/** Not enough signatures. */
export function roundNotSigned(
  missing: number,
  signedBy: readonly string[],
  canSign: readonly string[],
): Words {
  return {
    rule: 'round-not-signed',
    what: `${counted(missing, 'signature')} ${missing === 1 ? 'is' : 'are'} still missing.`,
    why: `${signedBy.length === 0 ? 'Nobody has signed' : `Signed by ${signedBy.join(', ')}`}; terminals would take nothing from this.`,
    todo: `One of these signs next: ${canSign.join(', ')}. On their computer: keys sign FILE --keys DIR. Copies that were signed apart are given together: keys finish FILE,FILE.`,
  };
}

/** The tree has moved on. */
export function roundDoesNotFit(version: number, first: number): Words {
  return {
    rule: 'round-does-not-fit',
    what: `This round begins with version ${first} of root.json, and does not fit what is published (version ${version}).`,
    why: 'Keys were changed since it was begun, or it is of another centre.',
    todo: 'Begin anew: the same command, with --in-turn and a new file.',
  };
}

/** Nothing to sign. */
export const rootStaysAsItIs: Words = {
  rule: 'root-stays-as-it-is',
  what: 'Nothing about root.json would change.',
  why: 'There is nothing for its holders to sign.',
  todo: 'To let its signatures last longer: keys renew --in-turn FILE.',
};

/** A change of another kind is unfinished. */
export const otherChangeUnfinished: Words = {
  rule: 'other-change-unfinished',
  what: 'Another change of the keys was interrupted here.',
  why: 'It has to be finished first, or terminals could not follow both.',
  todo: 'Run that command again (keys add, rotate, remove or renew): it finishes what was begun.',
};

/** A centre that has begun. */
export function centreHasARoot(version: number): Words {
  return {
    rule: 'centre-has-a-root',
    what: `This folder has a root already (version ${version}).`,
    why: 'This round would begin a new centre, and every terminal that knows the old root would be locked out.',
    todo: 'Give --keys the folder that "keys init --in-turn" made.',
  };
}

/** What a round is about: for whoever signs it. */
export function roundSeen(seen: {
  readonly from: { readonly version: number; readonly fingerprint: string } | undefined;
  readonly to: { readonly version: number; readonly fingerprint: string; readonly expires: string };
  readonly roles: readonly {
    readonly role: string;
    readonly keys: readonly string[];
    readonly threshold: number;
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly neededBefore: number | undefined;
  }[];
  readonly newKeys: readonly { readonly name: string; readonly fingerprint: string }[];
}): string {
  const { from, to, roles, newKeys } = seen;
  const head =
    from === undefined
      ? 'A centre begins. Its first root of trust'
      : `What changes about who may sign (from version ${from.version}, fingerprint ${from.fingerprint})`;
  const lines = roles.map(({ role, keys, threshold, added, removed, neededBefore }) => {
    const changes = [
      ...(from === undefined ? [] : added.map((name) => `new: ${name}`)),
      ...removed.map((name) => `counts no more: ${name}`),
      ...(neededBefore !== undefined && neededBefore !== threshold
        ? [`needed until now: ${neededBefore}`]
        : []),
    ];
    const tail = changes.length === 0 ? '' : `   (${changes.join('; ')})`;
    return `  ${role.padEnd(9)}  ${threshold} of ${keys.length}: ${keys.join(', ')}${tail}`;
  });
  const wide = Math.max(...newKeys.map(({ name }) => name.length));
  const keys = newKeys.map(({ name, fingerprint }) => `      ${name.padEnd(wide)}  ${fingerprint}`);
  const compare =
    keys.length === 0
      ? ''
      : `  Compare with the holders of the new keys, by telephone:\n${keys.join('\n')}\n`;
  return `${head}:
${lines.join('\n')}
${compare}  It would be version ${to.version} of root.json, until ${to.expires.slice(0, 10)}, fingerprint
      ${to.fingerprint}`;
}

type Standing = {
  readonly path: string;
  /** True where a centre begins: nothing is published with it. */
  readonly isFirst: boolean;
  readonly signedBy: readonly string[];
  readonly canSign: readonly string[];
  readonly missing: number;
  readonly rehearsed: boolean;
};

/** A round was begun. */
export function roundBegun(standing: Standing): string {
  if (standing.rehearsed) return 'This was a rehearsal: nothing was written.';
  return `Written: ${standing.path}. There is no secret in it. Nothing is published yet.\n${whatNext(standing)}`;
}

/** A round was signed. */
export function roundSigned(standing: Standing & { readonly signedWith: readonly string[] }): string {
  const { rehearsed, signedWith } = standing;
  if (rehearsed)
    return `${signedWith.join(' and ')} may sign this. This was a rehearsal: nothing was signed.`;
  return `Signed with ${signedWith.join(' and ')}. ${whatNext(standing)}`;
}

function whatNext({ path, isFirst, missing, canSign }: Standing): string {
  if (missing <= 0)
    return `All signatures are there. Whoever publishes goes on: npm run guide -- keys finish ${path}${isFirst ? '' : ' --to DIR'} --keys DIR`;
  return `${counted(missing, 'more signature')} ${missing === 1 ? 'is' : 'are'} needed, by one of: ${canSign.join(', ')}.
Give them the file; on their own computer:  npm run guide -- keys sign FILE --keys DIR`;
}

/** The first root is complete. */
export function centreBegun(folder: string, fingerprint: string, rehearsed: boolean): string {
  if (rehearsed)
    return `All signatures are there; the root would have the fingerprint ${fingerprint}. This was a rehearsal: nothing was written.`;
  return `1.root.json is in ${folder}, signed by its holders. It is no secret: every holder keeps a copy beside their key, and every
terminal is set up with it. Its fingerprint is ${fingerprint}: give it to whoever sets up terminals, on paper or by telephone.
Then: npm run guide -- publish --to DIR --channel canary --keys ${folder}`;
}
