import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const project = join(import.meta.dirname, '../../..');

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/** Every element of an XML file; throws when it is not well formed or uses a prefix that nobody declared. */
async function elementsOf(file: string): Promise<readonly Element[]> {
  const elements: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    elements.push({ name, attributes: Object.fromEntries(values) });
  });
  parser.write(await readFile(join(project, 'assets/windows', file), 'utf8')).close();
  return elements;
}

test.each([
  ['shell-launcher.xml', 'Shell', 'Shell', 'Profile'],
  ['assigned-access.xml', 'App', 'DesktopAppPath', 'DefaultProfile'],
])(
  '%s gives its user the program that the installer puts there',
  async (file, element, attribute, reference) => {
    const elements = await elementsOf(file);
    const builder = parse(await readFile(join(project, 'electron-builder.yml'), 'utf8')) as {
      readonly productName: string;
      readonly win: { readonly executableName: string };
    };
    const program = `%ProgramFiles%\\${builder.productName}\\${builder.win.executableName}.exe`;
    const started = elements
      .filter(({ name }) => name === element)
      .map(({ attributes }) => attributes[attribute]);
    expect(started).toContain(program);

    const ids = elements
      .filter(({ name }) => name === 'Profile' || name === reference)
      .map(({ attributes }) => attributes['Id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  },
);
