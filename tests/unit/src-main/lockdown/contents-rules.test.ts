import { describe, expect, test } from 'vitest';
import { forbidContextMenu } from '../../../../src-main/lockdown/context-menu.ts';
import { forbidDragging } from '../../../../src-main/lockdown/dragging.ts';
import { guardKeys } from '../../../../src-main/lockdown/keys.ts';
import { forbidStaying } from '../../../../src-main/lockdown/leaving.ts';
import { forbidNavigation } from '../../../../src-main/lockdown/navigation.ts';
import { forbidPeerConnections } from '../../../../src-main/lockdown/webrtc.ts';
import { forbidWebviews } from '../../../../src-main/lockdown/webviews.ts';
import { forbidWindows } from '../../../../src-main/lockdown/windows.ts';
import { fixZoom } from '../../../../src-main/lockdown/zoom.ts';
import { FakeContents, stoppableEvent } from '../../../fakes/fake-contents.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

describe('A page cannot be left', () => {
  test.each([
    'https://example.com/',
    'file:///etc/passwd',
    'kiosk://visitor/visitor/index.html',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
  ])('for %s, by a link, a redirect or a frame', (url) => {
    const [contents, log] = [new FakeContents(), recordedLog()];
    forbidNavigation(contents.asContents(), log);
    const events = {
      'will-navigate': stoppableEvent({ url, isMainFrame: true }),
      'will-redirect': stoppableEvent({ url, isMainFrame: true }),
      'will-frame-navigate': stoppableEvent({ url, isMainFrame: false }),
    };
    for (const [name, event] of Object.entries(events)) {
      contents.emit(name, event);
      expect(event.wasStopped(), name).toBe(true);
    }
    expect(log.codes()).toEqual(['navigation-blocked', 'navigation-blocked', 'navigation-blocked']);
  });

  test('and the log tells where to, but not with which words', () => {
    const [contents, log] = [new FakeContents(), recordedLog()];
    forbidNavigation(contents.asContents(), log);
    contents.emit('will-navigate', stoppableEvent({ url: 'https://example.com/search?q=jeanne' }));
    expect(log.lines[0]?.facts).toEqual({ origin: 'https://example.com' });
  });

  test('for a second window', () => {
    const [contents, log] = [new FakeContents(), recordedLog()];
    forbidWindows(contents.asContents(), log);
    expect(contents.openHandler({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(log.codes()).toEqual(['window-blocked']);
  });

  test('by asking whether to leave', () => {
    const contents = new FakeContents();
    forbidStaying(contents.asContents());
    const event = stoppableEvent({});
    contents.emit('will-prevent-unload', event);
    expect(event.wasStopped()).toBe(true);
  });
});

describe('A page has', () => {
  test('no webviews and no context menu', () => {
    const contents = new FakeContents();
    forbidWebviews(contents.asContents());
    forbidContextMenu(contents.asContents());
    for (const name of ['will-attach-webview', 'context-menu']) {
      const event = stoppableEvent({});
      contents.emit(name, event);
      expect(event.wasStopped(), name).toBe(true);
    }
  });

  test('one zoom, however it is pinched', () => {
    const contents = new FakeContents();
    fixZoom(contents.asContents());
    contents.emit('did-finish-load');
    expect([contents.zoomFactor, contents.set['pinch']]).toEqual([1, [1, 1]]);
    contents.zoomFactor = 3;
    contents.emit('zoom-changed');
    expect(contents.zoomFactor).toBe(1);
  });

  test('nothing that can be dragged out, and no connection to peers', () => {
    const contents = new FakeContents();
    forbidDragging(contents.asContents());
    forbidPeerConnections(contents.asContents());
    contents.emit('dom-ready');
    expect(contents.set['css']).toContain('-webkit-user-drag: none');
    expect(contents.set['webRtc']).toBe('disable_non_proxied_udp');
  });

  test('keys that type, and none that steer', () => {
    const contents = new FakeContents();
    let quits = 0;
    guardKeys(contents.asContents(), true, () => {
      quits += 1;
    });
    const input = { type: 'keyDown', control: true, alt: false, shift: false, meta: false };
    const [steering, typing] = [stoppableEvent({}), stoppableEvent({})];
    contents.emit('before-input-event', steering, { ...input, key: 'q' });
    contents.emit('before-input-event', typing, { ...input, control: false, key: 'q' });
    expect([steering.wasStopped(), typing.wasStopped(), quits]).toEqual([true, false, 0]);
  });
});
