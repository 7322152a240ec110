import { z } from 'zod';
import { terminalSettings } from './terminal-settings.ts';

/** One setting as the manual tells it; all of it is read off the schema. */
export type SettingName = {
  /** For instance `['server', 'url']`. */
  readonly path: readonly string[];
  /** For instance `server.url`. */
  readonly name: string;
  /** The variable of the environment that sets it, for instance `OPENFLOOR_SET_SERVER_URL`. */
  readonly variable: string;
  readonly description: string;
  /** What can stand there, in words: `a whole number from 10 to 3600`. */
  readonly form: string;
  readonly byDefault: unknown;
  readonly example: unknown;
  /** True for what must not be shown anywhere: not in a list, not in a message, not in a log. */
  readonly isSecret: boolean;
};

/** Beginning of every variable of the environment that sets a setting. */
export const VARIABLE_PREFIX = 'OPENFLOOR_SET_';

/** Every setting, in the order of the file. */
export const settingNames: readonly SettingName[] = leaves(terminalSettings, []);

/** The variable of the environment for a path: `['server', 'url']` → `OPENFLOOR_SET_SERVER_URL`. */
export function variableOf(path: readonly string[]): string {
  return VARIABLE_PREFIX + path.map(shouted).join('_');
}

/** The setting of that path, or undefined when it is a group or unknown. */
export function settingNamed(path: readonly string[]): SettingName | undefined {
  return settingNames.find(({ name }) => name === path.join('.'));
}

/** Names that can stand at a path: `['server']` → url, channel …; empty below a setting. */
export function namesBelow(path: readonly string[]): readonly string[] {
  const below = settingNames.filter((setting) => path.every((step, index) => setting.path[index] === step));
  return [...new Set(below.flatMap((setting) => setting.path[path.length] ?? []))];
}

/** What a group of settings is about; empty for anything else. */
export function groupDescription(name: string): string {
  const group: z.ZodType | undefined = (terminalSettings.shape as Readonly<Record<string, z.ZodType>>)[name];
  return group && withoutDefault(group).inner instanceof z.ZodObject ? (group.meta()?.description ?? '') : '';
}

function leaves(schema: z.ZodObject, path: readonly string[]): SettingName[] {
  return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, field]) => {
    const here = [...path, key];
    const { inner, byDefault } = withoutDefault(field);
    if (inner instanceof z.ZodObject) return leaves(inner, here);
    const meta = field.meta();
    return [
      {
        path: here,
        name: here.join('.'),
        variable: variableOf(here),
        description: meta?.description ?? '',
        form: formOf(inner) ?? meta?.title ?? '',
        byDefault,
        example: exampleOf(field),
        isSecret: meta?.['secret'] === true,
      },
    ];
  });
}

function exampleOf(field: z.ZodType): unknown {
  const examples: unknown = field.meta()?.['examples'];
  return Array.isArray(examples) ? examples[0] : undefined;
}

/** `pollSeconds` → `POLL_SECONDS`. */
function shouted(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function withoutDefault(field: z.ZodType): { readonly inner: z.ZodType; readonly byDefault: unknown } {
  if (field instanceof z.ZodDefault)
    return { inner: withoutNull(field.unwrap() as z.ZodType), byDefault: field.parse(undefined) };
  if (field instanceof z.ZodPrefault)
    return { inner: field.unwrap() as z.ZodType, byDefault: field.parse(undefined) };
  return { inner: field, byDefault: undefined };
}

function withoutNull(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodNullable ? (field.unwrap() as z.ZodType) : field;
}

function formOf(field: z.ZodType): string | undefined {
  if (field instanceof z.ZodEnum) return field.options.map(String).join(' or ');
  if (field instanceof z.ZodBoolean) return 'true or false';
  if (field instanceof z.ZodLiteral) return [...field.values].map(String).join(' or ');
  return field.meta()?.title;
}
