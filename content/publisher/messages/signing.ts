import { reasonOf } from './output.ts';
import { counted, listed, type Words } from './words.ts';

// Words about keys, passphrases and the files that say who may sign.

/** How the options that every signing command shares are explained in its help. */
export const signingOptionsHelp = `  --to DIR       the published tree: a folder that a web server gives to terminals, or that you carry there
  --keys DIR     the folder with the keys; several folders with commas between them (two sticks, for instance)
  --passphrase-file FILE
                 a file with the passphrase; with several lines, each key is opened by the one that fits. Without it
                 the passphrase is taken from OPENFLOOR_PASSPHRASE, or you are asked. It is never an argument:
                 other programs on a computer can read those.
  --json         print one JSON object instead of sentences`;

/** How signing commands end. */
export const signingExitHelp = `Ends with 0 when it is done, 1 when something has to be put right (then the tree is as it was), 2 when the command
itself was not understood, 70 when the command made a mistake.`;

/** No \`--keys\`. */
export const keysAreMissing = 'Please say where the keys are, with --keys DIR.';

/** No \`--to\`. */
export const toIsMissing = 'Please say which published tree is meant, with --to DIR.';

/** The folder with keys cannot be read. */
export function noKeysFolder(code: string): Words {
  return {
    rule: 'no-keys-folder',
    what:
      code === 'ENOENT'
        ? 'There is no such folder with keys.'
        : `The folder with keys cannot be read: ${reasonOf(code)}.`,
    why: 'Without keys nothing can be signed, and terminals take nothing that is not signed.',
    todo: 'Check its name, or plug in the stick it is on. For a new centre: npm run guide -- keys init --keys DIR',
  };
}

/** No root.json in the folder with keys. */
export const noRootInKeys: Words = {
  rule: 'no-root-in-keys',
  what: 'There is no file such as 1.root.json in the folder with keys.',
  why: 'It says which keys belong to this centre; without it nobody can tell whether a published tree is yours.',
  todo: 'Copy 1.root.json there from where "keys init" wrote it, or from metadata/ of the published tree if you trust that server.',
};

/** A root.json that the one before did not sign. */
export function rootNotSigned(version: number): Words {
  return {
    rule: 'root-not-signed',
    what: `${version}.root.json is not signed by enough of the keys that may, or a version before it is missing.`,
    why: 'Each version has to be signed by the one before and by itself; terminals stop at the first that is not.',
    todo: 'Put the right file back from another folder with keys or from another copy of the tree.',
  };
}

/** Not a root.json at all. */
export const notARoot: Words = {
  rule: 'not-a-root',
  what: 'This file is damaged: it does not say who may sign, or has another version than its name.',
  why: 'Everything else rests on it.',
  todo: 'Put the right file back from another folder with keys or from another copy of the tree.',
};

/** Two folders with keys that do not belong together. */
export function keysOfTwoCentres(name: string): Words {
  return {
    rule: 'keys-of-two-centres',
    what: `The folders given with --keys hold different files called ${name}.`,
    why: 'They belong to two centres, or one of them is damaged.',
    todo: 'Give folders of one centre only.',
  };
}

/** Others on this computer could read a private key. */
export function keyOpenToOthers(mode: string): Words {
  return {
    rule: 'key-open-to-others',
    what: `Others on this computer can read this key (its permissions are ${mode}).`,
    why: 'Whoever has the file only needs to guess the passphrase.',
    todo: 'Take their permission away:  chmod 600  and the name of the file. If others may have copied it, replace it: keys rotate.',
  };
}

/** Somebody else owns a private key. */
export const keyOfSomebodyElse: Words = {
  rule: 'key-of-somebody-else',
  what: 'This key belongs to another user of this computer.',
  why: 'They could read it or put another one in its place.',
  todo: 'Use the folder with your own keys.',
};

