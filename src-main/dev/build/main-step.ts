import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { BuildStep } from './step.ts';

/** What runs behind the glass: src-main/main.ts and all it imports, in one ES module for Electron's Node. */
export function mainStep(projectDir: string, shared: readonly string[]): BuildStep {
  return {
    name: 'main',
    inputs: [...shared, ...roomsOfTheApp(projectDir), 'content/model', 'assets'],
    output: 'out/main',
    proof: 'main.mjs',
    build: async (into) => {
      await build({
        configFile: false,
        root: projectDir,
        logLevel: 'warn',
        publicDir: false,
        ssr: { target: 'node', noExternal: true, external: ['electron'] },
        build: {
          ssr: path.join(projectDir, 'src-main/main.ts'),
          outDir: into,
          emptyOutDir: true,
          target: 'node20',
          minify: false,
          sourcemap: true,
          rolldownOptions: {
            external: ['electron'],
            output: { format: 'es', entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' },
          },
        },
      });
      return '';
    },
  };
}

/** Every room of src-main that ends up in the app: not these development tools, and not what the preload step builds. */
function roomsOfTheApp(projectDir: string): string[] {
  const rooms = readdirSync(path.join(projectDir, 'src-main'));
  return rooms.filter((room) => room !== 'dev' && room !== 'preload').map((room) => `src-main/${room}`);
}
