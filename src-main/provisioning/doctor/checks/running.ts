import type { TerminalStatus } from '../../../contract/terminal-status.ts';
import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';

const NOTHING = 'Visitors see no guide.';

/** Does the terminal run, and do visitors see a living page? */
export const running: Check = {
  number: 18,
  id: 'running',
  title: 'Running terminal',
  well: 'The terminal runs, and visitors see a living page.',
  look: async ({ reading }) => {
    switch (reading.kind) {
      case 'running':
        return judged(reading.status);
      case 'stopped':
        return [
          bad(
            `The terminal does not run; it was last seen at ${reading.status.at}.`,
            NOTHING,
            'Start it: sudo systemctl start openfloor; then "journalctl -u openfloor -n 50".',
          ),
        ];
      case 'silent':
        return [
          bad(
            `The terminal has said nothing since ${reading.status.at}, and its process ${reading.status.pid} is there.`,
            'It hangs, or it cannot write its record any more.',
            'Look at the screen. If it does not answer: sudo systemctl restart openfloor. See also the checks of the disk.',
          ),
        ];
      case 'never':
        return [
          doubt(
            'There is no record of a terminal on this machine.',
            'It has never run here, or its data lies elsewhere.',
            'Start it: sudo systemctl enable --now openfloor. If it runs elsewhere: openfloor doctor --data DIR.',
          ),
        ];
      case 'dated-ahead':
        return [
          untold(
            'The record of the terminal is dated in the future: the clock was set back.',
            'Run the doctor again in a minute.',
          ),
        ];
      case 'unreadable':
        return [
          untold(`The record of the terminal cannot be read (${reading.reason}).`, 'Run the doctor as root.'),
        ];
      case 'torn':
        return [
          untold(
            'The record of the terminal is not whole.',
            'Run the doctor again in a minute: a running terminal writes a new one.',
          ),
        ];
      case 'later-version':
        return [
          untold(
            `The record was written by a later Openfloor (form ${reading.schema}).`,
            'Use the doctor of that one.',
          ),
        ];
    }
  },
};

function judged({
  eye,
  edition,
  bad: refused,
  visits,
  pages,
  maintenance,
  version,
}: TerminalStatus): readonly Observation[] {
  const seen: Observation[] = [];
  if (maintenance)
    seen.push(
      doubt(
        'Staff have put the terminal out of service.',
        'Visitors read that it is out of service.',
        'End it on the staff page when the work is done.',
      ),
    );
  else if (!eye.alive)
    seen.push(
      bad(
        `Openfloor ${version} runs, and no page on the screen is alive (${eye.state}).`,
        NOTHING,
        'Look at the screen, then at "openfloor status" for the reasons; restart it: sudo systemctl restart openfloor.',
      ),
    );
  else seen.push(good(`Openfloor ${version} runs; visitors see a living page (${eye.state}).`));
  seen.push(
    edition === null
      ? bad(
          'It has no edition that can be shown.',
          NOTHING,
          'Install the package again: it brings an edition. Then look at the checks of the disk.',
        )
      : good(`Edition ${edition.seq} is on show${edition.factory ? ', the one from the package' : ''}.`),
  );
  const last = refused.at(-1);
  if (last !== undefined)
    seen.push(
      doubt(
        `Edition ${last.seq} was tried here and is not shown: ${last.reason}.`,
        'Visitors see an older one.',
        'Tell the content team this sentence; a mended edition gets a new number.',
      ),
    );
  if (visits.outlived > 0)
    seen.push(
      bad(
        `${visits.outlived} pages of visits outlived their end.`,
        'What a visitor did may still be in memory.',
        'Restart the terminal now (sudo systemctl restart openfloor), and report it.',
      ),
    );
  if (pages.crashed + pages.frozen > 0)
    seen.push(
      good(`Since its start ${pages.crashed} pages crashed and ${pages.frozen} froze; each was replaced.`),
    );
  return seen;
}
