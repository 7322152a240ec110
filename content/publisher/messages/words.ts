/** The words of one message: what happened, why it matters, what to do about it. */
export type Words = {
  /** The name of what is asked for, in kebab-case: it stays the same when the words change. */
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
};

/** `a, b and c`, each in quotation marks. */
export function listed(words: readonly string[], joint = 'and'): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${joint} ${last}`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a page`, `an event`; `A page` at the beginning of a sentence. */
export function aKind(kind: string, first = false): string {
  return `${first ? 'A' : 'a'}${/^[aeiou]/.test(kind) ? 'n' : ''} ${kind}`;
}

/** A suggestion in front of a remedy, or nothing. */
export function suggested(nearest: string | undefined): string {
  return nearest === undefined ? '' : `Did you mean "${nearest}"? `;
}

/** The English name of a language: `French` for `fr`; the code itself when it has none. */
export function languageName(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(language) ?? language;
}
