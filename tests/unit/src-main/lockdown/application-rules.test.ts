import { EventEmitter } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { App, BaseWindow, CommandLine } from 'electron';
import { describe, expect, test } from 'vitest';
import { forbidClosing, restartWithoutWindow } from '../../../../src-main/lockdown/closing.ts';
import { logHelperProcesses } from '../../../../src-main/lockdown/helper-processes.ts';
import { removeMenuBar } from '../../../../src-main/lockdown/menu-bar.ts';
import { seatPreferences } from '../../../../src-main/lockdown/preferences.ts';
import { claimSingleInstance } from '../../../../src-main/lockdown/single-instance.ts';
import { setSwitches } from '../../../../src-main/lockdown/switches.ts';
import { stoppableEvent } from '../../../fakes/fake-contents.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

function fakeApp() {
  const app = new EventEmitter();
  const exits: number[] = [];
  return {
    app: Object.assign(app, { exit: (status: number) => void exits.push(status) }) as unknown as App,
    exits,
  };
}

describe('The window', () => {
  test('stays when somebody closes it, and goes when the application quits', () => {
    const { app } = fakeApp();
    const window = new EventEmitter();
    forbidClosing(window as unknown as BaseWindow, app);
    const [byHand, byQuitting, menu] = [stoppableEvent({}), stoppableEvent({}), stoppableEvent({})];
    window.emit('close', byHand);
    window.emit('system-context-menu', menu);
    app.emit('before-quit');
    window.emit('close', byQuitting);
    expect([byHand.wasStopped(), menu.wasStopped(), byQuitting.wasStopped()]).toEqual([true, true, false]);
  });

  test('that is lost all the same makes the terminal end, to be started again', () => {
    const { app, exits } = fakeApp();
    const log = recordedLog();
    restartWithoutWindow(app, log);
    app.emit('window-all-closed');
    expect(exits).toEqual([1]);
    expect(log.codes()).toEqual(['window-lost']);
    app.emit('before-quit');
    app.emit('window-all-closed');
    expect(exits).toEqual([1]);
  });

  test('has no menu bar', () => {
    const menus: unknown[] = [];
    removeMenuBar({ setApplicationMenu: (menu) => void menus.push(menu) });
    expect(menus).toEqual([null]);
  });
});

describe('The application', () => {
  test('runs once', () => {
    const log = recordedLog();
    expect(claimSingleInstance({ requestSingleInstanceLock: () => true } as unknown as App, log)).toBe(true);
    expect(log.lines).toEqual([]);
    expect(claimSingleInstance({ requestSingleInstanceLock: () => false } as unknown as App, log)).toBe(
      false,
    );
    expect(log.codes()).toEqual(['second-instance']);
  });

  test('never lets Chromium put two visits into one process, whoever asked for it', () => {
    const switches = new Map<string, string | undefined>([
      ['process-per-site', ''],
      ['single-process', ''],
    ]);
    setSwitches({
      appendSwitch: (name: string, value?: string) => void switches.set(name, value),
      removeSwitch: (name: string) => void switches.delete(name),
    } as unknown as CommandLine);
    expect(switches.has('process-per-site')).toBe(false);
    expect(switches.has('single-process')).toBe(false);
    expect(switches.has('disable-pinch')).toBe(true);
    expect(switches.get('overscroll-history-navigation')).toBe('0');
    expect(switches.has('disable-backgrounding-occluded-windows')).toBe(true);
  });

  test('logs a helper of Chromium that died, and not one that was done', () => {
    const { app } = fakeApp();
    const log = recordedLog();
    logHelperProcesses(app, log);
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139 });
    app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 });
    expect(log.lines.map((line) => line.facts)).toEqual([{ type: 'GPU', reason: 'crashed', exitCode: 139 }]);
  });

  test('gives a page a sandbox and nothing else, and the static page not even a preload', () => {
    const parts = { session: {} as never, developerTools: false };
    const page = seatPreferences({ ...parts, preload: '/out/preload/visitor.cjs' });
    expect(page).toMatchObject({
      preload: '/out/preload/visitor.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      devTools: false,
    });
    expect(seatPreferences({ ...parts, preload: null })).not.toHaveProperty('preload');
  });
});

test('No rule lies in the room without being applied', async () => {
  const source = join(import.meta.dirname, '../../../../src-main');
  const room = join(source, 'lockdown');
  const appliers = [
    'lockdown/rules.ts',
    'lockdown/navigation.ts',
    'services.ts',
    'services/pages.ts',
    'main.ts',
    'stage/seats.ts',
  ];
  const texts = await Promise.all(appliers.map((file) => readFile(join(source, file), 'utf8')));
  const rules = (await readdir(room)).filter((file) => file.endsWith('.ts'));
  const forgotten = rules.filter((file) => !texts.some((text) => text.includes(`/${basename(file)}'`)));
  expect(rules.length).toBeGreaterThan(15);
  expect(forgotten).toEqual([]);
});