/** A private key that no passphrase protects, or no key at all. */
export const keyIsNotEncrypted: Words = {
  rule: 'key-not-encrypted',
  what: 'This is not an encrypted private key.',
  why: 'A key that lies open is anybody’s who finds the stick.',
  todo: 'Keep only keys here that "keys" made; move other files elsewhere.',
};

/** Far too large. */
export const keyFileTooLarge: Words = {
  rule: 'key-file-too-large',
  what: 'This file is far too large for a key or a root.json.',
  why: 'It is something else, or damaged.',
  todo: 'Move it elsewhere, or put the right file back.',
};

/** A file with keys cannot be read. */
export function keyFileUnreadable(code: string): Words {
  return {
    rule: 'key-file-unreadable',
    what: `This file cannot be read: ${code === 'ELOOP' ? 'it is a shortcut to another place' : reasonOf(code)}.`,
    why: 'Every key in the folder is looked at before anything is signed.',
    todo: 'Put the file itself there, or move it out of the folder.',
  };
}

/** A file with another key than its name says. */
export function keyIsAnother(name: string): Words {
  return {
    rule: 'key-is-another',
    what: `The passphrase opens this file, but the key in it is not the ${name} of this centre.`,
    why: 'Terminals would not take what it signs.',
    todo: 'Look for the right file: perhaps it is the key of another centre, or one that was replaced.',
  };
}

/** Not enough keys. */
export function thresholdShort(
  role: string,
  here: number,
  needed: number,
  missing: readonly string[],
): Words {
  return {
    rule: 'threshold-short',
    what: `${counted(needed, 'key')} ${needed === 1 ? 'is' : 'are'} needed to sign "${role}"; ${here === 0 ? 'none is' : here === 1 ? 'only one is' : `only ${here} are`} here.`,
    why: `This centre decided that so many have to agree. Missing: ${missing.length === 0 ? 'all of them were removed' : missing.join(', ')}.`,
    todo: 'Bring the others together and name all folders: --keys DIR,DIR. Root keys can also sign one after the other, each at home: keys … --in-turn FILE. Nothing was written.',
  };
}

/** No passphrase fits. */
export function wrongPassphrase(name: string): Words {
  return {
    rule: 'wrong-passphrase',
    what: `The passphrase does not open ${name}.`,
    why: 'A private key can be used only with the passphrase that it was made with. (A damaged file looks the same.)',
    todo: 'Try again. If it is lost for good, replace this key with the help of the others: keys rotate.',
  };
}

/** Nobody and nothing gives a passphrase. */
export function noPassphrase(variable: string): Words {
  return {
    rule: 'no-passphrase',
    what: 'A passphrase is needed, and nobody is here to type one.',
    why: 'The command runs without a keyboard, and neither --passphrase-file nor the environment gives it.',
    todo: `Give --passphrase-file FILE, set ${variable}, or run the command yourself.`,
  };
}

/** Shorter than it may be. */
export function passphraseTooShort(shortest: number): Words {
  return {
    rule: 'passphrase-too-short',
    what: `The passphrase is too short: it needs ${shortest} characters or more.`,
    why: 'Whoever finds the file can try millions of short ones.',
    todo: 'Take four or five words that do not belong together.',
  };
}

/** Typed twice, and not the same. */
export const passphrasesDiffer: Words = {
  rule: 'passphrases-differ',
  what: 'The two passphrases are not the same.',
  why: 'A key made with a mistyped passphrase could never be used.',
  todo: 'Run the command again. No key was made.',
};

/** As many passphrases as keys, or one. */
export function passphrasesMiscounted(given: number, keys: number): Words {
  return {
    rule: 'passphrases-miscounted',
    what: `There are ${counted(given, 'passphrase')} for ${counted(keys, 'new key')}.`,
    why: 'Either one passphrase is for all of them, or each has its own, in the order of their names.',
    todo: `Give one line, or ${keys}.`,
  };
}

