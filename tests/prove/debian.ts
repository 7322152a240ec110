import { Problem } from '../../src-main/dev/say.ts';
import { type Ended, run } from '../package/machine.ts';

/** Runs a command; a Problem with what it printed when it does not end with `code`. */
export async function must(
  file: string,
  args: readonly string[],
  { code = 0, env = process.env } = {},
): Promise<Ended> {
  const ended = await run(file, args, env);
  if (ended.code === code) return ended;
  throw new Problem(
    `${file} ${args.join(' ')}\nended with ${ended.code}:\n${ended.out.slice(-4_000)}${ended.err.slice(-4_000)}`,
  );
}

/** The address and name of the Debian that this machine is fed from. */
export async function debianHere(): Promise<{ readonly mirror: string; readonly codename: string }> {
  const { out } = await must('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI) $(CODENAME)',
    'Created-By: Packages',
  ]);
  const [mirror, codename] = (out.split('\n')[0] ?? '').split(' ');
  if (!mirror || !codename) throw new Problem('apt-get does not say where its packages come from.');
  return { mirror, codename };
}
