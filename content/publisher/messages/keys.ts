import { signingExitHelp, signingOptionsHelp } from './signing.ts';
import { counted, listed } from './words.ts';

/** The line about `keys` in the overview. */
export const keysSummary = 'make, list, add, replace and remove the keys that terminals trust';

/** What `guide keys --help` shows. */
export const keysUsage = `Usage: npm run guide -- keys init --keys DIR [--roots N] [--threshold N] [--editors N]
       npm run guide -- keys list --keys DIR [--to DIR]
       npm run guide -- keys add ROLE --to DIR --keys DIR
       npm run guide -- keys rotate ROLE [--key NAME | --all] [--rehearse] --to DIR --keys DIR
       npm run guide -- keys remove NAME --to DIR --keys DIR
       npm run guide -- keys renew --to DIR --keys DIR
   for holders who each keep their own key:
       npm run guide -- keys new NAME --keys DIR
       npm run guide -- keys public NAME --keys DIR
       npm run guide -- keys init --public FILE,FILE,FILE --in-turn FILE --keys DIR
       npm run guide -- keys add|rotate|remove|renew … [--public FILE] --in-turn FILE --to DIR --keys DIR
       npm run guide -- keys sign FILE --keys DIR
       npm run guide -- keys finish FILE[,FILE] [--to DIR] --keys DIR

Terminals take nothing that the right keys have not signed. There are four roles:

  root       decides which keys count: two of three keys, kept apart and offline
  targets    editors: whoever has one of these keys can publish
  snapshot   says what belongs together; signed again every day by one key on one computer,
  timestamp  together with this one, so that old content cannot be passed off as new ("online")

  init    makes all keys in a new folder, and 1.root.json, which every terminal is set up with
  list    says which keys there are, which lie here, and when each role ends
  add     makes one more key for a role
  rotate  replaces a key, known or lost or stolen; terminals follow by themselves, whenever they come back
  remove  takes a key away from all its roles; it counts no more from then on
  renew   a new version of root.json, whose signatures last two years more; nobody comes or goes

  new     makes one key for you, in your own folder, and NAME.pub to hand over; NAME begins with root-, targets- or online-
  public  writes NAME.pub again
  sign    signs what goes round, with the root key in your own folder, and shows first what you sign; needs no network
  finish  publishes what came back with enough signatures

  --roots N      how many root keys to make (3), --threshold N how many of them are needed (2)
  --editors N    how many keys for editors to make (1)
  --key NAME     which key to replace; --all replaces every key of the role
  --threshold N  with add, rotate and remove: how many keys of the role are needed from then on
  --public FILE  the public half of a key that its holder has made (NAME.pub), instead of making one here
  --in-turn FILE the root keys are elsewhere: write FILE, which goes from holder to holder; nothing is published
  --new-passphrase-file FILE
                 the passphrases of new keys: one line for all, or one for each in the order of their names
  --rehearse     change nothing: say what would change, and show on a copy that a terminal that knows only the old
                 root follows
${signingOptionsHelp}

${signingExitHelp}
`;

/** What `keys init` made, and where each thing goes. */
export function keysMade(
  folder: string,
  names: readonly string[],
  threshold: number,
  fingerprint: string,
): string {
  const of = (prefix: string) => names.filter((name) => name.startsWith(`${prefix}-`));
  const roots = of('root');
  return `The keys of this centre are in ${folder}, each in a file of its own, closed with its passphrase.

Where to keep them:
  ${roots.join(', ')}
      Each on a stick of its own, in a different place, with a different person. ${threshold === 1 ? 'One of them' : `Any ${threshold} of them`} can replace every
      other key; they are needed once every two years, or when something was lost. Take them out of this folder.
  ${of('targets').join(', ')}
      With whoever publishes: on their computer, and a copy in a safe.
  online-1
      On the computer that runs "refresh" every day, and with whoever publishes.
  1.root.json
      No secret. Every terminal is set up with it; keep it beside every key.
      Its fingerprint is ${fingerprint}: give it to whoever sets up terminals, on paper or by telephone.

Write the passphrases down on paper, and keep that apart from the sticks. Then: npm run guide -- publish --to DIR --channel canary --keys ${folder}`;
}

/** Above a refusal. */
export const keysUnchangedHeading = 'The keys are as they were.';

/** One role in the list. */
export type RoleLine = {
  readonly role: string;
  readonly threshold: number;
  readonly keys: readonly { readonly name: string; readonly here: boolean }[];
  readonly expires: string | undefined;
  readonly days: number | undefined;
};

/** What `keys list` prints. */
export function keysListed(version: number, fingerprint: string, roles: readonly RoleLine[]): string {
  const lines = roles.map(({ role, threshold, keys, expires, days }) => {
    const names = keys.map(({ name, here }) => `${name}${here ? '' : ' (not here)'}`).join(', ');
    const end = expires === undefined ? '' : `; ends ${expires.slice(0, 10)}, ${daysLeft(days ?? 0)}`;
    return `  ${role.padEnd(9)}  ${threshold} of ${keys.length}: ${names}${end}`;
  });
  return `Version ${version} of root.json, fingerprint ${fingerprint}:
${lines.join('\n')}

Whoever sets up a terminal compares this fingerprint: give it to them on paper or by telephone.`;
}

/** How many days are left. */
export function daysLeft(days: number): string {
  return days < 0 ? 'which is over' : `in ${counted(days, 'day')}`;
}

/** What a change of keys did, or would do. */
export function trustChanged(change: {
  readonly added: readonly string[];
  /** Keys that others hold. */
  readonly given?: readonly string[];
  /** Theirs, in the same order. */
  readonly fingerprints?: readonly string[];
  readonly removed: readonly string[];
  readonly roots: readonly number[];
  readonly rehearsed: boolean;
  readonly folder: string;
}): string {
  const { added, given = [], fingerprints = [], removed, roots, rehearsed, folder } = change;
  const would = rehearsed ? 'would be' : 'was';
  const lines = [
    ...(added.length === 0
      ? []
      : [`New: ${listed(added)}${rehearsed ? ' (not made yet)' : `, in ${folder}`}.`]),
    ...given.map((name, at) => `New, with its holder: "${name}", fingerprint ${fingerprints[at] ?? ''}.`),
    ...(removed.length === 0 ? [] : [`Counts no more: ${listed(removed)}.`]),
    roots.length === 0
      ? 'root.json stays as it is.'
      : `${roots.map((version) => `${version}.root.json`).join(' and ')} ${would} published, and everything ${would} signed anew.`,
    'Shown on a copy: a terminal that knows only the first root follows, one that is up to date follows, and so does one in the middle of it.',
    ...(rehearsed ? ['This was a rehearsal: nothing was changed.'] : []),
    ...(rehearsed || removed.length === 0 ? [] : ['Destroy the files of the keys that count no more.']),
  ];
  return lines.join('\n');
}
