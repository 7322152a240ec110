import { isNotThere } from '../../platform/files.ts';
import { type Machine, readText } from '../../platform/machine.ts';

/** A user of the machine with all groups it belongs to. */
export type Account = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly string[];
  /** The program it would get on logging in. */
  readonly shell: string;
};

/** A local user by its name (`/etc/passwd`, `/etc/group`); null when there is none. Rejects when the files cannot be read. */
export async function accountNamed({ files }: Pick<Machine, 'files'>, name: string): Promise<Account | null> {
  const users = linesOf(await readText(files, '/etc/passwd').catch(unlessNotThere));
  const [, , uid, gid, , , shell = ''] = users.find(([each]) => each === name) ?? [];
  if (uid === undefined) return null;
  const groups = linesOf(await readText(files, '/etc/group').catch(unlessNotThere))
    .filter(([, , id, members]) => id === gid || members?.split(',').includes(name))
    .flatMap(([group]) => group ?? []);
  return { name, uid: Number(uid), gid: Number(gid), groups, shell };
}

function unlessNotThere(error: unknown): string {
  if (isNotThere(error)) return '';
  throw error;
}

const linesOf = (text: string) => text.split('\n').map((line) => line.split(':'));
