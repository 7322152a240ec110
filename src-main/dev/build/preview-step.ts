import path from 'node:path';
import { build, loadConfigFromFile } from 'vite';
import { refuseInlineScripts } from './pages-step.ts';
import type { BuildStep } from './step.ts';

/**
 * The pages of `guide preview` and of the gallery, built as vite.config.ts builds the terminal's. They are made on their own, so that
 * nothing of them, and no other cut into files, can reach a terminal.
 */
export function previewStep(projectDir: string, shared: readonly string[]): BuildStep {
  const room = path.join(projectDir, 'src-renderer/preview');
  const gallery = path.join(projectDir, 'src-renderer/gallery');
  return {
    name: 'preview',
    inputs: [...shared, 'vite.config.ts', 'src-renderer', 'src-main/contract', 'content/model', 'assets'],
    output: 'out/preview',
    proof: 'preview/index.html',
    build: async (into) => {
      const file = path.join(projectDir, 'vite.config.ts');
      const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, file, projectDir);
      if (loaded === null) throw new Error(`${file} says nothing`);
      await build({
        ...loaded.config,
        configFile: false,
        logLevel: 'warn',
        build: {
          ...loaded.config.build,
          outDir: into,
          emptyOutDir: true,
          rolldownOptions: {
            input: [room, gallery].flatMap((pages) => [
              path.join(pages, 'index.html'),
              path.join(pages, 'page.html'),
            ]),
          },
        },
      });
      await refuseInlineScripts(into);
      return '';
    },
  };
}
