import { readingWarnings } from '../../../../content/publisher/steps/reading/warnings.ts';
import { BODY, compiled, LETTER, LETTER_NL, page } from './guide-under-test.ts';

/** A warning as `line:column rule`, and its words. */
export type Warned = { readonly at: string; readonly file: string; readonly what: string };

/** The warnings of the good guide with some files replaced. */
export async function warningsOf(changes: Readonly<Record<string, string>>): Promise<readonly Warned[]> {
  const { texts } = await compiled(changes);
  return readingWarnings(texts).map(({ file, line, column, rule, what }) => ({
    file,
    at: `${line}:${column} ${rule}`,
    what,
  }));
}

/** The warnings in a French letter with this body, as `line:column rule`; the body's first line is 1. */
export async function inFrench(body: string): Promise<readonly string[]> {
  return within(LETTER, await warningsOf({ [LETTER]: page(body) }));
}

/** The same in a Dutch letter. */
export async function inDutch(body: string): Promise<readonly string[]> {
  return within(LETTER_NL, await warningsOf({ [LETTER_NL]: page(body) }));
}

function within(path: string, warnings: readonly Warned[]): string[] {
  return warnings
    .filter(({ file }) => file === path)
    .map(({ at }) => at.replace(/^\d+/, (line) => String(Number(line) - BODY + 1)));
}
