import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';
import { flagNeedsValue, flagTakesNoValue, strayWord, unknownFlag } from './messages.ts';
import { nearest } from './steps/nearest.ts';

/** The options of a command by name. */
export type OptionTypes = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** What was given for them. */
export type OptionValues<Types extends OptionTypes> = {
  readonly [Name in keyof Types]?: Types[Name]['type'] extends 'boolean' ? boolean : string;
};

/** Reads `--name value`, `--name=value` and `--name`; throws {@link UsageError} for anything else. */
export function readOptions<Types extends OptionTypes>(
  args: readonly string[],
  types: Types,
): OptionValues<Types> {
  return readArguments(args, types, 0).options;
}

/** {@link readOptions} for a command that also takes up to `most` words of its own, in their order. */
export function readArguments<Types extends OptionTypes>(
  args: readonly string[],
  types: Types,
  most: number,
): { readonly options: OptionValues<Types>; readonly words: readonly string[] } {
  const { tokens } = parseArgs({
    args: [...args],
    options: types,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string | boolean> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (words.length >= most) throw new UsageError(strayWord(token.value));
      words.push(token.value);
    }
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const type = types[name]?.type;
    if (type === undefined) {
      const flags = Object.keys(types).map((each) => `--${each}`);
      throw new UsageError(unknownFlag(rawName, nearest(rawName, flags)));
    }
    if (type === 'boolean') {
      if (value !== undefined) throw new UsageError(flagTakesNoValue(rawName));
      values[name] = true;
    } else {
      if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
        throw new UsageError(flagNeedsValue(rawName));
      }
      values[name] = value;
    }
  }
  // The loop above put in exactly what the types of the options say.
  return { options: values as OptionValues<Types>, words };
}
