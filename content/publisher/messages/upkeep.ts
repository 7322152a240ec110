import { byteCount } from './diff.ts';
import { daysLeft } from './keys.ts';
import { signingExitHelp, signingOptionsHelp } from './signing.ts';
import { counted, type Words } from './words.ts';

// Words of refresh, gc and serve.

/** The line about `refresh` in the overview. */
export const refreshSummary = 'sign anew what ends soon; for a timer, every day';

/** What `guide refresh --help` shows. */
export const refreshUsage = `Usage: npm run guide -- refresh --to DIR --keys DIR [--also targets|root]

Signs snapshot and timestamp anew, with the online key alone. Terminals take no old tree for a new one, because these end
after three weeks: run it every day, so that a broken timer has time to be noticed. Says when each role ends.

  --also targets renew the editors' signature too (it lasts six months, and every publication renews it)
  --also root    renew root.json too (it lasts two years, and needs the root keys)
${signingOptionsHelp}

Ends with 0 when it is done, 3 when it is done and a role ends soon that needs other keys, 1 when something has to be put
right (then the tree is as it was), 2 when the command itself was not understood, 70 when the command made a mistake.
`;

/** \`--also\` with something else. */
export function badAlso(value: string): string {
  return `"--also ${value}" does not work: it is targets or root.`;
}

/** Above a refusal of refresh. */
export const notRefreshedHeading = 'Nothing was signed.';

/** When a role ends. */
export type EndingLine = {
  readonly role: string;
  readonly expires: string;
  readonly days: number;
  readonly soon: boolean;
};

/** What refresh did. */
export function refreshed(endings: readonly EndingLine[]): string {
  const lines = endings.map(
    ({ role, expires, days, soon }) =>
      `  ${role.padEnd(9)}  ends ${expires.slice(0, 10)}, ${daysLeft(days)}${soon ? '   <-- soon' : ''}`,
  );
  const soon = endings.filter((each) => each.soon).map(({ role }) => role);
  const advice = [
    ...(soon.includes('targets')
      ? ['Renew the editors’ signature: publish something, or refresh --also targets.']
      : []),
    ...(soon.includes('root')
      ? [
          'Bring the root keys together and renew root.json: refresh --also root; or let their holders sign in turn: keys renew --in-turn FILE.',
        ]
      : []),
  ];
  return ['Signed anew:', ...lines, ...advice].join('\n');
}

/** The line about `gc` in the overview. */
export const gcSummary = 'take files out of a published tree that nobody needs any more';

/** What `guide gc --help` shows. */
export const gcUsage = `Usage: npm run guide -- gc --to DIR --keys DIR [--keep-days N] [--dry-run]

Takes out what no channel has pointed at for N days: documents, media, lists and old signatures. Never what the present and
the last edition of any channel need, never a version of root.json, never a file that it does not know. Needs no passphrase:
the keys only tell whether the tree is yours.

  --keep-days N  how long to keep what nobody needs, 1 or more (90 if you leave it out)
  --dry-run      only say what would go
  --to DIR       the published tree
  --keys DIR     the folder with the keys
  --json         print one JSON object instead of sentences

${signingExitHelp}
`;

/** \`--keep-days\` with something else. */
export function badDays(value: string): string {
  return `"--keep-days ${value}" does not work: use a number from 1 to 36500.`;
}

/** Above a refusal of gc. */
export const notCollectedHeading = 'Nothing was taken out.';

/** What gc did. */
export function collected(count: number, bytes: number, kept: number, dryRun: boolean): string {
  const rest = `${counted(kept, 'file')} ${kept === 1 ? 'stays' : 'stay'}`;
  if (count === 0) return `There is nothing to take out: ${rest}.`;
  const what = `${counted(count, 'file')}, ${byteCount(bytes)}`;
  return dryRun
    ? `Would be taken out: ${what}. ${rest}. Nothing was changed.`
    : `Taken out: ${what}. ${rest}.`;
}

/** The line about `serve` in the overview. */
export const serveSummary = 'give a published tree to terminals on this computer, for a trial';

/** What `guide serve --help` shows. */
export const serveUsage = `Usage: npm run guide -- serve DIR [--port N] [--host ADDRESS]

A small web server for trials: only this computer can reach it. For a centre, use a real one; assets/nginx/openfloor.conf
is ready for nginx.

  --port N       the port (a free one if you leave it out)
  --host ADDRESS listen on another address; 0.0.0.0 lets every computer in the network read the tree

Ends with 0 when you stop it with Ctrl+C, 1 when it cannot begin, 2 when the command itself was not understood.
`;

/** \`serve\` without a folder. */
export const serveNeedsFolder = 'Please name the folder of the published tree.';

/** No tree there. */
export const nothingToServe: Words = {
  rule: 'nothing-to-serve',
  what: 'There is no published tree in this folder.',
  why: 'A published tree has a folder metadata with a file timestamp.json in it.',
  todo: 'Give the folder that "publish --to DIR" wrote.',
};

/** Above a refusal of serve. */
export const notServedHeading = 'Nothing is served.';

/** Where the tree is. */
export function servedAt(url: string, folder: string): string {
  return `${folder} is at ${url} until you press Ctrl+C.`;
}

/** Everybody can read it. */
export const servedToAll =
  'Every computer that reaches this address can read the tree. It holds nothing secret.';

/** Stopped. */
export const serveStopped = 'Stopped.';
