import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication } from '@playwright/test';
import { beginVisit } from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

/** Runs script in the page on show and gives its value. */
async function onPage(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(async ({ webContents }, code) => {
    for (const contents of webContents.getAllWebContents()) {
      const seat: unknown = await contents.executeJavaScript('document.documentElement.dataset.seat');
      if (seat === 'on-show') return contents.executeJavaScript(code) as Promise<unknown>;
    }
    return null;
  }, script);
}

test('the page reaches nothing outside the kiosk: no network, no other page, no window', async ({
  startTerminal,
}) => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.setHeader('access-control-allow-origin', '*');
    response.end('outside');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const terminal = await startTerminal();
    const page = await terminal.page();
    await beginVisit(page, 'fr');
    const answers = await page.evaluate(async (url) => {
      const fetched = await fetch(url).then(
        () => 'fetched',
        () => 'refused',
      );
      const opened = window.open(url);
      const image = await new Promise<string>((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve('loaded');
        picture.onerror = () => resolve('refused');
        picture.src = url;
      });
      return { fetched, opened: opened === null, image };
    }, outside);
    expect(answers).toEqual({ fetched: 'refused', opened: true, image: 'refused' });
    // Each way of leaving the page; asked of the page itself, since Playwright would wait for the navigation to end.
    for (const leaving of [
      `location.href = ${JSON.stringify(outside)}`,
      "location.href = 'kiosk://visitor/edition/1/manifest.json'",
      "location.href = 'file:///etc/hostname'",
      "location.href = 'data:text/html,outside'",
      `document.body.append(Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(outside)} }))`,
    ])
      await onPage(terminal.app, `${leaving}; void 0`);
    expect(await onPage(terminal.app, 'document.documentElement.dataset.screen')).toBe('home');
    expect(await onPage(terminal.app, 'location.href')).toBe('kiosk://visitor/visitor/index.html');
    expect(page.url()).toContain('kiosk://visitor/visitor/index.html');
    expect(terminal.app.windows().length).toBeLessThanOrEqual(2);
    expect(requests).toBe(0);
  } finally {
    server.close();
  }
});

test('the page has no way behind the glass but the promised calls', async ({ startTerminal }) => {
  const page = await (await startTerminal()).page();
  const powers = await page.evaluate(() => {
    const { kioskBridge } = window as unknown as { kioskBridge: { calls: object; on: object } };
    return {
      calls: Object.keys(kioskBridge.calls).sort(),
      events: Object.keys(kioskBridge.on).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    };
  });
  expect(powers).toEqual({
    calls: [
      'beginVisit',
      'countEvent',
      'endVisit',
      'getBriefing',
      'getPrinter',
      'openStaff',
      'printTicket',
      'reportPainted',
      'reportProblem',
      'reportReady',
    ],
    events: ['areYouAlive', 'maintenanceChanged', 'noticesChanged', 'printProgressed', 'seatChanged'],
    node: [],
  });
  const refused = await page.evaluate(async () => {
    const { kioskBridge } = window as unknown as {
      kioskBridge: { calls: { endVisit: (input: unknown) => Promise<{ ok: boolean; code: string }> } };
    };
    return kioskBridge.calls.endVisit({ reason: 'nonsense' });
  });
  expect(refused).toMatchObject({ ok: false, code: 'bad-input' });
});
