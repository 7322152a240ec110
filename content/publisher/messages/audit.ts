import { byteCount } from './diff.ts';
import { counted, type Words } from './words.ts';

/** The line about `verify` in the overview. */
export const verifySummary = 'look at a whole published tree as a terminal would';

/** What `guide verify --help` shows. */
export const verifyUsage = `Usage: npm run guide -- verify DIR|URL [--keys DIR | --root FILE] [--json]

Reads everything that is published, in a folder or from a web server: every signature, every channel, every file by its hash. Says
all that is wrong, and what will be. From a web server also: what it answers for files that are not there, whether it lets
terminals ask briefly whether something is new, whether it goes on where a download broke off.

  --keys DIR     the folder with your keys: what is published has to be signed by them (no passphrase is needed)
  --root FILE    instead: the 1.root.json that terminals were set up with
                 Without both, the tree's own first root.json is taken: then only it can tell whether it is yours.
  --json         print one JSON object instead of sentences

Ends with 0 when terminals can follow and everything is whole, 3 when it is and something ends soon, 1 when something has to be
put right, 2 when the command itself was not understood, 70 when the command made a mistake.
`;

/** \`verify\` without anything. */
export const verifyNeedsTree = 'Please name the folder or the address of a published tree.';

/** \`--keys\` and \`--root\`. */
export const keysAndRoot = '"--keys" and "--root" do not go together.';

/** Not an address. */
export function badUrl(value: string): string {
  return `"${value}" is not an address: it looks like https://guide.example.org/`;
}

/** Above what is wrong. */
export const notVerifiedHeading = 'Terminals could be in trouble with this tree:';

/** Above what is only worth a word. */
export const verifiedWithWarningsHeading = 'Terminals can follow this tree. Worth a look:';

/** Trusts itself. */
export const anchorIsItsOwn =
  'Nobody said which keys are yours (--keys or --root), so the first root.json of the tree itself was believed.';

/** What was read. */
export function verified(
  channels: readonly { readonly name: string; readonly seq: number; readonly label: string }[],
  files: number,
  bytes: number,
): string {
  const lines = channels.map(({ name, seq, label }) => `  ${name}: edition ${seq} (${label})`);
  return [`Read and found whole: ${counted(files, 'file')}, ${byteCount(bytes)}.`, ...lines].join('\n');
}

/** Below what was found. */
export function auditFooting(errors: number, warnings: number): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'thing to put right', 'things to put right')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return `${parts.join(' and ')}.`;
}

/** Not there. */
export function fileMissing(status: number): Words {
  return {
    rule: 'file-missing',
    what: `This file is missing (${status === 404 ? 'not there' : `the server answers ${status}`}).`,
    why: 'Something that is published points at it.',
    todo: 'Copy the tree again from where it is whole: everything else first, metadata/timestamp.json last.',
  };
}

/** Too large. */
export const tooLargeForTerminals: Words = {
  rule: 'file-too-large',
  what: 'This file is larger than terminals accept.',
  why: 'They stop reading there.',
  todo: 'Copy the tree again from where it is whole.',
};

/** Other bytes. */
export function fileIsAnother(expected: number | undefined, found: number): Words {
  const sizes =
    expected === undefined || expected === found
      ? ''
      : ` (${byteCount(found)} instead of ${byteCount(expected)})`;
  return {
    rule: 'file-is-another',
    what: `This is not the file that was published${sizes}.`,
    why: 'Its hash is another one, so terminals do not take it.',
    todo: 'Copy the tree again from where it is whole. If it is whole there, something in between changes files.',
  };
}

/** Over. */
export function signatureEnded(role: string, expires: string): Words {
  return {
    rule: 'signature-ended',
    what: `The signature of "${role}" ended at ${expires}.`,
    why: 'Terminals take nothing new until it is signed again; they go on showing what they have.',
    todo:
      role === 'root'
        ? 'refresh --also root'
        : role === 'targets'
          ? 'Publish, or refresh --also targets.'
          : 'Run refresh, and look why the daily one did not.',
  };
}

/** Over soon. */
export function signatureEndsSoon(role: string, days: number): Words {
  return {
    rule: 'signature-ends-soon',
    what: `The signature of "${role}" ends in ${counted(days, 'day')}.`,
    why: 'After that terminals take nothing new.',
    todo:
      role === 'root'
        ? 'refresh --also root'
        : role === 'targets'
          ? 'Publish, or refresh --also targets.'
          : 'Look whether refresh really runs every day.',
  };
}

/** No hash that terminals accept. */
export const targetWithoutHash: Words = {
  rule: 'target-without-hash',
  what: 'This target has no SHA-256.',
  why: 'Terminals take no file they cannot recognise.',
  todo: 'Publish again with this command.',
};

