import type { DocumentKind } from '../../model/document.ts';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { manualSummary, manualText, manualUsage, unknownKind } from '../messages.ts';
import { readOptions } from '../options.ts';
import { KINDS, meantKind } from '../steps/folders.ts';
import { jsonSchemaOf, manualOf } from '../steps/manual.ts';

const OPTIONS = { kind: { type: 'string' }, json: { type: 'boolean' } } as const;

/** `guide manual`: prints what can be written, from the schemas that check it. */
export const manual: Command = {
  name: 'manual',
  summary: manualSummary,
  usage: manualUsage(KINDS),
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const kind = options.kind === undefined ? undefined : toKind(options.kind);
  if (options.json === true) io.out(`${JSON.stringify(jsonOf(kind), null, 2)}\n`);
  else io.out(manualText((kind === undefined ? KINDS : [kind]).map(manualOf)));
  return EXIT.ok;
}

/** One schema, or all of them by kind. */
function jsonOf(kind: DocumentKind | undefined): unknown {
  return kind === undefined
    ? Object.fromEntries(KINDS.map((each) => [each, jsonSchemaOf(each)]))
    : jsonSchemaOf(kind);
}

/** The kind with this name; throws {@link UsageError} when there is none. */
export function toKind(name: string): DocumentKind {
  const kind = KINDS.find((each) => each === name);
  if (kind === undefined) throw new UsageError(unknownKind(name, KINDS, meantKind(name)));
  return kind;
}
