import type { EditionDiff } from '../diff/compare-editions.ts';
import { byteCount, diffHeadline, documentLine, mediaLine } from './diff.ts';
import { signingExitHelp, signingOptionsHelp } from './signing.ts';
import { counted, listed, suggested, type Words } from './words.ts';

/** The line about `publish` in the overview. */
export const publishSummary = 'build, check and sign the guide, and write it where terminals find it';

/** What `guide publish --help` shows. */
export const publishUsage = `Usage: npm run guide -- publish --to DIR --channel NAME --keys DIR [options]

Builds the guide, and stops when something is wrong in it. Else signs it and writes it into the tree: new files first,
the one that announces them last, so that a terminal sees the old edition or the new one and nothing in between. Stopped in
the middle, it can simply be run again. When nothing changed, nothing is written.

  --channel NAME the channel to publish to: first a trial one such as canary, then "promote" to stable
  --content DIR  the folder with guide.yaml in it (content/guide of this project if you leave it out)
  --label TEXT   what people call this edition ("Edition 7" if you leave it out)
  --rollout N    only N of a hundred terminals take it; the same ones stay with it when N grows
  --above N      give the edition a number above N, when the application on the terminals carries edition N (1 if nobody
                 said otherwise; a terminal shows only what has a higher number)
  --new-channel  NAME is a channel that did not exist before
  --restored     the tree was brought back from an old copy: go on above the highest numbers ever used
  --cache DIR, --no-cache
                 as with "build"
${signingOptionsHelp}

${signingExitHelp}
`;

/** The line about `promote` in the overview. */
export const promoteSummary = 'give one channel the edition of another, for instance canary to stable';

/** What `guide promote --help` shows. */
export const promoteUsage = `Usage: npm run guide -- promote FROM TO --to DIR --keys DIR [--rollout N] [--new-channel]

Terminals on channel TO get the very edition that those on FROM have. Nothing is built, nothing is uploaded but lists.

  --rollout N    only N of a hundred terminals take it at first; run it again with a higher N, in the end with 100
  --new-channel  TO is a channel that did not exist before
${signingOptionsHelp}

${signingExitHelp}
`;

/** The line about `rollback` in the overview. */
export const rollbackSummary = 'bring back the edition a channel had before';

/** What `guide rollback --help` shows. */
export const rollbackUsage = `Usage: npm run guide -- rollback --channel NAME --to DIR --keys DIR [--edition SEQ]

Publishes an edition again that the channel had before, under a new number: terminals never go back by themselves. They have
its files, or fetch what they lack. Run it once more to go one further back.

  --edition SEQ  the number of the edition to bring back (the last one before what is shown now if you leave it out)
${signingOptionsHelp}

${signingExitHelp}
`;

/** No \`--channel\`. */
export const channelIsMissing = 'Please say which channel is meant, with --channel NAME.';

/** Not the name of a channel. */
export function badChannel(name: string): string {
  return `"${name}" is not the name of a channel: use small letters, digits and hyphens, for instance canary or stable.`;
}

/** \`--rollout\` with something else. */
export function badRollout(value: string): string {
  return `"--rollout ${value}" does not work: use a number from 0 to 100.`;
}

/** `--above` with something else. */
export function badAbove(value: string): string {
  return `"--above ${value}" does not work: use the number of an edition.`;
}

/** A label that does not fit. */
export function badLabel(most: number): string {
  return `A label is one line of at most ${most} characters.`;
}

/** \`promote\` without its two channels. */
export const promoteNeedsTwo =
  'Please name two channels: the one that has the edition, and the one that is to get it.';

/** \`--edition\` with something else. */
export function badEdition(value: string): string {
  return `"--edition ${value}" is not the number of an edition.`;
}

/** What an edition is called when nobody says otherwise. */
export function usualLabel(seq: number): string {
  return `Edition ${seq}`;
}

/** Above a refusal to publish. */
export const notPublishedHeading = 'Nothing was published.';

/** Above the one trouble that comes after something can be seen. */
export const publicationBrokeOff = 'The publication broke off at its last step.';

/** Which terminals take a publication: those that trust this root. */
export function publishedUnder(fingerprint: string): string {
  return `Terminals take it that trust the root with the fingerprint ${fingerprint} (keys list shows the same).`;
}

