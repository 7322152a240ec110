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
