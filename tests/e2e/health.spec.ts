import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type TerminalStatus, terminalStatus } from '../../src-main/contract/terminal-status.ts';
import {
  beginVisit,
  endVisit,
  openSearch,
  typeWords,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { STALE_AFTER_MS } from '../../src-main/health/status/limits.ts';
import { runOpenfloor } from '../../src-main/provisioning/commands/run-openfloor.ts';
import { SILENT_AFTER_MS } from '../../src-main/stage/limits.ts';
import { expect, type Terminal, test } from './kiosk-test.ts';
import { findPromtool, promtool } from './promtool.ts';

const project = process.env['OPENFLOOR_PROJECT'] ?? process.cwd();

/** A settings file of a terminal that tells everybody how it is, with one line that cannot be used. */
async function settingsIn(directory: string): Promise<{ readonly file: string; readonly figures: string }> {
  const file = path.join(directory, 'openfloor.yaml');
  const figures = path.join(directory, 'openfloor.prom');
  await writeFile(
    file,
    `terminal:\n  id: hall-2\n  zone: employment\nnight:\n  hours: 22:00-06:00\nhealth:\n  prometheusFile: ${figures}\nscreen:\n  pixelsPerMm: wide\n`,
  );
  return { file, figures };
}

/** The record as it lies on disk now. */
function recordOf({ profile }: Terminal): TerminalStatus {
  return terminalStatus.parse(JSON.parse(readFileSync(path.join(profile, 'status.json'), 'utf8')));
}

/** The page on show of a terminal that has begun to tell how it is. */
async function pageOf(terminal: Terminal): Promise<Page> {
  await expect
    .poll(() => existsSync(path.join(terminal.profile, 'status.json')), { timeout: 60_000 })
    .toBe(true);
  return terminal.page();
}

/** One figure as it lies on disk now; undefined while it is not there. */
function figure(file: string, name: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

/** `openfloor status` about a terminal's data. */
async function askStatus(profile: string): Promise<{ readonly code: number; readonly out: string }> {
  let out = '';
  const code = await runOpenfloor(['status', '--data', profile], {
    out: (text) => {
      out += text;
    },
    err: () => {},
    environment: {},
  });
  return { code, out };
}

test('the record and the figures follow a visit, and name what is wrong with the settings', async ({
  startTerminal,
  directory,
}) => {
  const { file, figures } = await settingsIn(directory);
  const terminal = await startTerminal({ env: { OPENFLOOR_CONFIG: file } });
  const page = await pageOf(terminal);
  await expect.poll(() => recordOf(terminal).eye).toMatchObject({ state: 'attract', alive: true });
  const first = recordOf(terminal);
  expect(first).toMatchObject({
    terminal: { id: 'hall-2', place: null, zone: 'employment' },
    edition: { seq: 1, label: null, factory: true },
    server: { state: 'off', url: null },
    visits: { ended: 0, lastWipedAt: null, outlived: 0 },
    settings: { files: [file], problems: [expect.stringContaining('screen.pixelsPerMm')] },
  });
  expect(first.display?.widthPx).toBeGreaterThan(0);
  expect(first.memoryBytes).toBeGreaterThan(50_000_000);
  expect(figure(figures, 'openfloor_settings_problems')).toBe(1);

  await beginVisit(page, 'fr');
  await expect.poll(() => recordOf(terminal).eye.state).toBe('visit');
  await expect.poll(() => figure(figures, 'openfloor_eye_state{state="visit"}')).toBe(1);
  const before = Date.now();
  await endVisit(page);
  await expect.poll(() => recordOf(terminal).visits.lastWipedAt).not.toBeNull();
  expect(recordOf(terminal).visits).toMatchObject({ ended: 1, outlived: 0 });
  expect(Date.parse(recordOf(terminal).visits.lastWipedAt ?? '')).toBeGreaterThanOrEqual(before);
  await expect.poll(() => figure(figures, 'openfloor_visits_ended_total')).toBe(1);
  expect((await stat(figures)).mode & 0o777).toBe(0o644);

  const asked = await askStatus(terminal.profile);
  expect(asked.out).toContain('hall-2 (zone employment)');
  expect(asked.out).toMatch(/1 ended since the start; the last one was wiped \d+ s ago/);
  expect(asked.code).toBe(0);

  await terminal.stop();
  expect(figure(figures, 'openfloor_up')).toBe(0);
  expect(await askStatus(terminal.profile)).toMatchObject({
    code: 3,
    out: expect.stringContaining('The terminal hall-2 does not run.'),
  });
});

test('a page that freezes is told as not alive before it is replaced, and counted when it is', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(150_000);
  const { file, figures } = await settingsIn(directory);
  const terminal = await startTerminal({ env: { OPENFLOOR_CONFIG: file } });
  const page = await pageOf(terminal);
  await beginVisit(page, 'fr');
  await waitForUnderstudy(terminal.app);
  const frozenAt = Date.now();
  page
    .evaluate(() => {
      // A loop without end: the page will never paint again.
      for (;;);
    })
    .catch(() => undefined);
  await expect
    .poll(() => figure(figures, 'openfloor_visitor_page_alive'), { intervals: [50], timeout: 60_000 })
    .toBe(0);
  const toldAfterMs = Date.now() - frozenAt;
  console.log(`a frozen page was told as not alive after ${(toldAfterMs / 1_000).toFixed(1)} s`);
  expect(toldAfterMs).toBeGreaterThan(SILENT_AFTER_MS / 2);
  await expect.poll(() => recordOf(terminal).pages.frozen, { timeout: 60_000 }).toBe(1);
  await expect.poll(() => figure(figures, 'openfloor_pages_frozen_total')).toBe(1);
  await terminal.page();
  await expect.poll(() => figure(figures, 'openfloor_visitor_page_alive')).toBe(1);
  expect(recordOf(terminal).reasons[0]).toMatchObject({ code: 'seat-frozen' });
  // It was in use: the visit is over, too, and nothing of it is left.
  await expect.poll(() => recordOf(terminal).visits).toMatchObject({ ended: 1, outlived: 0 });
});

test('a terminal that is killed is said not to run, and its figures grow old', async ({
  startTerminal,
  directory,
}) => {
  const { file, figures } = await settingsIn(directory);
  const terminal = await startTerminal({ env: { OPENFLOOR_CONFIG: file } });
  await pageOf(terminal);
  await expect.poll(() => recordOf(terminal).eye.alive).toBe(true);
  const { pid } = recordOf(terminal);
  expect((await askStatus(terminal.profile)).code).toBe(0);
  const ended = new Promise((resolve) => terminal.app.process().once('exit', resolve));
  process.kill(pid, 'SIGKILL');
  await ended;
  expect(await askStatus(terminal.profile)).toMatchObject({
    code: 3,
    out: expect.stringContaining('does not run. It was last seen'),
  });
  // Nobody writes any more: what monitoring looks at is the age of these figures.
  expect(figure(figures, 'openfloor_up')).toBe(1);
  expect(figure(figures, 'openfloor_heartbeat_timestamp_seconds')).toBeLessThan(
    (Date.now() + STALE_AFTER_MS) / 1_000,
  );
  // The last lines were on disk before the end came.
  const lines = await readFile(path.join(terminal.profile, 'logs/openfloor.1.log'), 'utf8');
  expect(lines).toContain('"code":"started"');
});

test('nothing a visitor types is found in records, figures, logs or anywhere else in the data', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(120_000);
  const canary = 'qzvwkxj';
  const { file, figures } = await settingsIn(directory);
  const terminal = await startTerminal({ env: { OPENFLOOR_CONFIG: file } });
  const page = await pageOf(terminal);
  await beginVisit(page, 'fr');
  await openSearch(page);
  await typeWords(page, canary);
  await expect(page.locator('html')).toHaveAttribute('data-screen', 'search');
  await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain(canary);
  const whileTyping = [readFileSync(figures, 'utf8'), JSON.stringify(recordOf(terminal)), terminal.printed()];
  await endVisit(page);
  await expect.poll(() => recordOf(terminal).visits.ended).toBe(1);
  const memory = await terminal.app.evaluate(({ app }) => JSON.stringify(app.getAppMetrics()));
  await terminal.stop();
  for (const text of [...whileTyping, memory, terminal.printed(), readFileSync(figures, 'utf8')])
    expect(text.toLowerCase()).not.toContain(canary);
  const files = readdirSync(terminal.profile, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['status.json', 'openfloor.1.log']));
  const holding = files
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((each) => holds(readFileSync(each), canary));
  expect(holding).toEqual([]);
});

