import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const rooms = path.join(import.meta.dirname, 'src-renderer');
const words = path.join(import.meta.dirname, 'src-renderer/language/words');

type PreparingWords = { readonly preparing: { readonly title: string; readonly text: string } };

/** Puts the words of every language into `preparing.html`, the page without script that the stage falls back on. */
function preparingPage(): Plugin {
  const section = (file: string) => {
    const { preparing } = JSON.parse(readFileSync(path.join(words, file), 'utf8')) as PreparingWords;
    const lines = `<h1>${escaped(preparing.title)}</h1><p>${escaped(preparing.text)}</p>`;
    return `<section lang="${path.basename(file, '.json')}">${lines}</section>`;
  };
  return {
    name: 'preparing-page',
    transformIndexHtml: (html) =>
      html.replace('<!--preparing-->', () => readdirSync(words).map(section).join('')),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The pages people touch. `npm run build` uses this, and so do editors; where it writes is decided by the build. */
export default defineConfig({
  root: path.join(import.meta.dirname, 'src-renderer'),
  // Relative addresses, so that the pages work under any scheme and folder.
  base: './',
  publicDir: false,
  plugins: [react(), preparingPage()],
  build: {
    outDir: path.join(import.meta.dirname, 'out/pages'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    // The polyfill would be an inline script, which the pages' content security policy forbids.
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    // In kilobytes. The pages come from the terminal's own disk: one chunk is as quick as many.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: ['visitor/index.html', 'visitor/preparing.html', 'print/index.html', 'staff/index.html'].map(
        (page) => path.join(rooms, page),
      ),
    },
  },
  worker: { format: 'es' },
});
