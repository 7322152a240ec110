import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { BuildStep } from './step.ts';

type AssertParity = (wordsByLanguage: Readonly<Record<string, unknown>>) => void;

/** What people touch: the pages as vite.config.ts describes them, after a check that no language lacks a word. */
export function pagesStep(projectDir: string, shared: readonly string[]): BuildStep {
  return {
    name: 'pages',
    inputs: [...shared, 'vite.config.ts', 'src-renderer', 'src-main/contract', 'content/model', 'assets'],
    output: 'out/pages',
    proof: 'visitor/index.html',
    build: async (into) => {
      const renderer = path.join(projectDir, 'src-renderer');
      const { assertParity } = await parityOf(renderer);
      for (const room of ['language', 'staff'])
        assertParity(await wordsIn(path.join(renderer, room, 'words')));
      await build({
        configFile: path.join(projectDir, 'vite.config.ts'),
        logLevel: 'warn',
        build: { outDir: into, emptyOutDir: true },
      });
      await refuseInlineScripts(into);
      return '';
    },
  };
}

/** The words of every language in a folder, by language. */
async function wordsIn(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const words: Record<string, unknown> = {};
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
    words[path.basename(file, '.json')] = JSON.parse(await readFile(path.join(folder, file), 'utf8'));
  }
  return words;
}

async function parityOf(renderer: string): Promise<{ readonly assertParity: AssertParity }> {
  // Loaded at run time: the pages' rooms belong to another runtime, and this one must not be compiled against them.
  const loaded: unknown = await import(pathToFileURL(path.join(renderer, 'language/parity.ts')).href);
  return loaded as { readonly assertParity: AssertParity };
}

/** Throws when a page under `into` holds a script of its own: the policy is `script-src 'self'`, so it would stay blank. */
export async function refuseInlineScripts(into: string): Promise<void> {
  const pages = (await readdir(into, { recursive: true })).filter((name) => name.endsWith('.html'));
  for (const page of pages) {
    const html = await readFile(path.join(into, page), 'utf8');
    const inline = /<script(?![^>]*\ssrc=)[^>]*>|<[a-z][^>]*\son[a-z]+\s*=/i.exec(html);
    if (inline)
      throw new Error(`${page} holds an inline script (${inline[0]}), which the pages' policy forbids.`);
  }
}
