import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { findBrowser } from '../../src-main/dev/browser.ts';
import { buildAll } from '../../src-main/dev/build.ts';
import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { serveGallery } from '../../src-main/dev/gallery/served-gallery.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { Problem, say } from '../../src-main/dev/say.ts';
import { realSystemPorts, sandboxArguments } from '../../src-main/dev/system.ts';
import { percentile } from './percentile.ts';

/** Loads of each page, one of each in turn: enough for medians that stay the same from run to run. */
const LOADS = 40;

/** How much slower than this machine the page's processor is. */
const THROTTLE = 4;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** What one load showed: when the first paint came, and which scripts had run by then. */
type Load = { readonly firstPaintMs: number; readonly scriptsBefore: readonly string[] };

const cleanups = createCleanups();

await exitWith(async () => {
  endOnSignals(cleanups);
  try {
    await buildAll(() => undefined);
    const system = realSystemPorts();
    const executable = await findBrowser(system);
    if (executable === null) throw new Problem('Without a browser nothing can be measured.');
    const browser = await chromium.launch({
      executablePath: executable,
      args: [...sandboxArguments(system)],
    });
    cleanups.add(() => browser.close());

    const pages = path.join(projectDir, 'out/pages');
    const { url, close } = await serve(pages, await staticAttract(browser, pages));
    cleanups.add(close);

    const ours: Load[] = [];
    const anchor: Load[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      ours.push(await loadOf(browser, `${url}visitor/index.html`));
      anchor.push(await loadOf(browser, `${url}static.html`));
    }
    const paints = (loads: readonly Load[], share = 0.5) =>
      percentile(
        loads.map(({ firstPaintMs }) => firstPaintMs),
        share,
      );
    const spread = (loads: readonly Load[]) =>
      `median ${paints(loads).toFixed(0)} ms, half of them from ${paints(loads, 0.25).toFixed(0)} to ${paints(loads, 0.75).toFixed(0)} ms`;
    const before = new Set(ours.flatMap(({ scriptsBefore }) => scriptsBefore));
    const bytes = await Promise.all(
      [...before].map(async (name) => gzipSync(await readFile(path.join(pages, name)), { level: 9 }).length),
    );
    say(`loads of each: ${LOADS}, ${browser.version()}, processor slowed down ${THROTTLE} times`);
    say(`first paint of the visitor's page, its shell: ${spread(ours)}`);
    say(`anchor, the attract screen as a static page without any script: ${spread(anchor)}`);
    say(`ours / anchor: ${(paints(ours) / paints(anchor)).toFixed(2)}`);
    say(
      `script that ran before the first paint: ${(bytes.reduce((sum, each) => sum + each, 0) / 1024).toFixed(1)} KB gzip`,
    );
    return 0;
  } finally {
    await cleanups.run();
  }
});

/** The attract screen as it stands once it is painted, with its styles and fonts but without any script. */
async function staticAttract(browser: Browser, pages: string): Promise<string> {
  const gallery = await serveGallery();
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
    const language = 'fr';
    await page.goto(
      new URL(`page.html?${new URLSearchParams({ state: 'attract', language })}`, gallery.url).href,
    );
    await page.locator('html[data-gallery="ready"]').waitFor({ state: 'attached' });
    const body = await page.evaluate<string>('document.body.innerHTML');
    await page.close();
    const styles = (await stylesOfPage(pages)).map(
      (name) => `<link rel="stylesheet" crossorigin href="./assets/${name}">`,
    );
    return `<!doctype html><html lang="mul" data-screen="attract"><head><meta charset="utf-8">${styles.join('')}</head><body>${body.replaceAll(/<script.*?<\/script>/gs, '')}</body></html>`;
  } finally {
    await gallery.stop();
  }
}

/** The style files of the visitor's page: those of its shell, then those it brings in by itself, as its build says. */
async function stylesOfPage(pages: string): Promise<readonly string[]> {
  const html = await readFile(path.join(pages, 'visitor/index.html'), 'utf8');
  const entry = /<script[^>]+src="[^"]*(assets\/[^"]+)"/.exec(html)?.[1];
  if (entry === undefined) throw new Problem("The visitor's page has no script.");
  const script = await readFile(path.join(pages, entry), 'utf8');
  const names = [...`${html}${script}`.matchAll(/([\w-]+\.css)\b/g)].flatMap(([, name]) => name ?? []);
  return [...new Set(names)];
}

/** Serves the built pages, and one page more, to this computer. */
async function serve(
  pages: string,
  staticPage: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(1);
    try {
      const isKnown = /^(visitor|assets)\/[A-Za-z0-9._-]+$/.test(name);
      if (name !== 'static.html' && !isKnown) throw new Error('unknown');
      const bytes = name === 'static.html' ? staticPage : await readFile(path.join(pages, name));
      response.writeHead(200, {
        'Content-Type': TYPES[path.extname(name)] ?? 'application/octet-stream',
        'Cache-Control': 'no-store',
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function loadOf(browser: Browser, url: string): Promise<Load> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  try {
    const devtools: CDPSession = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const events: {
      readonly name: string;
      readonly ts: number;
      readonly args?: { readonly data?: { readonly url?: string } };
    }[] = [];
    devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)));
    await devtools.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'loading', 'blink.user_timing'] },
    });
    await page.goto(url, { waitUntil: 'commit' });
    const firstPaintMs = await firstPaint(page);
    const done = new Promise<void>((resolve) => devtools.once('Tracing.tracingComplete', () => resolve()));
    await devtools.send('Tracing.end');
    await done;
    const paintedAt = events.find(({ name }) => name === 'firstPaint')?.ts ?? Number.NEGATIVE_INFINITY;
    const scriptsBefore = events
      .filter(({ name, ts }) => /^(EvaluateScript|v8\.evaluateModule)$/.test(name) && ts < paintedAt)
      .flatMap(({ args }) => /\/(assets\/[^/]+\.js)$/.exec(args?.data?.url ?? '')?.[1] ?? []);
    return { firstPaintMs, scriptsBefore };
  } finally {
    await page.close();
  }
}

/** The first paint of a page in milliseconds since its navigation began. */
async function firstPaint(page: Awaited<ReturnType<Browser['newPage']>>): Promise<number> {
  const paint = `new Promise((resolve) => new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-paint')) resolve(entry.startTime);
  }).observe({ type: 'paint', buffered: true }))`;
  return page.evaluate<number>(paint);
}
