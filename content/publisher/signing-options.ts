import { resolve } from 'node:path';
import { UsageError } from './command.ts';
import { keysAreMissing, toIsMissing } from './messages.ts';

/** The options of every command that signs. */
export const SIGNING_OPTIONS = {
  to: { type: 'string' },
  keys: { type: 'string' },
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** What was given for them. */
export type SigningOptions = {
  readonly to?: string;
  readonly keys?: string;
  readonly 'passphrase-file'?: string;
  readonly json?: boolean;
};

/** The folders that `--keys` names, with commas between them; throws {@link UsageError} without it. */
export function keyFolders(option: string | undefined, cwd: string): readonly [string, ...string[]] {
  const [first, ...rest] = (option ?? '').split(',').filter((name) => name !== '');
  if (first === undefined) throw new UsageError(keysAreMissing);
  return [resolve(cwd, first), ...rest.map((name) => resolve(cwd, name))];
}

/** The folder that `--to` names; throws {@link UsageError} without it. */
export function treeFolder(option: string | undefined, cwd: string): string {
  if (option === undefined) throw new UsageError(toIsMissing);
  return resolve(cwd, option);
}