/** A channel nobody has heard of. */
export function noSuchChannel(name: string, known: readonly string[]): Words {
  return {
    rule: 'no-such-channel',
    what: `There is no channel "${name}" in this tree.`,
    why: known.length === 0 ? 'Nothing was published there yet.' : `It has ${listed(known)}.`,
    todo: 'Check the name. A new channel is made by publishing or promoting to it with --new-channel.',
  };
}

/** A name that is new, which may be a slip. */
export function channelIsNew(name: string, nearest: string | undefined): Words {
  return {
    rule: 'channel-is-new',
    what: `There is no channel "${name}" in this tree yet.`,
    why: 'No terminal reads it: a slip in its name would publish to nobody.',
    todo: `${suggested(nearest)}If it is really a new channel, say so with --new-channel.`,
  };
}

/** Nothing before the first edition. */
export function nothingBefore(channel: string): Words {
  return {
    rule: 'nothing-before',
    what: `Channel "${channel}" has had no other edition before.`,
    why: 'There is nothing to go back to.',
    todo: 'Correct the guide and publish it.',
  };
}

/** An edition that the channel never had. */
export function unknownEdition(channel: string, seq: number, known: readonly number[]): Words {
  return {
    rule: 'unknown-edition',
    what: `Channel "${channel}" never had an edition ${seq}.`,
    why: known.length === 0 ? 'It has had no other edition.' : `It can go back to ${known.join(', ')}.`,
    todo: 'Take one of these numbers, or leave --edition out.',
  };
}

/** An edition whose files are gone. */
export function editionGone(seq: number): Words {
  return {
    rule: 'edition-gone',
    what: `The files of edition ${seq} are no longer in the tree.`,
    why: '"gc" takes away what no channel has needed for a long time.',
    todo: 'Take a later edition, or publish that state of the guide again.',
  };
}

/** What a publication is about, for the lines below. */
export type PublicationFacts = {
  readonly channel: string;
  readonly seq: number;
  readonly label: string;
  readonly rolloutPercent: number | undefined;
  readonly from: number | undefined;
  readonly documents: number;
  readonly diff: EditionDiff | undefined;
  readonly cost: {
    readonly content: number;
    readonly manifest: number;
    readonly signed: number;
    readonly total: number;
  };
};

/** How many names are listed before the rest is only counted. */
const MOST_NAMES = 12;

/** What was published, what changed, and what it costs a terminal. */
export function published(facts: PublicationFacts): string {
  const { channel, seq, label, rolloutPercent, from, documents, diff, cost } = facts;
  const some = rolloutPercent === undefined ? '' : `, for ${rolloutPercent} of a hundred terminals`;
  const same = from === seq;
  const lines = [
    same
      ? `Channel "${channel}" still has edition ${seq} (${label})${some}.`
      : `Channel "${channel}" now has edition ${seq} (${label})${some}: ${counted(documents, 'document')}.`,
  ];
  if (diff !== undefined && !same) lines.push(diffHeadline(diff), ...changedNames(diff));
  const whose =
    from === undefined ? 'A terminal that has nothing yet' : `A terminal that has edition ${from}`;
  lines.push(
    `${whose} fetches ${byteCount(cost.total)}: ${byteCount(cost.content)} of documents and media, ${byteCount(cost.manifest)} for the list of files, ${byteCount(cost.signed)} of signatures.`,
  );
  return lines.join('\n');
}

function changedNames({ documents, media }: EditionDiff): readonly string[] {
  const lines = [
    ...documents.added.map((each) => `  added: ${documentLine(each)}`),
    ...documents.changed.map((each) => `  changed: ${documentLine(each)}`),
    ...documents.removed.map((each) => `  removed: ${documentLine(each)}`),
    ...media.added.map((each) => `  added: ${mediaLine(each)}`),
    ...media.changed.map((each) => `  changed: ${mediaLine(each)}`),
    ...media.removed.map((each) => `  removed: ${mediaLine(each)}`),
  ];
  const more = lines.length - MOST_NAMES;
  return more > 1 ? [...lines.slice(0, MOST_NAMES), `  and ${more} more`] : lines;
}

/** How far the writing has come. */
export function writing(done: number, total: number): string {
  return `Written: ${done} of ${total} files ...`;
}

/** Nothing changed, so nothing was written. */
export function unchanged(channel: string, seq: number): string {
  return `Nothing changed: channel "${channel}" has this as edition ${seq} already. Nothing was written.`;
}
