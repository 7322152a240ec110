import { type Layer, layerOfText, type ReadLayer } from './layers.ts';
import { notForStaff, notSettings } from './messages.ts';
import type { SettingProblem } from './problem.ts';
import { settingNamed } from './setting-names.ts';
import type { TerminalSettings } from './terminal-settings.ts';
import { isTree, putAt, removeAt, type Tree, valueAt } from './tree.ts';

/** What staff may set at the terminal, and nothing else: by name, whether the technician's settings allow it. */
export const STAFF_MAY_SET = {
  'server.channel': ({ staff }) => staff.maySetChannel,
  'sound.volumePercent': ({ staff }) => staff.maySetVolume,
} as const satisfies Readonly<Record<string, (settings: TerminalSettings) => boolean>>;
export type StaffSetting = keyof typeof STAFF_MAY_SET;

/** True for a name that staff may set where the settings allow it. */
export function isStaffSetting(name: string): name is StaffSetting {
  return Object.hasOwn(STAFF_MAY_SET, name);
}

/**
 * What staff have chosen on their page, as the uppermost layer. Of the text only what staff may set counts, and only where the
 * technician's settings allow it; what they do not allow is left out without a word, for that is what the technician wanted.
 */
export function layerOfStaff(text: string, file: string, settings: TerminalSettings): ReadLayer {
  const read = layerOfText(text, file);
  if (read.layer === null || read.layer.value === null || read.layer.value === undefined) return read;
  const { value, placeOf } = read.layer;
  if (!isTree(value)) return { ...read, layer: null, problems: [notSettings(file)] };
  const problems: SettingProblem[] = [];
  const good: Tree = {};
  for (const path of leavesOf(value)) {
    const name = path.join('.');
    if (name === 'schema' || (isStaffSetting(name) && STAFF_MAY_SET[name](settings)))
      putAt(good, path, valueAt(value, path));
    else if (!isStaffSetting(name)) problems.push(notForStaff(placeOf(path), name));
  }
  const layer: Layer = { value: good, placeOf: () => `the staff page (${file})` };
  return { ...read, layer, problems };
}

/** The text of a choice: the form of the settings as JSON, which is YAML. Null takes a choice back. */
export function withChoice(text: string | null, name: StaffSetting, value: unknown): string | null {
  const read = text === null ? null : layerOfText(text, '').layer?.value;
  // Whatever else has come to stand there was never chosen on the page.
  const kept: Tree = {};
  for (const each of Object.keys(STAFF_MAY_SET)) {
    const found = valueAt(read, each.split('.'));
    if (found !== undefined) putAt(kept, each.split('.'), found);
  }
  removeAt(kept, name.split('.'));
  if (value !== null) putAt(kept, name.split('.'), value);
  const isEmpty = Object.values(kept).every((group) => isTree(group) && Object.keys(group).length === 0);
  return isEmpty ? null : `${JSON.stringify(kept)}\n`;
}

function leavesOf(tree: Tree, above: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = [...above, key];
    return isTree(value) && settingNamed(path) === undefined ? leavesOf(value, path) : [path];
  });
}