/** A list of files with an unknown form. */
export const manifestUnknown: Words = {
  rule: 'manifest-unknown',
  what: 'This list of files has a form that this version does not know.',
  why: 'Terminals of this version do not take it.',
  todo: 'Update terminals before publishing with a later version.',
};

/** Number of the list and of the channel. */
export function otherNumber(channel: string, seq: number, found: number): Words {
  return {
    rule: 'other-number',
    what: `Channel "${channel}" says edition ${seq}, and its list of files says ${found}.`,
    why: 'Terminals refuse an edition that has two numbers.',
    todo: 'Publish again with this command.',
  };
}

/** All files together. */
export function editionTooLarge(bytes: number): Words {
  return {
    rule: 'edition-too-large',
    what: `This edition has ${byteCount(bytes)}, more than terminals accept.`,
    why: 'They keep room for three of them.',
    todo: 'Make the largest media smaller.',
  };
}

/** Two files of one name. */
export const pathTwice: Words = {
  rule: 'path-twice',
  what: 'This list names the same path twice.',
  why: 'Which of the two is meant, nobody can tell.',
  todo: 'Publish again with this command.',
};

/** Rolling back would not work. */
export function noWayBack(channel: string, seq: number): Words {
  return {
    rule: 'no-way-back',
    what: `Edition ${seq}, the one before on channel "${channel}", is no longer in the tree.`,
    why: 'A rollback could not bring it back.',
    todo: 'Nothing, unless you need it: then publish that state of the guide again.',
  };
}

/** A patch that makes something else. */
export const patchWrong: Words = {
  rule: 'patch-wrong',
  what: 'This short way from one list of files to the next does not lead there.',
  why: 'Terminals notice and fetch the whole list, which costs them more.',
  todo: 'Delete it; publish makes it again.',
};

/** A twin that is something else. */
export const twinWrong: Words = {
  rule: 'twin-wrong',
  what: 'This compressed file does not become the file beside it.',
  why: 'A terminal that gets it from the web server would refuse it.',
  todo: 'Delete it: the web server then sends the file itself.',
};

/** The library says no. */
export function terminalRefuses(detail: string): Words {
  return {
    rule: 'terminal-refuses',
    what: `A terminal would not follow (${detail.split('\n')[0] ?? ''}).`,
    why: 'This is what the library says that terminals use.',
    todo: 'Put right what else is listed here; if there is nothing else, please report this sentence.',
  };
}

/** A page instead of "not there". */
export function serverHidesAbsence(status: number): Words {
  return {
    rule: 'server-hides-absence',
    what: `For a file that is not there this server answers ${status} instead of 404.`,
    why: 'Terminals ask for the next root.json until one is not there; they would take the answer for one and refuse everything.',
    todo: 'Let the server answer 404 under this address (no page for missing files, no redirect).',
  };
}

/** The one file that changes is kept. */
export function serverKeepsTimestamp(caching: string): Words {
  return {
    rule: 'server-keeps-timestamp',
    what: `This server does not say that this file has to be asked for again (Cache-Control: ${caching === '' ? 'none' : caching}).`,
    why: 'Caches on the way may keep the old one, and terminals learn late of what is new.',
    todo: 'Send Cache-Control: no-cache for this one file; assets/nginx/openfloor.conf shows how.',
  };
}

/** No short answer. */
export const serverWithoutEtag: Words = {
  rule: 'server-without-etag',
  what: 'This server does not answer "not modified" when nothing changed.',
  why: 'Every terminal then fetches the file again every minute.',
  todo: 'Let the server send ETag and heed If-None-Match.',
};

/** No parts. */
export function serverWithoutRanges(status: number): Words {
  return {
    rule: 'server-without-ranges',
    what: `Asked for a part of a file, this server answers ${status} instead of 206.`,
    why: 'A download that broke off begins from its start again.',
    todo: 'Let the server accept ranges.',
  };
}

/** Lists. */
export const serverListsFolders: Words = {
  rule: 'server-lists-folders',
  what: 'This server lists what is in its folders.',
  why: 'Nothing in them is secret, but drafts of whoever publishes should not be found before they are announced.',
  todo: 'Turn the listing of folders off.',
};

/** The server cannot be reached. */
export function serverUnreachable(detail: string): Words {
  return {
    rule: 'server-unreachable',
    what: `The server cannot be reached (${detail}).`,
    why: 'Nothing could be read.',
    todo: 'Check the address and the network.',
  };
}

/** The file with the root cannot be read. */
export const rootFileUnreadable: Words = {
  rule: 'root-file-unreadable',
  what: 'This is not a root.json, or it cannot be read.',
  why: 'Everything else is judged by it.',
  todo: 'Give the 1.root.json that terminals were set up with.',
};
