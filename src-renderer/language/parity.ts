/** The words of one language as its JSON file holds them: groups of keys, texts at the leaves. */
export type Words = { readonly [key: string]: string | Words };

/** One thing in which the word files of two languages differ. */
export type ParityProblem = {
  readonly language: string;
  readonly key: string;
  readonly problem: 'missing' | 'empty' | 'other-placeholders';
};

/** Every text with its full key, for instance `idle.title`. */
function leaves(words: Words, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of leaves(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join();
}

/** Compares the words of all languages with one another; an empty answer means that no screen can lack a text. */
export function findParityProblems(byLanguage: Readonly<Record<string, Words>>): readonly ParityProblem[] {
  const all = Object.entries(byLanguage).map(([language, words]) => ({ language, texts: leaves(words) }));
  const keys = new Map<string, string>();
  for (const { texts } of all) for (const [key, text] of texts) if (!keys.has(key)) keys.set(key, text);
  return all.flatMap(({ language, texts }) =>
    [...keys].flatMap(([key, reference]): ParityProblem[] => {
      const text = texts.get(key);
      if (text === undefined) return [{ language, key, problem: 'missing' }];
      if (text.trim() === '') return [{ language, key, problem: 'empty' }];
      if (placeholders(text) !== placeholders(reference))
        return [{ language, key, problem: 'other-placeholders' }];
      return [];
    }),
  );
}

const EXPLANATION = {
  missing: 'is missing',
  empty: 'has no text',
  'other-placeholders': 'does not use the same {{…}} as the other languages',
} satisfies Record<ParityProblem['problem'], string>;

/** Throws one readable error that names every missing text; called by the build, so that none can reach a screen. */
export function assertParity(byLanguage: Readonly<Record<string, Words>>): void {
  const problems = findParityProblems(byLanguage);
  if (problems.length === 0) return;
  const lines = problems.map((p) => `  words/${p.language}.json: "${p.key}" ${EXPLANATION[p.problem]}`);
  throw new Error(`The words of the screens differ between languages:\n${lines.join('\n')}`);
}
