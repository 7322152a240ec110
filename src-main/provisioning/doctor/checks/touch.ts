import { isNotThere } from '../../../platform/files.ts';
import { bad, type Check, doubt, good, untold } from '../check.ts';
import { type InputDevice, inputDevices } from '../input-devices.ts';

// Of linux/input-event-codes.h.
const INPUT_PROP_DIRECT = 1;
const ABS_X = 0x00;
const ABS_MT_POSITION_X = 0x35;
const BTN_TOOL_PEN = 0x140;

/** Is there something to touch? */
export const touch: Check = {
  number: 8,
  id: 'touch',
  title: 'Touch',
  well: 'Visitors can touch the screen.',
  look: async ({ machine, status }) => {
    const told = status?.display?.touch;
    try {
      const devices = (await inputDevices(machine)).filter(isTouchscreen);
      if (devices.length === 0)
        return [
          bad(
            'The system knows no touch screen.',
            'Visitors cannot use this terminal.',
            'Look at the cable between screen and computer (USB, beside the one for the picture), then at "sudo libinput list-devices".',
          ),
        ];
      const names = devices.map(({ name }) => name).join(', ');
      const many = devices.some((device) => device.has('ABS', ABS_MT_POSITION_X));
      const fingers = many
        ? good(`Touch: ${names}; several fingers at once.`)
        : doubt(
            `Touch: ${names}; one finger at a time.`,
            'Visitors can use the terminal, but the staff page, which two fingers open, cannot be reached.',
            'Use a screen that feels several fingers, or open the staff’s tools from afar.',
          );
      const unseen =
        told === false
          ? [
              doubt(
                'The running terminal says that it has no touch.',
                'The system has a touch screen that the kiosk does not get.',
                'Start the terminal again; look whether its session has the seat (loginctl seat-status).',
              ),
            ]
          : [];
      return [fingers, ...unseen];
    } catch (error) {
      if (!isNotThere(error)) throw error;
      if (told === true) return [good('The running terminal says that it has touch.')];
      return [
        untold(
          'This system does not list its touch screens.',
          'Touch the screen in all four corners and in the middle.',
        ),
      ];
    }
  },
};

function isTouchscreen(device: InputDevice): boolean {
  const hasPlace = device.has('ABS', ABS_X) || device.has('ABS', ABS_MT_POSITION_X);
  return device.has('PROP', INPUT_PROP_DIRECT) && hasPlace && !device.has('KEY', BTN_TOOL_PEN);
}
