import type { Machine } from '../../platform/machine.ts';
import { cssPixelsPerMm } from '../doctor/checks/display.ts';
import { connectedScreens } from '../doctor/screens.ts';
import { shown } from '../messages.ts';
import { type SettingName, settingNamed } from '../setting-names.ts';
import type { TerminalSettings } from '../terminal-settings.ts';
import { valueAt } from '../tree.ts';
import { wrapped } from '../wrapped.ts';
import { type Answers, answerTo } from './answers.ts';
import { refuse } from './refusal.ts';

/** What somebody who sets up a terminal is asked, in this order; everything else keeps its default until a line says otherwise. */
const ASKED = [
  'terminal.id',
  'terminal.place',
  'terminal.zone',
  'terminal.mountingHeightMm',
  'screen.orientation',
  'screen.pixelsPerMm',
  'server.url',
  'server.channel',
  'server.proxy',
  'printer.name',
  'printer.layout',
] as const;

/** What asking needs. */
export type AskParts = {
  readonly ask: (question: string) => Promise<string | null>;
  readonly out: (text: string) => void;
  readonly machine: Pick<Machine, 'files'>;
  /** What is set now: an empty answer keeps it. */
  readonly settings: TerminalSettings;
};

/** Asks for the settings that differ from terminal to terminal. Refuses when somebody stops in the middle: nothing was changed. */
export async function askForSettings(parts: AskParts): Promise<Answers> {
  const { out, settings } = parts;
  const values = new Map<SettingName, unknown>();
  out('Enter keeps what stands between [ ], "-" sets nothing. Nothing is written before the end.\n');
  let hasPrinter = settings.printer.name !== null;
  const suggested = await densityOfTheScreen(parts.machine);
  for (const name of ASKED) {
    const setting = settingNamed(name.split('.'));
    if (setting === undefined) continue;
    if (name === 'printer.layout' && !hasPrinter) continue;
    const now = valueAt(settings, setting.path);
    const offered = name === 'screen.pixelsPerMm' && now === setting.byDefault ? (suggested ?? now) : now;
    out(`\n${wrapped(setting.description, '').join('\n')}\n`);
    if (offered !== now) out(`The screen that is plugged in says ${String(offered)}.\n`);
    const value = await answered(parts, setting, offered);
    if (value !== now) values.set(setting, value);
    if (name === 'printer.name') hasPrinter = value !== null;
  }
  out('\n');
  return { values, fingerprint: null };
}

async function answered({ ask, out }: AskParts, setting: SettingName, offered: unknown): Promise<unknown> {
  for (;;) {
    const typed = await ask(`${setting.name} [${offered === null ? '-' : shown(offered)}]: `);
    if (typed === null) refuse('It was stopped before the end.');
    if (typed.trim() === '') return offered;
    const answer = answerTo(setting, typed.trim() === '-' ? 'null' : typed.trim());
    if ('value' in answer) return answer.value;
    out(`${answer.no}\n`);
  }
}

async function densityOfTheScreen(machine: Pick<Machine, 'files'>): Promise<number | null> {
  const screens = await connectedScreens(machine);
  const [only] = screens?.length === 1 ? screens : [];
  return only === undefined ? null : cssPixelsPerMm(only, null);
}
