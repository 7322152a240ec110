import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';
import { wrongFuses } from '../fuses.ts';
import type { Patient } from '../patient.ts';

/** Name of the Debian package. */
const PACKAGE = 'openfloor';

/** Reading every file of the package again takes its time, in milliseconds. */
const VERIFY_WITHIN_MS = 15_000;

/** Is the program the one that was installed? */
export const packageIntegrity: Check = {
  number: 15,
  id: 'package',
  title: 'Package',
  well: 'The program is the one that was installed, and it cannot be started as anything else.',
  look: async (patient) => [await files(patient), ...(await fuses(patient))],
};

async function files({ machine, version }: Patient): Promise<Observation> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own places to fill in.
  const asked = await machine.run('dpkg-query', ['-W', '-f=${Status} ${Version}', PACKAGE]);
  const installed =
    asked.kind === 'ended' && asked.code === 0
      ? /^install ok installed (\S+)/.exec(asked.out)?.[1]
      : undefined;
  if (installed === undefined)
    return untold(
      `Openfloor ${version} was not installed as a Debian package, so nobody keeps the sums of its files.`,
      'On a terminal, install the package. Otherwise compare the archive with its SHA-256 from whoever made it.',
    );
  const verified = await machine.run('dpkg', ['--verify', PACKAGE], VERIFY_WITHIN_MS);
  if (verified.kind !== 'ended')
    return untold(
      `The files of the package ${installed} could not be read again.`,
      `Run it by hand: sudo dpkg --verify ${PACKAGE}.`,
    );
  // A "c" marks settings, which are there to be changed.
  const altered = verified.out
    .split('\n')
    .map((line) => /^(\S+)\s+(?:(c)\s+)?(\/.*)$/.exec(line.trim()))
    .filter((match) => match !== null && match[2] !== 'c')
    .map((match) => match?.[3] ?? '');
  if (altered.length === 0) return good(`Package ${installed}: every file is as it was installed.`);
  const shown = altered.slice(0, 3).join(', ');
  return bad(
    `Package ${installed}: ${altered.length} files are not as they were installed: ${shown}${altered.length > 3 ? ' …' : ''}.`,
    'The disk damaged them, or somebody changed the program.',
    `Install the package again: sudo apt-get install --reinstall ./openfloor_${installed}_….deb. If nobody knows why, set the machine up anew.`,
  );
}

async function fuses({ machine, executable }: Patient): Promise<readonly Observation[]> {
  if (executable === null) return [];
  const wrong = await wrongFuses(executable, machine.files).catch(() => null);
  if (wrong === null)
    return [
      doubt(
        `The switches built into ${executable} cannot be read.`,
        'Whether the program could be started as something else is not known.',
        'Install the package again.',
      ),
    ];
  if (wrong.length === 0) return [good('The switches built into the program are set as they must be.')];
  return [
    bad(
      `Switches built into the program are not set as they must be: ${wrong.join(', ')}.`,
      'Somebody at the machine could start it as a developer’s tool.',
      'Install a package that was made for release.',
    ),
  ];
}
