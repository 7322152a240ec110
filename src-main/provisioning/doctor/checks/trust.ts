import { isNotThere } from '../../../platform/files.ts';
import { Refusal } from '../../../sync/failure.ts';
import { refusedSentence } from '../../../sync/sentences.ts';
import { recallTrust, type TrustMemory } from '../../../sync/trust/memory.ts';
import { type RootFile, readPinnedRoot, rootFingerprint } from '../../../sync/trust/pinned-root.ts';
import { readRoot } from '../../../sync/trust/read-metadata.ts';
import { bad, type Check, doubt, good, type Observation } from '../check.ts';
import type { Patient } from '../patient.ts';
import { trustKept } from '../trusted.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A root that ends sooner should have a successor by now, in days. */
const ENDS_SOON_DAYS = 60;

const PROVISION =
  'Provision the terminal again (sudo openfloor provision), and compare the fingerprint with the content team.';

/** Can this terminal tell what the right people signed? */
export const trust: Check = {
  number: 2,
  id: 'trust',
  title: 'Trust',
  well: 'The terminal can tell what the right people have signed.',
  look: async (patient) => {
    const { machine, loaded, rootInside } = patient;
    const { root: named, url } = loaded.settings.server;
    const file = named ?? rootInside;
    try {
      const pinned = await readPinnedRoot(file, machine.files);
      const memory = await recallTrust({
        keeper: trustKept(patient),
        pinnedRoot: pinned.bytes,
        builtAt: null,
      });
      return [given(named, pinned), ...remembered(memory), ends(memory, machine.now())];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const isOnlyMissing = named === null && error.cause instanceof Error && isNotThere(error.cause);
      if (isOnlyMissing) return [nobodyTrusted(url)];
      return [
        bad(
          refusedSentence('trust-lost', error.message),
          'Neither a server nor a stick can be believed: no new edition arrives.',
          PROVISION,
        ),
      ];
    }
  },
};

function nobodyTrusted(url: Patient['loaded']['settings']['server']['url']): Observation {
  const found = 'No root of trust was given to this terminal, and there is none inside the application.';
  return url === null
    ? doubt(found, 'Editions on sticks cannot be read either: the guide stays as it came.', PROVISION)
    : bad(found, 'The server that is set cannot be believed: no new edition arrives.', PROVISION);
}

function given(named: string | null, { root }: RootFile): Observation {
  const where = named === null ? 'inside this application' : `in ${named}, which the settings name,`;
  return good(`The root ${where} is version ${root.signed.version}, fingerprint ${rootFingerprint(root)}.`);
}

function remembered({ recalled }: TrustMemory): readonly Observation[] {
  switch (recalled) {
    case 'as-it-was':
    case 'begun-anew':
      return [];
    case 'one-place-damaged':
      return [
        doubt(
          'One of the two records of what is trusted is damaged.',
          'The other one is used. A disk that loses one file may lose more.',
          'Look at the check of the disk’s health; the terminal writes the record again by itself.',
        ),
      ];
    case 'begun-anew-damaged':
      return [
        bad(
          'Both records of what is trusted are damaged.',
          'The terminal begins again from the root it was given; the guide that is here stays on show.',
          'Look at the check of the disk’s health, and change the disk if it is not well.',
        ),
      ];
    case 'other-root':
      return [
        doubt(
          'What the terminal trusted until now grew from another root than the one that is set.',
          'From its next start on other people are trusted. That is right after a new provisioning, and only then.',
          'If nobody gave it a new root, treat it as an attack: compare the fingerprint with the content team.',
        ),
      ];
  }
}

function ends(memory: TrustMemory, now: Date): Observation {
  const { expires, version } = readRoot(memory.record().root).signed;
  const days = Math.floor((Date.parse(expires) - now.getTime()) / DAY_MS);
  const day = expires.slice(0, 10);
  const todo =
    'Ask the content team to renew the root ("guide keys rotate root"); terminals follow by themselves.';
  if (days < 0)
    return bad(
      `The newest root it knows, version ${version}, ended on ${day}.`,
      'Nothing new is believed until a later root arrives from the server.',
      todo,
    );
  const found = `The newest root it knows, version ${version}, counts until ${day}, ${days} days from now.`;
  if (days < ENDS_SOON_DAYS) return doubt(found, 'After that day nothing new is believed.', todo);
  return good(found);
}
