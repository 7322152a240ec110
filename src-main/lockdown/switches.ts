import type { CommandLine } from 'electron';

/** Chromium's switches, each with its reason. They must be set before Electron is ready. */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  // A pinch does not zoom; a swipe from the edge does not go back.
  ['disable-pinch'],
  ['overscroll-history-navigation', '0'],
  ['touch-events', 'enabled'],
  // Nothing calls home.
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  // A film plays where the guide shows it: no media keys, no player of the desktop, no sending it to another screen.
  ['disable-features', 'HardwareMediaKeyHandling,MediaSessionService,MediaRouter,GlobalMediaControls'],
  // The understudy is covered by the page on show and must paint all the same.
  ['disable-backgrounding-occluded-windows'],
  // Every seat has a process of its own, however many Chromium thinks are enough.
  ['renderer-process-limit', '32'],
];

/** Switches that would put two visits into one process, whoever set them. */
const NEVER = ['process-per-site', 'process-per-tab', 'single-process'] as const;

/** Attack: what Chromium does by itself: gestures that leave the page, calls home, two visits in one process. */
export function setSwitches(commandLine: CommandLine): void {
  for (const name of NEVER) commandLine.removeSwitch(name);
  for (const [name, value] of SWITCHES) {
    if (value === undefined) commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
}
