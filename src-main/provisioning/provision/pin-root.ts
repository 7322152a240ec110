import { readFingerprint } from '../../../content/model/fingerprint.ts';
import { machineClock } from '../../platform/clock.ts';
import type { Files } from '../../platform/files.ts';
import type { Http } from '../../platform/http.ts';
import { FetchFailure, Refusal } from '../../sync/failure.ts';
import { type Looked, lookAtServer } from '../../sync/look.ts';
import { offlineReasonInWords, refusalInWords } from '../../sync/sentences.ts';
import { type RootFile, readPinnedRoot, rootFingerprint } from '../../sync/trust/pinned-root.ts';
import type { TerminalSettings } from '../terminal-settings.ts';
import { refuse } from './refusal.ts';

/** What pinning a root needs. */
export type PinParts = {
  readonly server: TerminalSettings['server'] & { readonly url: string };
  /** The roots that are here already and may stay, the preferred one first. */
  readonly pinned: readonly RootFile[];
  /** The root inside the application, if there is one and the settings name no other. */
  readonly inside: RootFile | null;
  readonly http: Http;
  readonly now: () => Date;
  /** As it was given; null when it is to be asked for. */
  readonly fingerprint: string | null;
  /** Answers what somebody typed, or null when nobody will. */
  readonly ask: ((question: string) => Promise<string | null>) | null;
  readonly out: (text: string) => void;
};

/** What came of it: a root to pin, or the one that is pinned already and stays. */
export type Pinned = {
  readonly root: RootFile;
  readonly isNew: boolean;
  /** What the server has, in words. */
  readonly said: string;
};

/** How long a server may take altogether, in milliseconds. */
const LOOK_WITHIN_MS = 60_000;

/** How often a fingerprint may be typed. */
const ATTEMPTS = 3;

/**
 * Looks at the server and decides which root to pin: the newest one of its chain, once somebody has confirmed it by the fingerprint of
 * any root in the chain. A pinned root that the chain knows stays: the terminal follows from it by itself. Refuses everything else.
 */
export async function pinRoot(parts: PinParts): Promise<Pinned> {
  const { server, inside } = parts;
  const looked = await look(parts);
  const channel = channelOf(looked, server.channel, server.url);
  const said = `${server.url} answers; channel ${server.channel} has edition ${channel.seq} (${channel.label}).`;
  const newest = looked.roots.at(-1) ?? looked.roots[0];
  const given = parts.fingerprint === null ? null : asGiven(parts.fingerprint);
  const prints = looked.roots.map(({ root }) => rootFingerprint(root));
  if (given !== null && !prints.includes(given)) refuse(otherFingerprint(server.url, given, newest));
  const kept = parts.pinned.find(({ root }) => prints.includes(rootFingerprint(root)));
  if (kept !== undefined) return { root: kept, isNew: false, said };
  if (inside !== null) parts.out(otherCentre(server.url, inside));
  if (given === null) await confirm(parts, newest, prints);
  return { root: newest, isNew: true, said };
}

/** A fingerprint as somebody gave it, in its written form. Refuses what is none. */
export function asGiven(text: string): string {
  return (
    readFingerprint(text) ??
    refuse(
      `"${text.slice(0, 60)}" is not a fingerprint: it has five groups of four letters and digits, such as 7K2M-XR9D-Q0ZT-H4WP-3VNA.`,
    )
  );
}

/** The root in a file, or null when there is none or it is not one. */
export async function rootIn(file: string, files: Files): Promise<RootFile | null> {
  try {
    return await readPinnedRoot(file, files);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function look({ server, http, now }: PinParts): Promise<Looked> {
  try {
    return await lookAtServer({
      http,
      server: new URL(server.url),
      channel: server.channel,
      // From the first one on: what is pinned here is judged by the chain, not the other way round.
      root: null,
      clock: { ...machineClock, now },
      signal: AbortSignal.timeout(LOOK_WITHIN_MS),
    });
  } catch (error) {
    if (error instanceof FetchFailure && error.reason === 'not-there')
      refuse(
        `${server.url} answers, but there is no publication of Openfloor: metadata/1.root.json is not there (${error.message}). Check the address; it is the folder that holds "metadata" and "blobs".`,
      );
    return refuse(unanswered(server.url, error));
  }
}

function channelOf({ channel, channels }: Looked, wanted: string, url: string) {
  if (!(channel instanceof Error)) return channel;
  if (channel instanceof Refusal && channel.code === 'channel-missing') {
    const known = channels.length === 0 ? 'There is none yet' : `There are: ${channels.join(', ')}`;
    refuse(`${url} has no channel "${wanted}". ${known}. Correct it with --server.channel NAME.`);
  }
  return refuse(unanswered(url, channel));
}

function unanswered(url: string, error: unknown): string {
  if (error instanceof FetchFailure) return `${url}: ${offlineReasonInWords(error.reason, error.message)}.`;
  if (error instanceof Refusal) return `${url}: ${refusalInWords(error.code, error.message)}.`;
  throw error;
}

async function confirm(
  { ask, out, server }: PinParts,
  newest: RootFile,
  prints: readonly string[],
): Promise<void> {
  const print = rootFingerprint(newest.root);
  const whose = `The root of trust of ${server.url} (version ${newest.root.signed.version}) has the fingerprint

    ${print}

Compare it with the one you have from the content team by another way than this server: on paper, by telephone.
They see it with "npm run guide -- keys list".
`;
  if (ask === null) refuse(`${whose}If it is the same, run this again with --fingerprint ${print}.`);
  out(`${whose}\n`);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const typed = await ask('Type the fingerprint you were given (nothing to stop): ');
    if (typed === null || typed.trim() === '') break;
    const read = readFingerprint(typed);
    if (read !== null && prints.includes(read)) return;
    out(
      read === null
        ? 'That is not a fingerprint: it has five groups of four letters and digits.\n'
        : 'That is another fingerprint than the server’s. If you typed what you were given, do not trust this server.\n',
    );
  }
  refuse('The root of trust was not confirmed.');
}

function otherCentre(url: string, inside: RootFile): string {
  return `Note: this application was packaged for another centre than that of ${url}: the root inside it has the fingerprint ${rootFingerprint(inside.root)}, and no root of the server has.\n`;
}

function otherFingerprint(url: string, given: string, newest: RootFile): string {
  return `The root of trust of ${url} has the fingerprint ${rootFingerprint(newest.root)}, not ${given}. Either the address is wrong, or the fingerprint is of another centre, or somebody answers in the place of the server: ask the content team before you go on.`;
}
