import { reasonOf } from './output.ts';
import { counted, listed, type Words } from './words.ts';

// Words for people who each keep their own key, on their own computer.

/** `keys sign` without a file, and the like. */
export function keysSubjectMissing(what: string): string {
  const wanted: Readonly<Record<string, string>> = {
    new: 'the name of the new key, for instance: keys new root-1 --keys DIR',
    public: 'the name of the key, for instance: keys public root-1 --keys DIR',
    sign: 'the file to sign, for instance: keys sign round.json --keys DIR',
    finish: 'the file that came back, for instance: keys finish round.json --to DIR --keys DIR',
    remove: 'the name of the key, for instance: keys remove targets-1 --to DIR --keys DIR',
  };
  return `Please say which one is meant after "keys ${what}": ${wanted[what] ?? 'root, targets, snapshot, timestamp or online'}.`;
}

/** Root keys of others, and nowhere to write what they have to sign. */
export const inTurnIsMissing =
  'Others hold the root keys, so they have to sign before anything counts. Say where to write what goes round: --in-turn FILE.';

/** A name that says nothing. */
export function badKeyName(name: string): string {
  return `"${name}" cannot be the name of a key: it begins with what the key is for, root-, targets- or online-, and goes on with small letters and digits, for instance root-1 or targets-anna.`;
}

/** A key whose name does not say what it is for. */
export function kindUnknown(name: string): Words {
  return {
    rule: 'key-kind-unknown',
    what: `The name "${name}" does not say what this key is for.`,
    why: 'A centre begins with root keys, keys for editors, and one that signs every day; the name tells them apart.',
    todo: 'Let its holder make it again with a name such as root-1, targets-anna or online-1: keys new NAME.',
  };
}

/** A private key where its public half belongs. */
export const privateHalfGiven: Words = {
  rule: 'private-half-given',
  what: 'This is a private key. Nobody needs it but the one who made it.',
  why: 'Whoever could read it on its way may have a copy, and only guesses the passphrase from then on.',
  todo: 'Take the file with the same name that ends in .pub instead. If this one left its owner’s computer, they make another key (keys new), and it is never used.',
};

/** Something else. */
export const notAPublicHalf: Words = {
  rule: 'not-a-public-half',
  what: 'This file does not hold the public half of a key.',
  why: 'It begins with "-----BEGIN PUBLIC KEY-----" and holds an Ed25519 key; "keys new" makes it.',
  todo: 'Ask its holder for the file that ends in .pub. If it is lost: keys public NAME makes it again from their private key.',
};

/** A public half in a file without the name of the key. */
export const publicHalfWithoutName: Words = {
  rule: 'public-half-without-name',
  what: 'The name of this file is not the name of a key and .pub.',
  why: 'The key goes by the name of its file, in every list and on every receipt.',
  todo: 'Give the file the name it had with its holder, for instance root-1.pub.',
};

/** A public half cannot be read. */
export function publicHalfUnreadable(code: string): Words {
  return {
    rule: 'public-half-unreadable',
    what: `This file cannot be read: ${code === 'ENOENT' ? 'it is not there' : reasonOf(code)}.`,
    why: 'The public half of the key is all that others need of it.',
    todo: 'Check the name given with --public.',
  };
}

/** Twice the same. */
export function publicHalfTwice(name: string, twin: string): Words {
  return {
    rule: 'public-half-twice',
    what: `"${name}" is the same key as "${twin}", or has the same name.`,
    why: 'One person with two keys would count as two.',
    todo: 'Give each key once. Every holder makes one of their own.',
  };
}

/** A key that the centre has. */
export function keyKnownAlready(name: string): Words {
  return {
    rule: 'key-known-already',
    what: `This centre has this key already: it is "${name}".`,
    why: 'A key that came a second time would be one person who counts as two.',
    todo: 'Ask its holder for another key: keys new NAME.',
  };
}

/** A name that the centre has for another key. */
export function keyNameTaken(name: string): Words {
  return {
    rule: 'key-name-taken',
    what: `Another key of this centre is called "${name}".`,
    why: 'Then nobody could tell which of the two signed.',
    todo: 'Let its holder make it under another name, or rename the file with the public half and the one with the private key.',
  };
}

/** As many public halves as keys to replace. */
export function publicHalvesMiscounted(given: number, wanted: number): string {
  return `${counted(given, 'public half', 'public halves')} for ${counted(wanted, 'key')} to replace: give as many as are replaced.`;
}

/** A key of that name is there. */
export const ownKeyIsThere: Words = {
  rule: 'own-key-is-there',
  what: 'There is a key of this name already.',
  why: 'A new one in its place could sign nothing, and the old one would be lost.',
  todo: 'Take another name. To hand over the public half of the key that is there: keys public NAME.',
};

/** No private key of that name. */
export function noOwnKey(name: string, here: readonly string[]): Words {
  return {
    rule: 'no-own-key',
    what: `There is no private key called "${name}" in this folder.`,
    why: here.length === 0 ? 'There is none at all.' : `There are ${listed(here)}.`,
    todo: 'Check the name, and the folder given with --keys.',
  };
}

/** A key was made, or its public half was written again. */
export function ownKeyMade(made: {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly fingerprint: string;
  readonly isNew: boolean;
}): string {
  const { name, folder, file, fingerprint, isNew } = made;
  const begin = isNew
    ? `Your key ${name} is in ${folder}. ${name}.pem is yours alone: it never leaves this computer (and the copy in your safe), and nobody else needs it.\n\n`
    : '';
  return `${begin}To hand over: ${file}
It is no secret: send it as you like, and read its fingerprint to whoever gets it, by telephone or on paper:

    ${fingerprint}`;
}

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
}): string {
  const { from, to, roles } = seen;
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
  return `${head}:
${lines.join('\n')}
  It would be version ${to.version} of root.json, until ${to.expires.slice(0, 10)}, fingerprint
      ${to.fingerprint}`;
}

type Standing = {
  readonly path: string;
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

function whatNext({ path, missing, canSign }: Standing): string {
  if (missing <= 0)
    return `All signatures are there. Whoever publishes goes on: npm run guide -- keys finish ${path} --to DIR --keys DIR`;
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
