import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import type { ContractNames } from '../../contract/names.ts';
import type { BuildStep } from './step.ts';

/** A preload to build: `entry` is a file of src-main/preload without its ending; `constants` are replaced in its code. */
export type Preload = { readonly entry: string; readonly constants: Readonly<Record<string, ContractNames>> };

/** The preloads, each one CommonJS file: a sandboxed preload can load nothing but `electron`. */
export function preloadStep(
  projectDir: string,
  shared: readonly string[],
  preloads: readonly Preload[],
): BuildStep {
  return {
    name: 'preload',
    inputs: [...shared, 'src-main/preload', 'src-main/contract', 'content/model'],
    output: 'out/preload',
    proof: 'visitor.cjs',
    build: async (into) => {
      for (const preload of preloads) await buildOne(projectDir, into, preload);
      return '';
    },
  };
}

async function buildOne(projectDir: string, into: string, { entry, constants }: Preload): Promise<void> {
  await build({
    configFile: false,
    root: projectDir,
    logLevel: 'warn',
    publicDir: false,
    define: Object.fromEntries(
      Object.entries(constants).map(([name, names]) => [name, JSON.stringify(names)]),
    ),
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: path.join(projectDir, `src-main/preload/${entry}.ts`),
      outDir: into,
      emptyOutDir: false,
      target: 'chrome130',
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: `${entry}.cjs`, codeSplitting: false },
      },
    },
  });
  const code = await readFile(path.join(into, `${entry}.cjs`), 'utf8');
  const wanted = [...code.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)].map((match) => match[1]);
  const unloadable = wanted.filter((name) => name !== 'electron');
  if (unloadable.length > 0) {
    throw new Error(
      `src-main/preload/${entry}.ts needs ${unloadable.join(', ')}, which a sandboxed preload cannot load; it may only import electron.`,
    );
  }
}
