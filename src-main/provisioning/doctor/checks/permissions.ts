import { isNotThere } from '../../../platform/files.ts';
import type { Rights } from '../../../platform/machine.ts';
import { dropInFolder } from '../../load-settings.ts';
import { type Account, accountNamed } from '../accounts.ts';
import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';
import type { Patient } from '../patient.ts';

/** May the terminal write what it has to, and nobody else change what it reads? */
export const permissions: Check = {
  number: 13,
  id: 'permissions',
  title: 'Permissions',
  well: 'The terminal can keep its editions, and nobody else can change its settings.',
  look: async (patient) => {
    const { machine, user } = patient;
    if (machine.platform === 'win32')
      return [
        untold(
          'Rights are not looked at on Windows.',
          'See that only administrators may change the settings file.',
        ),
      ];
    const account = await accountNamed(machine, user);
    const runsNow = machine.user();
    const owner = account ?? { name: runsNow.name, uid: runsNow.uid, gid: -1, groups: [], shell: '' };
    const named =
      account === null
        ? [
            doubt(
              `There is no user ${user} on this machine; this is looked at for ${runsNow.name}.`,
              'The terminal does not run as a user of its own: what it can reach is more than it needs.',
              'Install the package, which makes the user, or make it: sudo useradd --system openfloor.',
            ),
          ]
        : [];
    const guarded = await Promise.all(guardedBy(patient).map((path) => unguarded(patient, path, owner)));
    return [...named, await dataOf(patient, owner), ...guarded.flat()];
  },
};

const OWNER = 0o200;
const GROUP = 0o020;
const OTHERS = 0o002;

/** What `account` may do with a path, of the three bits `kind`: 0o444 to read, 0o222 to write. */
function may({ mode, uid, gid }: Rights, account: Pick<Account, 'uid' | 'gid'>, kind: number): boolean {
  if (account.uid === 0) return true;
  if (uid === account.uid) return (mode & kind & 0o700) !== 0;
  return (mode & kind & (gid === account.gid ? 0o070 : 0o007)) !== 0;
}

async function rightsOf({ machine }: Patient, path: string): Promise<Rights | null> {
  try {
    return await machine.rights(path);
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

async function dataOf(patient: Patient, owner: Account): Promise<Observation> {
  const { data } = patient;
  const rights = await rightsOf(patient, data);
  const give = `sudo install -d -o ${owner.name} -g ${owner.name} -m 0750 ${data} && sudo chown -R ${owner.name}: ${data}`;
  if (rights === null)
    return doubt(
      `${data} is not there yet.`,
      'The terminal has never run here, or its data lies elsewhere.',
      `Start the terminal; if it lies elsewhere, say so: openfloor doctor --data DIR.`,
    );
  const found = `${data} belongs to user ${rights.uid} with rights ${octal(rights.mode)}`;
  if (!may(rights, owner, 0o222))
    return bad(
      `${found}: ${owner.name} (${owner.uid}) cannot write there.`,
      'No edition can be kept, and what staff put out of service is forgotten.',
      `Give it back: ${give}.`,
    );
  if ((rights.mode & OTHERS) !== 0)
    return doubt(
      `${found}: everybody may write there.`,
      'Another program on this machine can remove the editions. It cannot change them unseen: they are signed.',
      `Take that right away: sudo chmod o-w ${data}.`,
    );
  return good(`${found}.`);
}

/** What only an administrator should be able to change. */
function guardedBy({ settingsFile, loaded }: Patient): readonly string[] {
  const folder = settingsFile === null ? [] : [dropInFolder(settingsFile)];
  const root = loaded.settings.server.root;
  return [...loaded.files, ...folder, ...(root === null ? [] : [root])];
}

async function unguarded(patient: Patient, path: string, owner: Account): Promise<readonly Observation[]> {
  const rights = await rightsOf(patient, path);
  if (rights === null) return [];
  const found = `${path} belongs to user ${rights.uid} with rights ${octal(rights.mode)}`;
  if ((rights.mode & OTHERS) !== 0)
    return [
      bad(
        `${found}: everybody may change it.`,
        'Whoever reaches this machine decides which server it trusts.',
        `Take that right away: sudo chmod o-w ${path}.`,
      ),
    ];
  if (!may(rights, owner, 0o444))
    return [
      bad(
        `${found}: ${owner.name} (${owner.uid}) cannot read it.`,
        'The terminal goes on without what stands in it.',
        `Let it read: sudo chgrp ${owner.name} ${path} && sudo chmod g+r ${path}.`,
      ),
    ];
  const isOwn = rights.uid === owner.uid && owner.uid !== 0 && (rights.mode & OWNER) !== 0;
  if (isOwn || ((rights.mode & GROUP) !== 0 && rights.gid === owner.gid && owner.uid !== 0))
    return [
      doubt(
        `${found}: the terminal itself may change it.`,
        'A fault in a page that got out of its sandbox could change whom this terminal trusts.',
        `Give it to root: sudo chown root:${owner.name} ${path} && sudo chmod 0640 ${path}.`,
      ),
    ];
  return [good(`${found}.`)];
}

const octal = (mode: number) => `0${mode.toString(8)}`;
