import type { ElectronApplication } from '@playwright/test';
import {
  beginVisit,
  endVisit,
  openDocument,
  tap,
  waitForUnderstudy,
} from '../../src-main/dev/visitor-driver.ts';
import { expect, test } from './kiosk-test.ts';

/** Operating-system process ids of the pages by their seat. */
async function processes(app: ElectronApplication): Promise<Readonly<Record<string, number>>> {
  return app.evaluate(async ({ webContents }) => {
    const found: Record<string, number> = {};
    for (const contents of webContents.getAllWebContents()) {
      const seat: unknown = await contents.executeJavaScript('document.documentElement.dataset.seat');
      found[String(seat)] = contents.getOSProcessId();
    }
    return found;
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('every visit runs in a process of its own, which is gone afterwards', async ({
  startTerminal,
}, testInfo) => {
  test.setTimeout(180_000);
  const terminal = await startTerminal();
  const seen: number[] = [];
  for (let visit = 0; visit < 5; visit += 1) {
    const page = await terminal.page();
    const pid = (await processes(terminal.app))['on-show'] ?? 0;
    seen.push(pid);
    expect(isAlive(pid)).toBe(true);
    await beginVisit(page, visit % 2 === 0 ? 'fr' : 'nl');
    await endVisit(page);
    await expect.poll(() => isAlive(pid)).toBe(false);
  }
  expect(new Set(seen).size).toBe(5);

  const times = terminal
    .log()
    .filter((line) => line.code === 'swap' && line['reason'] === 'visit-done')
    .map((line) => Number(line['ms']));
  expect(times).toHaveLength(5);
  for (const time of times) expect(time).toBeGreaterThanOrEqual(0);
  testInfo.annotations.push({ type: 'swap times, ms', description: times.join(' ') });
  console.log(`swap times in ms: ${times.join(' ')}`);
});

test('nothing of a visit is written down: no storage, no cookie, and the guide in IndexedDB as it was', async ({
  startTerminal,
}) => {
  const terminal = await startTerminal();
  const look = async () => {
    const page = await terminal.page();
    return page.evaluate(async () => {
      const stores: Record<string, number> = {};
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        for (const store of database.objectStoreNames) {
          stores[`${name}/${store}`] = await new Promise<number>((resolve) => {
            const counting = database.transaction(store).objectStore(store).count();
            counting.onsuccess = () => resolve(counting.result);
          });
        }
        database.close();
      }
      return {
        stores,
        local: localStorage.length,
        session: sessionStorage.length,
        cookies: document.cookie,
        caches: await caches.keys(),
        history: history.length,
      };
    });
  };
  // The page behind builds the search indexes once; after that nobody writes any more.
  await expect.poll(async () => (await look()).stores['openfloor-catalogue/indexes']).toBe(2);
  await waitForUnderstudy(terminal.app);
  const before = await look();
  expect(before.local + before.session + before.cookies.length + before.caches.length).toBe(0);
  expect(Object.keys(before.stores).length).toBeGreaterThan(0);

  const page = await terminal.page();
  await beginVisit(page, 'fr');
  await openDocument(page, 'checklists/cv-workshop');
  await tap(page, '.item__tick:has([data-tick="g1-1"])');
  expect(
    await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length),
  ).toBe(0);
  await endVisit(page);
  expect(await look()).toEqual(before);
});
