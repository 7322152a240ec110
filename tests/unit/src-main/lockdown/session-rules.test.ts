import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { refuseDownloads } from '../../../../src-main/lockdown/downloads.ts';
import { isAllowedRequest, refuseNetwork } from '../../../../src-main/lockdown/network.ts';
import { refusePermissions } from '../../../../src-main/lockdown/permissions.ts';
import { forgetStorage } from '../../../../src-main/lockdown/storage.ts';
import { stoppableEvent } from '../../../fakes/fake-contents.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

describe('A page reaches', () => {
  test('what is ours', () => {
    expect(isAllowedRequest('kiosk://visitor/visitor/index.html', true)).toBe(true);
  });

  test.each([
    'http://127.0.0.1/',
    'https://example.com/',
    'ws://example.com/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:kiosk://visitor/1',
    'chrome://gpu/',
    'chrome-extension://abc/x.js',
    'kiosk.example://visitor/',
    'about:blank',
    'nonsense',
    '',
  ])('nothing at %j', (address) => {
    expect(isAllowedRequest(address, true)).toBe(false);
    expect(isAllowedRequest(address, false)).toBe(false);
  });

  test('the developer tools only while developing', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', false)).toBe(true);
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', true)).toBe(false);
  });
});

describe('A session', () => {
  test('cancels requests to the network, and logs no more of them than the host', () => {
    const log = recordedLog();
    let listener: (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void =
      () => {};
    const webRequest = {
      onBeforeRequest: (given: typeof listener) => {
        listener = given;
      },
    };
    refuseNetwork({ webRequest } as unknown as Session, true, log);
    const verdicts: boolean[] = [];
    for (const url of ['kiosk://visitor/assets/a.js', 'https://example.com/?q=jeanne']) {
      listener({ url }, ({ cancel }) => void verdicts.push(cancel));
    }
    expect(verdicts).toEqual([false, true]);
    expect(log.lines.map((line) => line.facts)).toEqual([{ origin: 'https://example.com' }]);
  });

  test('refuses every permission, asked for or looked up, and every device', () => {
    const kept: Record<string, (...given: unknown[]) => unknown> = {};
    const keep = (name: string) => (handler: (...given: unknown[]) => unknown) => {
      kept[name] = handler;
    };
    const session = {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
    };
    refusePermissions(session as unknown as Session, recordedLog());
    for (const permission of [
      'media',
      'geolocation',
      'fullscreen',
      'clipboard-read',
      'fileSystem',
      'idle-detection',
    ]) {
      const answers: unknown[] = [];
      kept['request']?.(null, permission, (granted: unknown) => void answers.push(granted));
      expect(answers).toEqual([false]);
      expect(kept['check']?.(null, permission)).toBe(false);
    }
    expect(kept['device']?.({ deviceType: 'hid' })).toBe(false);
  });

  test('saves no file', () => {
    const [session, log] = [new EventEmitter(), recordedLog()];
    refuseDownloads(session as unknown as Session, log);
    const event = stoppableEvent({});
    session.emit('will-download', event);
    expect(event.wasStopped()).toBe(true);
    expect(log.codes()).toEqual(['download-blocked']);
  });

  test('forgets everything but the guide in IndexedDB', async () => {
    const cleared: string[] = [];
    const clearStorageData = async ({ storages }: { storages: string[] }) => void cleared.push(...storages);
    await forgetStorage({ clearStorageData } as unknown as Session);
    expect(cleared).toContain('localstorage');
    expect(cleared).toContain('cookies');
    expect(cleared).toContain('cachestorage');
    expect(cleared).not.toContain('indexdb');
  });
});
