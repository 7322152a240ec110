import { z } from 'zod';
import type { Log } from '../platform/log.ts';

/** Shortest warning before a visit is ended, in milliseconds: people need time to read and to reach the screen. */
export const SHORTEST_WARNING_MS = 20_000;

/** Everything that differs from one terminal to the next. Each setting has a default that works. */
export const terminalSettings = z.strictObject({
  /** Name of this terminal in logs: small letters, digits and hyphens. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40)
    .default('terminal'),
  /** CSS pixels in one millimetre of this screen, for touch targets; between 1 and 40. */
  pixelsPerMm: z.number().min(1).max(40).default(4),
  idle: z
    .strictObject({
      /** Rest before the warning, in milliseconds; at least 10 seconds. */
      warnAfterMs: z.int().min(10_000).default(90_000),
      /** Length of the warning, in milliseconds; at least {@link SHORTEST_WARNING_MS}. */
      warningMs: z.int().min(SHORTEST_WARNING_MS).default(30_000),
    })
    .prefault({}),
});
export type TerminalSettings = Readonly<z.infer<typeof terminalSettings>>;

/** Values given on the command line while developing; empty strings are switches that were not given. */
export type SettingSwitches = { readonly pixelsPerMm: string };

/** The settings of this terminal: the defaults, with what a switch says instead. A bad switch is logged and ignored. */
export function settingsOf(switches: SettingSwitches, log: Log): TerminalSettings {
  const defaults = terminalSettings.parse({});
  if (switches.pixelsPerMm === '') return defaults;
  const asked = terminalSettings.shape.pixelsPerMm.safeParse(Number(switches.pixelsPerMm));
  if (asked.success) return { ...defaults, pixelsPerMm: asked.data };
  log.trouble(
    'setting-refused',
    `The switch --pixels-per-mm is not a number from 1 to 40, so ${defaults.pixelsPerMm} is used. Give for instance --pixels-per-mm=4.2.`,
  );
  return defaults;
}
