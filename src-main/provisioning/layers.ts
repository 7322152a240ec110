import { isAlias, isMap, isNode, isScalar, LineCounter, parse, parseDocument, visit } from 'yaml';
import { nearest } from '../../content/model/nearest.ts';
import { notYaml, specialSign, unknownName } from './messages.ts';
import { migrate, movedValue } from './migrate/migrate.ts';
import type { Moved, Step } from './migrate/step.ts';
import { STEPS } from './migrate/steps.ts';
import type { SettingProblem } from './problem.ts';
import { settingNames, VARIABLE_PREFIX, variableOf } from './setting-names.ts';
import { putAt, type Tree } from './tree.ts';

/** Settings from one source, as they were written. */
export type Layer = {
  /** Not yet checked; undefined and null are an empty file. */
  readonly value: unknown;
  /** Where a path of the value stands: `file:line:column`, or a variable's name. */
  readonly placeOf: (path: readonly PropertyKey[]) => string;
};

/** A layer, and what could not even be read. */
export type ReadLayer = {
  readonly layer: Layer | null;
  readonly problems: readonly SettingProblem[];
  /** What stands there by a name of an earlier version: it counts. */
  readonly moved: readonly Moved[];
};

/**
 * Reads the text of a settings file, of whatever version it is. YAML's own specialities (anchors, aliases, tags) are refused: none is
 * needed here.
 */
export function layerOfText(text: string, file: string, steps: readonly Step[] = STEPS): ReadLayer {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  const [error] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  let special: number | undefined;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) special ??= node.range?.[0] ?? 0;
    },
  });
  if (special !== undefined || error?.code === 'TAG_RESOLVE_FAILED')
    return unread(specialSign(placeAt(special ?? error?.pos[0] ?? 0)));
  if (error) return unread(notYaml(placeAt(error.pos[0]), error.message));
  const moved = migrate(document, placeAt, steps);

  const placeOf = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const step of path) {
      if (!isMap(node)) break;
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    }
    return placeAt(offset);
  };
  return { layer: { value: document.toJS(), placeOf }, problems: [], moved };
}

/** A layer that could not be read at all. */
export function unread(problem: SettingProblem): ReadLayer {
  return { layer: null, problems: [problem], moved: [] };
}

/** Reads the variables of the environment that set something, by names of earlier versions, too; values are written as in the file. */
export function layerOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  steps: readonly Step[] = STEPS,
): ReadLayer {
  const problems: SettingProblem[] = [];
  const moved: Moved[] = [];
  const value: Tree = {};
  const places = new Map<string, string>();
  const earlier = steps.flatMap(({ moves }) => moves.map(({ from }) => from));
  const take = (variable: string, path: readonly string[], found: unknown) => {
    putAt(value, path, found);
    places.set(path.join('.'), variable);
  };
  const given = Object.entries(environment).flatMap(([variable, text]) =>
    variable.startsWith(VARIABLE_PREFIX) && text !== undefined ? [[variable, plainValue(text)] as const] : [],
  );
  const named = (variable: string) => settingNames.find((each) => each.variable === variable);
  for (const [variable, found] of given) {
    const setting = named(variable);
    if (setting !== undefined) take(variable, setting.path, found);
  }
  for (const [variable, found] of given) {
    if (named(variable) !== undefined) continue;
    const old = earlier.find((path) => variableOf(path) === variable);
    if (old === undefined) {
      problems.push(unknownVariable(variable));
      continue;
    }
    const now = movedValue(old, found, steps);
    // By its new name it has been said already: that counts.
    if (now !== null && places.has(now.path.join('.'))) problems.push(unknownVariable(variable));
    else {
      if (now !== null) take(variable, now.path, now.value);
      moved.push({ place: variable, from: old.join('.'), to: now?.path.join('.') ?? null });
    }
  }
  const placeOf = (path: readonly PropertyKey[]) => places.get(path.join('.')) ?? VARIABLE_PREFIX;
  return { layer: { value, placeOf }, problems, moved };
}

function unknownVariable(variable: string): SettingProblem {
  const known = settingNames.map((each) => each.variable);
  const meant = nearest(variable, known, (name) => name.slice(VARIABLE_PREFIX.length));
  return unknownName(variable, variable, [], meant);
}

/** `true`, `4.2`, `null` and words as YAML reads them; anything it cannot read is the text itself. */
function plainValue(text: string): unknown {
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' && value !== null ? text : value;
  } catch {
    return text;
  }
}
