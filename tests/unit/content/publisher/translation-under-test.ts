import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportTranslation } from '../../../../content/publisher/commands/export-translation.ts';
import { importTranslation } from '../../../../content/publisher/commands/import-translation.ts';
import { allFiles, fixture, type Run, run } from './guide-under-test.ts';

const COMMANDS = [exportTranslation, importTranslation];

/** A guide that was sent for translation, and the file that was sent. */
export type SentOut = {
  readonly folder: string;
  readonly xliff: string;
  /** Takes a changed file back in. */
  readonly takeIn: (xliff: string | Uint8Array, ...more: string[]) => Promise<Run>;
  /** Takes it back in, and says which rules it broke; also checks that a refusal changes nothing. */
  readonly refusal: (xliff: string | Uint8Array) => Promise<readonly string[]>;
  /** The guide's files as text, by path, that are not as they were. */
  readonly changed: () => Promise<Record<string, string>>;
};

/** The good guide with some files replaced or added (text or bytes), sent from French to Dutch. */
export async function sentOut(
  changes: Readonly<Record<string, string | Uint8Array>> = {},
  to = 'nl',
  from = 'fr',
): Promise<SentOut> {
  const folder = await fixture();
  for (const [path, content] of Object.entries(changes)) await writeFile(join(folder, path), content);
  const out = join(folder, '..', 'sent.xlf');
  const sent = await run(
    ['export-translation', to, '--from', from, '--out', out, '--content', folder],
    COMMANDS,
  );
  if (sent.code !== 0) throw new Error(sent.err);
  const xliff = await readFile(out, 'utf8');
  const before = await allFiles(folder);

  const takeIn = async (back: string | Uint8Array, ...more: string[]): Promise<Run> => {
    const file = join(folder, '..', 'back.xlf');
    await writeFile(file, back);
    return run(['import-translation', file, '--content', folder, ...more], COMMANDS);
  };
  const changed = async (): Promise<Record<string, string>> => {
    const now = await allFiles(folder);
    const different = [...new Set([...before.keys(), ...now.keys()])].filter(
      (path) => before.get(path) !== now.get(path),
    );
    return Object.fromEntries(
      different.map((path) => [path.slice(1), Buffer.from(now.get(path) ?? '', 'base64').toString('utf8')]),
    );
  };
  const refusal = async (back: string | Uint8Array): Promise<readonly string[]> => {
    const { code, out: printed } = await takeIn(back, '--json');
    const answer: { readonly problems: readonly { readonly rule: string }[] } = JSON.parse(printed);
    if (code !== 1) throw new Error(`not refused: ${printed}`);
    const harmed = Object.keys(await changed());
    if (harmed.length > 0) throw new Error(`changed although refused: ${harmed.join(', ')}`);
    return answer.problems.map(({ rule }) => rule);
  };
  return { folder, xliff, takeIn, refusal, changed };
}

/** The file with other words as the translation of one text; what is already there is replaced. */
export function translated(xliff: string, file: string, unit: string, target: string): string {
  const at = xliff.indexOf(`<file id="${file}"`);
  const start = startOf(xliff, unit, at);
  const end = xliff.indexOf('</unit>', start);
  if (at < 0 || start < 0) throw new Error(`no ${unit} in ${file}`);
  const old = xliff.slice(start, end);
  const bare = old.replace(/\n *<target>.*<\/target>/, '');
  return (
    xliff.slice(0, start) +
    bare.replace('</source>', `</source>\n<target>${target}</target>`) +
    xliff.slice(end)
  );
}

/** The unit of one text, from `<unit` to `</unit>`. */
export function unitOf(xliff: string, file: string, unit: string): string {
  const start = startOf(xliff, unit, xliff.indexOf(`<file id="${file}"`));
  return xliff.slice(start, xliff.indexOf('</unit>', start) + '</unit>'.length);
}

/** Where the unit of the text that stands at a place of a file begins, after a position of the XLIFF. */
export function startOf(xliff: string, name: string, from = 0): number {
  return xliff.lastIndexOf('<unit ', xliff.indexOf(` name="${name}">`, from));
}
