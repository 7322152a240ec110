import { type Document, isMap, isNode, isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';
import type { Move, Moved, Step } from './step.ts';
import { STEPS } from './steps.ts';

/**
 * Brings a parsed settings file to the version of today, in place; comments and the order of lines stay where they were. A later
 * version, and one that is no number, is left as it is. Where old and new name both stand, the new one counts.
 */
export function migrate(
  document: Document,
  placeOf: (offset: number) => string,
  steps: readonly Step[] = STEPS,
): readonly Moved[] {
  const root = document.contents;
  if (!isMap(root)) return [];
  const version = versionOf(root);
  if (version === null) return [];
  const moved: Moved[] = [];
  for (const { to, moves } of steps) {
    if (version >= to) continue;
    for (const move of moves) {
      const offset = moveIn(document, root, move);
      if (offset !== null)
        moved.push({
          place: placeOf(offset),
          from: move.from.join('.'),
          to: move.to?.join('.') ?? null,
        });
    }
    const said = pairIn(root, 'schema');
    if (said !== undefined && isScalar(said.value)) said.value.value = to;
  }
  return moved;
}

/** Where a value of an old name belongs now, through every step: what a variable of the environment needs. Null: nowhere. */
export function movedValue(
  path: readonly string[],
  value: unknown,
  steps: readonly Step[] = STEPS,
): { readonly path: readonly string[]; readonly value: unknown } | null {
  let here: { readonly path: readonly string[]; readonly value: unknown } = { path, value };
  for (const { moves } of steps) {
    const move = moves.find(({ from }) => from.join('.') === here.path.join('.'));
    if (move === undefined) continue;
    if (move.to === null) return null;
    here = { path: move.to, value: move.convert ? move.convert(here.value) : here.value };
  }
  return here;
}

/** What a file says of its version; the oldest, when it says nothing. Null for what is no version. */
function versionOf(root: YAMLMap): number | null {
  const said = pairIn(root, 'schema')?.value;
  if (said === undefined || said === null) return Number.NEGATIVE_INFINITY;
  return isScalar(said) && typeof said.value === 'number' ? said.value : null;
}

/** Makes one move; answers where the old name stood, or null when it does not stand there, or the new one does. */
function moveIn(document: Document, root: YAMLMap, { from, to, convert }: Move): number | null {
  const holder = groupAt(root, from.slice(0, -1));
  const pair = holder && pairIn(holder, from.at(-1) ?? '');
  if (holder === undefined || pair === undefined) return null;
  const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  if (to === null) {
    holder.delete(pair.key);
    return offset;
  }
  if (document.hasIn(to)) return null;
  const rename = () => {
    if (isScalar(pair.key)) pair.key.value = to.at(-1) ?? '';
    if (convert === undefined) return;
    const before = isNode(pair.value) ? pair.value.toJS(document) : pair.value;
    const after: unknown = convert(before);
    if (isScalar(pair.value)) {
      // How the old value was written says nothing about the new one.
      pair.value.value = after;
      delete pair.value.source;
      pair.value.type = Scalar.PLAIN;
    } else pair.value = document.createNode(after);
  };
  if (from.slice(0, -1).join('.') === to.slice(0, -1).join('.')) {
    rename();
    return offset;
  }
  const target = madeGroup(document, root, to.slice(0, -1));
  // One value stands where the group should be: that is said as it stands, under the old name.
  if (target === null) return null;
  holder.items = holder.items.filter((each) => each !== pair);
  rename();
  // The empty line before it parted it from what stood above it there.
  if (isNode(pair.key)) pair.key.spaceBefore = false;
  target.add(pair);
  if (holder !== root && holder.items.length === 0) document.deleteIn(from.slice(0, -1));
  return offset;
}

function pairIn(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

function groupAt(root: YAMLMap, path: readonly string[]): YAMLMap | undefined {
  let map: YAMLMap | undefined = root;
  for (const step of path) {
    const inner: unknown = map && pairIn(map, step)?.value;
    map = isMap(inner) ? inner : undefined;
  }
  return map;
}

function madeGroup(document: Document, root: YAMLMap, path: readonly string[]): YAMLMap | null {
  let map = root;
  for (const step of path) {
    const pair = pairIn(map, step);
    if (pair !== undefined && isMap(pair.value)) {
      map = pair.value;
      continue;
    }
    const isEmpty =
      pair === undefined || pair.value === null || (isScalar(pair.value) && pair.value.value === null);
    if (!isEmpty) return null;
    const made = document.createNode({}) as unknown as YAMLMap;
    if (pair === undefined) map.add(document.createPair(step, made));
    else pair.value = made;
    map = made;
  }
  return map;
}
