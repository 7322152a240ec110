import { parse } from 'yaml';
import { type Layer, layerOfText } from '../layers.ts';
import { shown } from '../messages.ts';
import type { SettingProblem } from '../problem.ts';
import { resolveSettings } from '../resolve.ts';
import { type SettingName, settingNamed, settingNames } from '../setting-names.ts';
import { isTree, putAt, type Tree, valueAt } from '../tree.ts';
import { refuse } from './refusal.ts';

/** What somebody wants set: values by setting, and the fingerprint they were given. */
export type Answers = {
  /** In the order of the settings; each is one that the schema accepts. */
  readonly values: ReadonlyMap<SettingName, unknown>;
  readonly fingerprint: string | null;
};

/** No answers at all. */
export const noAnswers: Answers = { values: new Map(), fingerprint: null };

/** Settings that a command line may set: all but the version of the file. */
export const answerable: readonly SettingName[] = settingNames.filter(({ name }) => name !== 'schema');

/** Answers from switches: `--terminal.id hall-2`. Refuses values that cannot be. */
export function answersOfSwitches(
  given: Readonly<Record<string, string>>,
  fingerprint: string | null,
): Answers {
  const value: Tree = {};
  for (const [name, text] of Object.entries(given)) {
    const setting = answerable.find((each) => each.name === name);
    if (setting) putAt(value, setting.path, plainValue(text));
  }
  return { values: acceptable({ value, placeOf: (path) => `--${path.join('.')}` }), fingerprint };
}

/** Answers from a file: the settings file's own form, and perhaps a line `fingerprint:`. Refuses everything that cannot be used. */
export function answersOfText(text: string, file: string): Answers {
  const { layer, problems } = layerOfText(text, file);
  if (layer === null) return refuse(inLines(problems));
  if (!isTree(layer.value)) return { values: acceptable(layer), fingerprint: null };
  const { fingerprint, ...value } = layer.value;
  if (fingerprint !== undefined && typeof fingerprint !== 'string')
    refuse(`${layer.placeOf(['fingerprint'])}: "fingerprint" is not a fingerprint. Put it between quotes.`);
  return { values: acceptable({ ...layer, value }), fingerprint: fingerprint ?? null };
}

/** Several answers in one; what comes later counts. */
export function together(all: readonly Answers[]): Answers {
  const values = new Map(all.flatMap((each) => [...each.values]));
  return {
    values: new Map(answerable.filter((each) => values.has(each)).map((each) => [each, values.get(each)])),
    fingerprint: all.reduce<string | null>((last, { fingerprint }) => fingerprint ?? last, null),
  };
}

/** One value for one setting; a sentence when it cannot be. Words are read as YAML reads them. */
export function answerTo(
  setting: SettingName,
  typed: string,
): { readonly value: unknown } | { readonly no: string } {
  const value: Tree = {};
  putAt(value, setting.path, plainValue(typed));
  const { problems } = resolveSettings([{ value, placeOf: () => '' }]);
  return problems.length === 0
    ? { value: valueAt(value, setting.path) }
    : {
        no: `It cannot be ${setting.isSecret ? 'that' : shown(plainValue(typed))}. Write ${setting.form}, for instance ${shown(setting.example)}.`,
      };
}

function acceptable(layer: Layer): ReadonlyMap<SettingName, unknown> {
  const { problems } = resolveSettings([layer]);
  if (problems.length > 0) refuse(inLines(problems, layer));
  const given = answerable.filter(({ path }) => valueAt(layer.value, path) !== undefined);
  return new Map(given.map((setting) => [setting, valueAt(layer.value, setting.path)]));
}

function inLines(problems: readonly SettingProblem[], layer?: Layer): string {
  return problems.map((problem) => inLine(problem, layer)).join('\n');
}

function inLine({ code, place, setting: name, sentence }: SettingProblem, layer?: Layer): string {
  const setting = settingNamed(name.split('.'));
  if (layer === undefined || setting === undefined || (code !== 'bad-value' && code !== 'empty-value'))
    // What the terminal does meanwhile is no matter here: nothing is written.
    return sentence.replace(/ (?:The terminal goes on without this file|It is ignored)\./, '');
  const found = valueAt(layer.value, setting.path);
  return `${place}: "${name}" cannot be ${setting.isSecret ? 'what stands there' : shown(found)}. Write ${setting.form}, for instance ${shown(setting.example)}.`;
}

function plainValue(text: string): unknown {
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' && value !== null ? text : value;
  } catch {
    return text;
  }
}
