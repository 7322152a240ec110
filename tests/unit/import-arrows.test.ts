import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

// DESIGN's "Who may import whom". A file is named as seen from the project; so is what it imports, unless it is a package.

const project = resolve(import.meta.dirname, '../..');

type Arrow = { readonly from: string; readonly to: string };

async function sourceFiles(room: string): Promise<string[]> {
  const entries = await readdir(join(project, room), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)));
}

/** What a text imports, by any of the ways to write it; types count like values. */
function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"]([^'"\n]+)['"]/g);
  return [...found].map((match) => match[1] ?? '');
}

async function arrowsFrom(room: string): Promise<Arrow[]> {
  const arrows: Arrow[] = [];
  for (const from of await sourceFiles(room)) {
    for (const name of importsOf(await readFile(join(project, from), 'utf8'))) {
      const to = name.startsWith('.') ? relative(project, resolve(project, dirname(from), name)) : name;
      arrows.push({ from, to });
    }
  }
  return arrows;
}

const [content, main, renderer] = await Promise.all(['content', 'src-main', 'src-renderer'].map(arrowsFrom));
const everything = [...(content ?? []), ...(main ?? []), ...(renderer ?? [])];

/** Arrows of a room that point anywhere else than where they may. */
function strays(room: string, mayPointTo: (to: string, from: string) => boolean): string[] {
  return everything
    .filter(({ from, to }) => from.startsWith(`${room}/`) && !mayPointTo(to, from))
    .map(({ from, to }) => `${from} imports ${to}`);
}

const isWithin =
  (...rooms: readonly string[]) =>
  (to: string) =>
    rooms.some((room) => to.startsWith(`${room}/`));

test('There are arrows to hold', () => {
  expect(everything.length).toBeGreaterThan(100);
  expect(
    importsOf(
      `import a from 'a';\nexport * from "b";\nimport 'c';\nawait import('d');\nimport {\n e\n} from 'e';`,
    ),
  ).toEqual(['a', 'b', 'c', 'd', 'e']);
});

describe('Who may import whom', () => {
  test('content/model imports only zod and the library of recurrence rules', () => {
    expect(
      strays('content/model', (to) => to === 'zod' || to === 'rrule' || isWithin('content/model')(to)),
    ).toEqual([]);
  });

  test('src-main/contract imports only zod and content/model', () => {
    const may = isWithin('src-main/contract', 'content/model');
    expect(strays('src-main/contract', (to) => to === 'zod' || may(to))).toEqual([]);
  });

  test('the pages take nothing from src-main but the contract', () => {
    const isElsewhere = (to: string) => isWithin('src-main')(to) && !isWithin('src-main/contract')(to);
    expect(strays('src-renderer', (to) => !isElsewhere(to))).toEqual([]);
  });

  test('the content team’s room imports nothing from src-main or src-renderer', () => {
    expect(strays('content', (to) => !isWithin('src-main', 'src-renderer')(to))).toEqual([]);
  });

  test('what is behind the glass imports nothing from the pages', () => {
    expect(strays('src-main', (to) => !isWithin('src-renderer')(to))).toEqual([]);
  });

  test('Electron is imported only where it is at home', () => {
    const atHome = /^src-main\/(?:(?:main|services)\.ts|(?:services|stage|lockdown|ipc|preload|platform)\/)/;
    const strangers = everything.filter(({ from, to }) => to === 'electron' && !atHome.test(from));
    expect(strangers).toEqual([]);
  });

  test('screens never import each other', () => {
    const screenOf = (file: string) => /^src-renderer\/screens\/([^/]+)\//.exec(file)?.[1];
    const isOther = (to: string, from: string) =>
      screenOf(to) !== undefined && screenOf(to) !== screenOf(from);
    expect(
      strays('src-renderer/screens', (to, from) => screenOf(from) === undefined || !isOther(to, from)),
    ).toEqual([]);
  });

  test('nothing that is shipped imports tests or development tools', () => {
    const isTool = isWithin('tests', 'src-main/dev');
    expect(strays('src-renderer', (to) => !isTool(to))).toEqual([]);
    expect(strays('src-main', (to, from) => from.startsWith('src-main/dev/') || !isTool(to))).toEqual([]);
  });
});
