/** Settings before they are checked: groups of values. */
export type Tree = { [key: string]: unknown };

/** True for a group. */
export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined when there is none. */
export function valueAt(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (isTree(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined),
    tree,
  );
}

/** Puts a value at a path and makes the groups above it. */
export function putAt(tree: Tree, path: readonly string[], value: unknown): void {
  const holder = path.slice(0, -1).reduce<Tree>((inner, step) => {
    const next = inner[step];
    if (isTree(next)) return next;
    const made: Tree = {};
    inner[step] = made;
    return made;
  }, tree);
  holder[path.at(-1) ?? ''] = value;
}

/** Takes the value at a path away. */
export function removeAt(tree: Tree, path: readonly string[]): void {
  const holder = valueAt(tree, path.slice(0, -1));
  if (isTree(holder)) delete holder[path.at(-1) ?? ''];
}
