import type { z } from 'zod';
import { nearest } from '../../content/model/nearest.ts';
import type { Layer } from './layers.ts';
import { badValue, emptyValue, groupExpected, laterVersion, notSettings, unknownName } from './messages.ts';
import type { SettingProblem } from './problem.ts';
import { namesBelow, settingNamed, settingNames } from './setting-names.ts';
import { SETTINGS_SCHEMA, type TerminalSettings, terminalSettings } from './terminal-settings.ts';
import { isTree, putAt, removeAt, type Tree, valueAt } from './tree.ts';

/** The settings of a terminal with where each comes from. */
export type ResolvedSettings = {
  readonly settings: TerminalSettings;
  /** By name: the place that set it; a setting that is not here has its default. */
  readonly origins: ReadonlyMap<string, string>;
  readonly problems: readonly SettingProblem[];
};

/**
 * Lays the layers on top of each other, the last one uppermost. A part that is wrong falls out of its own layer, so that
 * what lies below it is used, in the end the default: a bad file never stops a terminal. Never throws.
 */
export function resolveSettings(layers: readonly Layer[]): ResolvedSettings {
  const problems: SettingProblem[] = [];
  const origins = new Map<string, string>();
  const merged: Tree = {};
  for (const layer of layers) {
    const good = soundPart(layer, problems);
    for (const { path, name } of settingNames) {
      const value = valueAt(good, path);
      if (value === undefined) continue;
      putAt(merged, path, value);
      origins.set(name, layer.placeOf(path));
    }
  }
  return { settings: terminalSettings.parse(merged), origins, problems };
}

/** What of a layer can be used; everything else is told as a problem. */
function soundPart(layer: Layer, problems: SettingProblem[]): Tree {
  if (layer.value === undefined || layer.value === null) return {};
  if (!isTree(layer.value)) {
    problems.push(notSettings(layer.placeOf([])));
    return {};
  }
  const rest = structuredClone(layer.value);
  // A group with nothing below it is an empty group.
  for (const [key, value] of Object.entries(rest)) {
    if (value === null && !settingNamed([key]) && namesBelow([key]).length > 0) delete rest[key];
  }
  const parsed = terminalSettings.safeParse(rest);
  for (const issue of parsed.error?.issues ?? []) {
    for (const path of pathsOf(issue)) {
      problems.push(problemAt(path, layer, valueAt(layer.value, path)));
      removeAt(rest, path);
    }
  }
  // Whatever else a schema may come to find: what is used has passed it whole.
  return terminalSettings.safeParse(rest).success ? rest : {};
}

function pathsOf(issue: z.core.$ZodIssue): readonly (readonly string[])[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  // Inside a value, for instance an entry of a list: the whole setting is meant.
  const setting = path.findIndex((_, index) => settingNamed(path.slice(0, index + 1)) !== undefined);
  return [setting < 0 ? path : path.slice(0, setting + 1)];
}

function problemAt(path: readonly string[], layer: Layer, found: unknown): SettingProblem {
  const place = layer.placeOf(path);
  const name = path.join('.');
  const setting = settingNamed(path);
  if (name === 'schema' && typeof found === 'number' && found > SETTINGS_SCHEMA)
    return laterVersion(place, String(found), SETTINGS_SCHEMA);
  if (setting) return found === null ? emptyValue(place, setting) : badValue(place, setting, found);
  const below = namesBelow(path);
  if (below.length > 0) return groupExpected(place, name, below);
  const siblings = namesBelow(path.slice(0, -1));
  return unknownName(place, name, siblings, meant(path, siblings));
}

/** The name that was probably meant: beside it, or of the same last word in another group. */
function meant(path: readonly string[], siblings: readonly string[]): string | undefined {
  const last = path.at(-1) ?? '';
  const beside = nearest(last, siblings);
  if (beside !== undefined) return [...path.slice(0, -1), beside].join('.');
  const elsewhere = settingNames.map(({ path: other }) => other.at(-1) ?? '');
  const found = nearest(last, elsewhere);
  return settingNames.find(({ path: other }) => other.at(-1) === found)?.name;
}