/** Text in UTF-8 or, as Chromium also keeps it, UTF-16. */
function holds(bytes: Buffer, word: string): boolean {
  return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'));
}

test('Prometheus accepts the figures of a real terminal, and the alarms do what they say', async ({
  startTerminal,
  directory,
}) => {
  test.setTimeout(180_000);
  const found = await findPromtool();
  test.skip('whyNot' in found, 'whyNot' in found ? found.whyNot : '');
  if ('whyNot' in found) return;
  const rules = path.join(project, 'assets/prometheus');
  const inRules = (await readdir(rules)).map((name) => path.join(rules, name));
  expect(
    await promtool(found.file, ['check', 'rules', ...inRules.filter((name) => name.endsWith('.rules.yml'))]),
  ).toContain('SUCCESS');
  const tests = inRules.filter((name) => name.endsWith('.test.yml'));
  expect(tests.length).toBeGreaterThan(1);
  expect(await promtool(found.file, ['test', 'rules', ...tests])).not.toContain('FAILED');

  const { file, figures } = await settingsIn(directory);
  const terminal = await startTerminal({ env: { OPENFLOOR_CONFIG: file } });
  const page = await pageOf(terminal);
  await beginVisit(page, 'nl');
  await endVisit(page);
  await expect.poll(() => figure(figures, 'openfloor_visits_ended_total')).toBe(1);
  const text = readFileSync(figures, 'utf8');
  // It says nothing at all of figures that are in order.
  expect(await promtool(found.file, ['check', 'metrics'], { input: text })).toBe('');

  // Every figure that an alarm is made from is one that terminals really write.
  const wanted = new Set(
    (await readFile(path.join(rules, 'openfloor.rules.yml'), 'utf8')).match(/\bopenfloor_[a-z_]+/g),
  );
  wanted.delete('openfloor_printer_state');
  const written = new Set(text.match(/^openfloor_[a-z_]+/gm));
  expect([...wanted].filter((name) => !written.has(name))).toEqual([]);
});
