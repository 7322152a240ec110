import type { OfflineReason, RefusalCode } from './state.ts';

/** What a technician reads for each reason: what happened, why, what to do. Every one ends with the guide staying on show. */
const OFFLINE: Record<OfflineReason, string> = {
  'no-network': 'The server cannot be reached. Check the cable, the router and the address in the settings',
  'captive-portal':
    'Somebody answers in the place of the server, usually the log-in page of a network. Let this terminal through without logging in',
  certificate:
    'The certificate of the server is not accepted. Check the date of this terminal first, then the certificate',
  proxy: 'The proxy does not let this terminal through. Check the proxy in the settings',
  'too-slow':
    'The server or the line is too slow to be waited for. It is tried again; check the line if it stays so',
  interrupted: 'The connection broke off. What has arrived is kept, and it is tried again',
  'server-trouble':
    'The server says that it cannot answer now. It is tried again; check the server if it stays so',
  'not-there':
    'The server does not have a file that must be there. Check the address in the settings, and that everything was copied to the server',
  'bad-answer':
    'The server answers in a way that cannot be used. Check what stands between it and this terminal',
};

const REFUSED: Record<RefusalCode, string> = {
  'signature-wrong':
    'The server offers something that the right people have not signed. If nobody at the publisher’s knows why, treat it as an attack',
  expired:
    'What the server offers has run out: nobody has signed it anew in time, or somebody keeps newer things away. Run the publisher’s refresh',
  'rolled-back':
    'The server offers something older than it did before. Restore the whole published tree, not a part of it',
  'not-what-was-signed':
    'A file on the server is not the one that was signed. Copy the published tree to the server again',
  'metadata-malformed':
    'The signed metadata of the server cannot be read. Copy the published tree to the server again',
  'metadata-too-large': 'The signed metadata of the server is larger than it can honestly be',
  'trust-lost':
    'The root of trust that this terminal was given cannot be used. Provision it again with the right root file',
  'target-without-sha256':
    'A signed file has no SHA-256, so anybody could change it. Publish again with this version’s guide command',
  'target-too-large':
    'A signed file is larger than it can honestly be. Publish again with this version’s guide command',
  'channel-missing': 'The server has no such channel. Check the channel in the settings',
  'channel-malformed':
    'The channel on the server cannot be read. Publish again with this version’s guide command',
  'channel-from-later-version': 'The channel is written for a later Openfloor. Install that one',
  'seq-lower':
    'The channel names an older edition than it did before. To undo, publish a rollback: it gets a new number',
  'seq-reused': 'The channel gives the number of one edition to another. Publish again: it gets a new number',
  'manifest-unusable': 'The manifest of the edition cannot be used. Publish again',
  'number-taken':
    'Another edition has this number already on this terminal. Publish again: it gets a new number',
  'blob-wrong':
    'A file of the edition is not what was published. Copy the published tree to the server again',
  'edition-bad': 'This edition was tried here and did not work. Publish a mended one',
  'no-room': 'There is not enough room on the disk. Make room',
  'disk-trouble': 'The disk of this terminal does not do its work. Check the disk',
  unexpected: 'Something unforeseen happened. Please report it with the log',
};

const STAYS = 'The guide that is here stays on show.';

/** A reason in words, without a full stop; `detail` is what the machine said. */
export function offlineReasonInWords(reason: OfflineReason, detail: string): string {
  return `${OFFLINE[reason]} (${detail})`;
}

/** A refusal in words, without a full stop; `detail` is what the machine said. */
export function refusalInWords(code: RefusalCode, detail: string): string {
  return `${REFUSED[code]} (${detail})`;
}

/** Puts a reason into words; `detail` is what the machine said. */
export function offlineSentence(reason: OfflineReason, detail: string): string {
  return `${offlineReasonInWords(reason, detail)}. ${STAYS}`;
}

/** Puts a refusal into words; `detail` is what the machine said. */
export function refusedSentence(code: RefusalCode, detail: string): string {
  return `${refusalInWords(code, detail)}. ${STAYS}`;
}
