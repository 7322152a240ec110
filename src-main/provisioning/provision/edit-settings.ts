import { isCollection, parseDocument } from 'yaml';
import { layerOfText } from '../layers.ts';
import { migrate } from '../migrate/migrate.ts';
import type { Moved, Step } from '../migrate/step.ts';
import { STEPS } from '../migrate/steps.ts';
import type { SettingProblem } from '../problem.ts';
import { resolveSettings } from '../resolve.ts';
import { SETTINGS_SCHEMA, type TerminalSettings } from '../terminal-settings.ts';
import { isTree, valueAt } from '../tree.ts';
import type { Answers } from './answers.ts';
import { refuse } from './refusal.ts';

/** What a new file begins with. */
const HEAD = `# Settings of this terminal. "openfloor config --explain" is the manual, "openfloor config" shows what is in force.
schema: ${SETTINGS_SCHEMA}
`;

/** A settings file before and after; the same text when there is nothing to change. */
export type Edit = {
  readonly text: string;
  /** What that file alone says, wrong parts left out. */
  readonly settings: TerminalSettings;
  /** By name: what the file itself said before and says now; undefined for nothing. */
  readonly changes: readonly { readonly name: string; readonly from: unknown; readonly to: unknown }[];
  /** What stood there by a name of an earlier version, and stands there by its new one now. */
  readonly moved: readonly Moved[];
};

/**
 * Puts answers into the text of a settings file; comments, order and whatever else stands there stay. `before` is null where there is
 * no file. Refuses a file that cannot be understood, and never answers one with more wrong in it than before.
 */
export function editSettings(
  before: string | null,
  file: string,
  { values }: Answers,
  steps: readonly Step[] = STEPS,
): Edit {
  const text = before ?? HEAD;
  const old = layerOfText(text, file, steps);
  if (old.layer === null)
    refuse(
      `${old.problems.map(({ sentence }) => sentence).join('\n')}\nMend that line, or begin with a new file by --anew: the old one is kept beside it.`,
    );
  const isEmpty = old.layer?.value === null || old.layer?.value === undefined;
  if (!isEmpty && !isTree(old.layer?.value))
    refuse(`${file} holds no settings. Begin with a new file by --anew: the old one is kept beside it.`);
  const was = (path: readonly string[]) => valueAt(old.layer?.value, path);
  const changed = [...values].filter(([{ path }, value]) => was(path) !== value);
  const isSame = changed.length === 0 && old.moved.length === 0 && before !== null;
  const after = isSame ? text : edited(text, changed, steps);
  const layer = layerOfText(after, file, steps).layer;
  const resolved = resolveSettings(layer === null ? [] : [layer]);
  const known = new Set((old.layer ? resolveSettings([old.layer]).problems : []).map(kindOf));
  const worse = resolved.problems.filter((problem) => !known.has(kindOf(problem)));
  const lost = changed.filter(([{ path }, value]) => valueAt(layer?.value, path) !== value);
  if (layer === null || worse.length > 0 || lost.length > 0)
    refuse(
      `${file} cannot take these settings without becoming worse than it is: ${worse.map(({ sentence }) => sentence).join(' ') || 'they would not be read back'}. Put them in by hand, or begin with a new file by --anew.`,
    );
  return {
    text: after,
    settings: resolved.settings,
    changes: changed.map(([{ name, path }, to]) => ({ name, from: was(path), to })),
    moved: old.moved,
  };
}

const kindOf = ({ code, setting }: SettingProblem) => `${code} ${setting}`;

function edited(
  text: string,
  changed: readonly (readonly [{ readonly path: readonly string[] }, unknown])[],
  steps: readonly Step[],
): string {
  const document = parseDocument(text, { stringKeys: true });
  // Old names become new ones where they stand.
  migrate(document, String, steps);
  for (const [{ path }, value] of changed) {
    // A group without anything below it is a null, and one with a single value is wrong: both become a group.
    for (let depth = 1; depth < path.length; depth += 1) {
      const group = path.slice(0, depth);
      if (document.hasIn(group) && !isCollection(document.getIn(group))) document.deleteIn(group);
    }
    document.setIn(path, value);
  }
  // Long lines stay as somebody wrote them.
  return document.toString({ lineWidth: 0 });
}
