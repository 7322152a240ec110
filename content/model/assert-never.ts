/** Closes a `switch` over a union: the compiler complains here when a case is forgotten. */
export function assertNever(value: never): never {
  throw new Error(`a case is missing for ${JSON.stringify(value)}`);
}
