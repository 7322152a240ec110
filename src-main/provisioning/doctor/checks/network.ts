import { reasonOf } from '../../../platform/log.ts';
import { type Machine, readText } from '../../../platform/machine.ts';
import { bad, type Check, doubt, good, type Observation } from '../check.ts';
import type { Patient } from '../patient.ts';

/** Is there a line, an address, a name service? */
export const network: Check = {
  number: 12,
  id: 'network',
  title: 'Network',
  well: 'The terminal has a line, an address and a name service.',
  look: async (patient) => {
    const { url } = patient.loaded.settings.server;
    const host = url === null ? null : new URL(url).hostname;
    const seen = [...(await links(patient.machine)), addresses(patient.machine)];
    // Without a server, or with one on this very machine, nothing can fail for want of a network.
    if (host === null) return seen.map(noted('No server is set, so nothing uses the network.'));
    if (isLoopback(host)) return seen.map(noted('The server is this very machine.'));
    return [...seen, await nameOf(patient, host)];
  },
};

const isLoopback = (host: string) => /^(?:localhost|127\..*|\[::1\])$/.test(host);

const noted =
  (why: string) =>
  ({ found, verdict }: Observation): Observation =>
    good(verdict === 'pass' ? found : `${found} ${why}`);

type Link = { readonly name: string; readonly isUp: boolean; readonly speed: number };

async function links({ platform, files }: Machine): Promise<readonly Observation[]> {
  if (platform !== 'linux') return [];
  const names = await files.list('/sys/class/net').catch(() => []);
  const all = await Promise.all(
    names
      .filter((name) => name !== 'lo')
      .map(async (name): Promise<Link> => {
        const at = (file: string) => readText(files, `/sys/class/net/${name}/${file}`).catch(() => '');
        const isUp = (await at('operstate')).trim() === 'up' || (await at('carrier')).trim() === '1';
        return { name, isUp, speed: Number((await at('speed')).trim()) };
      }),
  );
  const up = all.filter(({ isUp }) => isUp);
  if (up.length === 0)
    return [
      bad(
        all.length === 0
          ? 'The system knows no network device.'
          : `No line: ${all.map(({ name }) => name).join(', ')} down.`,
        'No new edition and no notice arrive; the guide that is here stays.',
        'Look at the cable, the socket in the wall and the switch behind it; for WLAN at "nmcli device" or "iw dev".',
      ),
    ];
  return [good(`Line: ${up.map(linkInWords).join(', ')}.`)];
}

const linkInWords = ({ name, speed }: Link) => (speed > 0 ? `${name} at ${speed} Mbit/s` : name);

/** Given to itself by a machine that nobody gave one (RFC 3927, RFC 4291). */
const isSelfGiven = (address: string) => /^(?:169\.254\.|fe80:)/i.test(address);

function addresses(machine: Machine): Observation {
  const all = machine.addresses();
  const given = all.filter(({ address }) => !isSelfGiven(address));
  if (given.length > 0)
    return good(`Addresses: ${given.map(({ device, address }) => `${address} (${device})`).join(', ')}.`);
  return bad(
    all.length === 0
      ? 'It has no address.'
      : `It has only addresses it gave itself: ${all.map(({ address }) => address).join(', ')}.`,
    'No new edition and no notice arrive; the guide that is here stays.',
    'Look whether this network gives addresses (DHCP), or give it a fixed one.',
  );
}

async function nameOf({ machine, loaded }: Patient, host: string): Promise<Observation> {
  if (/^[\d.]+$|^\[/.test(host)) return good(`The server is named by its address, ${host}.`);
  const { proxy } = loaded.settings.server;
  try {
    return good(`${host} is ${(await machine.lookup(host)).join(', ')}.`);
  } catch (error) {
    const found = `The name service does not know ${host} (${reasonOf(error)}).`;
    if (proxy !== 'none')
      return doubt(
        found,
        'If the terminal goes through a proxy, the proxy may know it; otherwise nothing new arrives.',
        'Look at the check of the server. If it fails, too: look at the name service (resolvectl status) and at server.url.',
      );
    return bad(
      found,
      'No new edition and no notice arrive.',
      'Look at the name service (resolvectl status), and at server.url.',
    );
  }
}
