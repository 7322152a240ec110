import { isAlias, isMap, isNode, isScalar, LineCounter, parse, parseDocument, visit } from 'yaml';
import { nearest } from '../../content/model/nearest.ts';
import { notYaml, specialSign, unknownName } from './messages.ts';
import type { SettingProblem } from './problem.ts';
import { settingNames, VARIABLE_PREFIX } from './setting-names.ts';
import { putAt, type Tree } from './tree.ts';

/** Settings from one source, as they were written. */
export type Layer = {
  /** Not yet checked; undefined and null are an empty file. */
  readonly value: unknown;
  /** Where a path of the value stands: `file:line:column`, or a variable's name. */
  readonly placeOf: (path: readonly PropertyKey[]) => string;
};

/** A layer, and what could not even be read. */
export type ReadLayer = { readonly layer: Layer | null; readonly problems: readonly SettingProblem[] };

/** Reads the text of a settings file. YAML's own specialities (anchors, aliases, tags) are refused: none is needed here. */
export function layerOfText(text: string, file: string): ReadLayer {
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
    return { layer: null, problems: [specialSign(placeAt(special ?? error?.pos[0] ?? 0))] };
  if (error) return { layer: null, problems: [notYaml(placeAt(error.pos[0]), error.message)] };

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
  return { layer: { value: document.toJS(), placeOf }, problems: [] };
}

/** Reads the variables of the environment that set something; values are written as in the file. */
export function layerOfEnvironment(environment: Readonly<Record<string, string | undefined>>): ReadLayer {
  const problems: SettingProblem[] = [];
  const value: Tree = {};
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(VARIABLE_PREFIX) || text === undefined) continue;
    const setting = settingNames.find((each) => each.variable === variable);
    if (setting) putAt(value, setting.path, plainValue(text));
    else {
      const known = settingNames.map((each) => each.variable);
      problems.push(
        unknownName(
          variable,
          variable,
          [],
          nearest(variable, known, (name) => name.slice(VARIABLE_PREFIX.length)),
        ),
      );
    }
  }
  const placeOf = (path: readonly PropertyKey[]) =>
    settingNames.find(({ name }) => name === path.join('.'))?.variable ?? VARIABLE_PREFIX;
  return { layer: { value, placeOf }, problems };
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
