import { type Machine, readText } from '../../../platform/machine.ts';
import { type Check, doubt, good, type Observation, untold } from '../check.ts';
import { inputDevices } from '../input-devices.ts';

// Of linux/input-event-codes.h.
const SW_HEADPHONE_INSERT = 0x02;

const MEANS =
  'Visitors cannot listen by themselves to what a film says; who does not see needs that (EN 301 549, 5.1.3).';

/** Can somebody plug in a headset? */
export const headset: Check = {
  number: 11,
  id: 'headset',
  title: 'Headset jack',
  well: 'Visitors can plug in a headset of their own.',
  look: async ({ machine }) => {
    if (machine.platform !== 'linux')
      return [
        untold('Headset jacks are not looked at on this system.', 'Plug in a headset and play a film.'),
      ];
    const jacks = (await inputDevices(machine).catch(() => [])).filter((device) =>
      device.has('SW', SW_HEADPHONE_INSERT),
    );
    const usb = await usbHeadsets(machine);
    if (jacks.length === 0 && usb.length === 0)
      return [
        doubt(
          'The system knows no headset jack.',
          MEANS,
          'Connect the jack of the housing to the computer’s headphone output. A jack that reports nothing to the system may work all the same: plug in a headset and play a film.',
        ),
      ];
    return [
      good(`Headset: ${[...jacks.map(({ name }) => name), ...usb].join(', ')}.`),
      ...(await plugged(machine)),
    ];
  },
};

/** Cards of the sound system that are headsets on USB. */
async function usbHeadsets({ files }: Pick<Machine, 'files'>): Promise<readonly string[]> {
  const text = await readText(files, '/proc/asound/cards').catch(() => '');
  return [...text.matchAll(/: USB-Audio - (.*(?:head(?:set|phone)|handset).*)$/gim)].map(([, name = '']) =>
    name.trim(),
  );
}

/** What of it is plugged in now, where the mixer tells. */
async function plugged({ run }: Pick<Machine, 'run'>): Promise<readonly Observation[]> {
  const ran = await run('amixer', ['-c', '0', 'cget', 'iface=CARD,name=Headphone Jack']);
  const value = ran.kind === 'ended' ? /: values=(on|off)/.exec(ran.out)?.[1] : undefined;
  return value === undefined
    ? []
    : [good(value === 'on' ? 'Something is plugged in.' : 'Nothing is plugged in now.')];
}
