import { createTwoFilesPatch } from 'diff';
import { layerOfText } from '../layers.ts';
import { settingNames } from '../setting-names.ts';
import { valueAt } from '../tree.ts';

/** What an edit would change in a settings file, as `diff -u` shows it. Secrets are hidden: a screen may have onlookers. */
export function differenceOf(file: string, before: string, after: string): string {
  const known = secretsIn(before, file);
  return createTwoFilesPatch(
    file,
    file,
    hidden(before, known, '(hidden)'),
    hidden(hidden(after, known, '(hidden)'), secretsIn(after, file), '(hidden, another one)'),
    'now',
    'then',
  );
}

function secretsIn(text: string, file: string): readonly string[] {
  const value = layerOfText(text, file).layer?.value;
  return settingNames
    .filter(({ isSecret }) => isSecret)
    .map(({ path }) => valueAt(value, path))
    .filter((secret) => typeof secret === 'string');
}

function hidden(text: string, secrets: readonly string[], sign: string): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, sign), text);
}
