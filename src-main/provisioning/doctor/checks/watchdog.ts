import { bad, type Check, doubt, good, type Observation, untold } from '../check.ts';

/** The units that can show the kiosk, the usual one first. */
const UNITS = ['openfloor.service', 'openfloor-x11.service'] as const;

const PROPERTIES = 'LoadState,ActiveState,UnitFileState,Restart,WatchdogUSec,NRestarts';

/** So many new starts are more than an update and a power cut. */
const MANY_RESTARTS = 5;

/** Is the terminal started with the machine, and started again when it falls? */
export const watchdog: Check = {
  number: 16,
  id: 'watchdog',
  title: 'Watchdog',
  well: 'The terminal starts with the machine, and is started again when it falls or hangs.',
  look: async ({ machine }) => {
    const byHand =
      'See that something starts the terminal with the machine, and starts it again when it falls.';
    if (machine.platform !== 'linux')
      return [untold('What starts the terminal is not looked at on this system.', byHand)];
    const units: { name: string; facts: ReadonlyMap<string, string> }[] = [];
    for (const name of UNITS) {
      const ran = await machine.run('systemctl', ['show', `--property=${PROPERTIES}`, name]);
      if (ran.kind !== 'ended' || ran.code !== 0)
        return [untold('systemd does not answer, so nobody can tell what starts the terminal.', byHand)];
      units.push({ name, facts: factsOf(ran.out) });
    }
    const there = units.filter(({ facts }) => facts.get('LoadState') === 'loaded');
    // The one that runs, else the one that will, else the first.
    const unit =
      there.find(({ facts }) => facts.get('ActiveState') === 'active') ??
      there.find(({ facts }) => facts.get('UnitFileState') === 'enabled') ??
      there[0];
    if (unit === undefined)
      return [
        bad(
          `systemd knows none of ${UNITS.join(', ')}.`,
          'After a power cut nobody starts the terminal.',
          'Install the package: it brings the unit. Then: sudo systemctl enable --now openfloor.service.',
        ),
      ];
    return judged(unit.name, unit.facts);
  },
};

function factsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

function judged(unit: string, facts: ReadonlyMap<string, string>): readonly Observation[] {
  const of = (name: string) => facts.get(name) ?? '';
  const seen: Observation[] = [];
  if (of('ActiveState') === 'active') seen.push(good(`${unit} is active.`));
  else
    seen.push(
      bad(
        `${unit} is ${of('ActiveState') || 'unknown'}.`,
        'Visitors see no guide.',
        `Start it: sudo systemctl start ${unit}; then "journalctl -u ${unit} -n 50".`,
      ),
    );
  if (of('UnitFileState') === 'enabled') seen.push(good('It starts with the machine.'));
  else
    seen.push(
      bad(
        `It does not start with the machine (${of('UnitFileState') || 'unknown'}).`,
        'After a power cut nobody starts the terminal.',
        `sudo systemctl enable ${unit}`,
      ),
    );
  if (of('Restart') === 'always') seen.push(good('It is started again whenever it ends.'));
  else
    seen.push(
      bad(
        `Restart is ${of('Restart') || 'unknown'}.`,
        'A terminal that falls stays down.',
        `Put Restart=always back: sudo systemctl revert ${unit}.`,
      ),
    );
  const watched = of('WatchdogUSec');
  if (watched !== '' && watched !== '0' && watched !== 'infinity')
    seen.push(good(`A silence of ${watched} is noticed.`));
  else
    seen.push(
      doubt(
        'No watchdog is set (WatchdogSec).',
        'A terminal that hangs as a whole stays so; pages that hang are replaced all the same.',
        `Put the unit of the package back: sudo systemctl revert ${unit}.`,
      ),
    );
  const restarts = Number(of('NRestarts') || 0);
  if (restarts >= MANY_RESTARTS)
    seen.push(
      doubt(
        `systemd has started it again ${restarts} times.`,
        'Visitors lose their visit each time.',
        `Look why: journalctl -u ${unit} | grep -E '"level":"trouble"'.`,
      ),
    );
  return seen;
}
