import { machineClock } from '../../../platform/clock.ts';
import { FetchFailure, Refusal } from '../../../sync/failure.ts';
import { type Looked, lookAtServer } from '../../../sync/look.ts';
import { offlineSentence, refusedSentence } from '../../../sync/sentences.ts';
import { readPinnedRoot } from '../../../sync/trust/pinned-root.ts';
import { bad, type Check, doubt, good, type Observation } from '../check.ts';

/** Does the server offer what the settings ask for, to somebody who trusts this root? */
export const server: Check = {
  number: 3,
  id: 'server',
  title: 'Central server',
  well: 'New editions and notices arrive by themselves.',
  look: async ({ machine, loaded, rootInside, http }, signal) => {
    const { url, channel, root } = loaded.settings.server;
    if (url === null)
      return [
        doubt(
          'No server is set.',
          'The guide stays as it is until somebody brings a stick, and notices do not arrive.',
          'If that is not meant: sudo openfloor provision --server.url ADDRESS.',
        ),
      ];
    const pinned = await readPinnedRoot(root ?? rootInside, machine.files).catch(() => null);
    try {
      const looked = await lookAtServer({
        http: await http(),
        server: new URL(url),
        channel,
        root: pinned?.bytes ?? null,
        clock: { ...machineClock, now: machine.now },
        signal,
      });
      return pinned === null ? [unproven(url)] : [seen(url, channel, looked)];
    } catch (error) {
      return [amiss(url, error)];
    }
  },
};

function unproven(url: string): Observation {
  return bad(
    `${url} answers, but this terminal has no root to judge it by.`,
    'Nothing it offers can be believed: no new edition arrives.',
    'See the check of the trust.',
  );
}

function seen(url: string, wanted: string, { channel, channels, roots }: Looked): Observation {
  if (channel instanceof Refusal && channel.code === 'channel-missing') {
    const known = channels.length === 0 ? 'It has none yet' : `It has ${channels.join(', ')}`;
    return bad(
      `${url} answers, and has no channel "${wanted}". ${known}.`,
      'No new edition and no notice arrive.',
      'Correct server.channel in the settings, or ask the content team to publish to that channel.',
    );
  }
  if (channel instanceof Error) return amiss(url, channel);
  const version = roots.at(-1)?.root.signed.version;
  return good(
    `${url} answers. Channel ${wanted} has edition ${channel.seq} (${channel.label}) of ${channel.publishedAt.slice(0, 10)}, signed under version ${version} of the root.`,
  );
}

function amiss(url: string, error: unknown): Observation {
  if (error instanceof FetchFailure)
    return bad(
      `${url}: ${offlineSentence(error.reason, error.message)}`,
      'No new edition and no notice arrive.',
      error.reason === 'captive-portal'
        ? 'Ask whoever looks after this network to let this machine through without a log-in page.'
        : 'See also the checks of the network and of the clock; then the address in the settings.',
    );
  if (error instanceof Refusal)
    return bad(
      `${url}: ${refusedSentence(error.code, error.message)}`,
      'What the server offers is not taken.',
      'Tell the content team this sentence; "guide verify" shows them the same.',
    );
  throw error;
}