/** Others can read the file with the passphrase. */
export function passphraseFileOpenToOthers(mode: string): Words {
  return {
    rule: 'passphrase-file-open-to-others',
    what: `Others on this computer can read the file with the passphrase (its permissions are ${mode}).`,
    why: 'Then the passphrase protects nothing.',
    todo: 'Take their permission away:  chmod 600  and the name of the file.',
  };
}

/** Nothing in it. */
export const passphraseFileEmpty: Words = {
  rule: 'passphrase-file-empty',
  what: 'There is no passphrase in this file.',
  why: 'Every line that is not empty is one.',
  todo: 'Write the passphrase on its first line.',
};

/** Not readable. */
export function passphraseFileUnreadable(code: string): Words {
  return {
    rule: 'passphrase-file-unreadable',
    what: `The file with the passphrase cannot be read: ${code === 'ENOENT' ? 'it is not there' : reasonOf(code)}.`,
    why: 'Without the passphrase no key can be opened.',
    todo: 'Check the name given with --passphrase-file.',
  };
}

/** The question for a passphrase. */
export function askPassphrase(name: string, again: boolean): string {
  return `${again ? 'That did not open it. ' : ''}Passphrase of ${name}: `;
}

/** The question for a new passphrase. */
export function askNewPassphrase(name: string, shortest: number, canRepeat: boolean): string {
  return `New passphrase for ${name} (${shortest} characters or more${canRepeat ? '; Enter takes the one before' : ''}): `;
}

/** The same once more. */
export function askAgain(name: string): string {
  return `The same again for ${name}: `;
}

/** Somebody stopped at a question. */
export const stoppedAsking = 'Stopped. Nothing was changed.';

/** Keys are to be made where something is already. */
export function keysFolderNotEmpty(found: string): Words {
  return {
    rule: 'keys-folder-not-empty',
    what: `There is something in this folder already ("${found}").`,
    why: 'New keys for a centre that has some would lock out every terminal.',
    todo: 'Give --keys the name of a new folder. To replace keys of a centre: keys rotate.',
  };
}

/** Keys could not be written. */
export function keysNotWritten(code: string): Words {
  return {
    rule: 'keys-not-written',
    what: `The keys could not be written: ${reasonOf(code)}.`,
    why: 'No key was made, and nothing was left behind.',
    todo: 'Put that right, or give --keys another folder.',
  };
}

/** Too few keys would be left. */
export function tooFewKeysLeft(role: string, left: number, needed: number): Words {
  return {
    rule: 'too-few-keys-left',
    what: `Then "${role}" would have ${counted(left, 'key')}, and ${needed} are needed to sign it.`,
    why: 'Nobody could ever sign again, and terminals would keep what they have for ever.',
    todo: 'Add a key first, or lower the number with --threshold.',
  };
}

/** A role that does not exist. */
export function noSuchRole(role: string): string {
  return `There is no role "${role}": it is root, targets (editors), snapshot, timestamp, or online for the last two together.`;
}

/** A key that this centre does not have. */
export function noSuchKey(name: string, known: readonly string[]): Words {
  return {
    rule: 'no-such-key',
    what: `This centre has no key called "${name}" there.`,
    why: `Its keys are ${listed(known)}.`,
    todo: 'Take one of these names; "keys list" says what each is for.',
  };
}

/** Rotating a role with several keys. */
export function whichKey(role: string, known: readonly string[]): string {
  return `"${role}" has several keys (${known.join(', ')}): name one with --key NAME, or replace them all with --all.`;
}

/** A change that was begun before. */
export const unfinishedFirst =
  'An earlier change of the keys was interrupted: it is finished now, before anything else.';

/** \`keys\` with something else. */
export function noSuchKeysCommand(word: string): string {
  return `"keys ${word}" does not exist: it is init, list, add, rotate, remove, renew, new, public, sign or finish.`;
}

/** A threshold that is none. */
export function badCount(flag: string, value: string): string {
  return `"--${flag} ${value}" does not work: use a number from 1 to 20.`;
}
