import { EventEmitter } from 'node:events';
import type { BaseWindow, Session } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createSeats } from '../../../../src-main/stage/seats.ts';
import type { GoneReason } from '../../../../src-main/stage/state.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const electron = vi.hoisted(() => ({ made: [] as unknown[] }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class Contents extends Emitter {
    id = electron.made.length + 1;
    processId = 0;
    sent: unknown[] = [];
    loaded = '';
    isClosed = false;
    getOSProcessId = () => (this.isClosed ? 0 : this.processId);
    isDestroyed = () => this.isClosed;
    isCrashed = () => this.processId === 0;
    focus = () => {};
    send = (...message: unknown[]) => void this.sent.push(message);
    loadURL = (url: string) => {
      this.loaded = url;
      return Promise.reject(new Error('reported elsewhere'));
    };
    close = () => {
      this.isClosed = true;
    };
  }
  class WebContentsView {
    webContents = new Contents();
    preferences: unknown;
    bounds: unknown;
    constructor({ webPreferences }: { webPreferences: unknown }) {
      this.preferences = webPreferences;
      electron.made.push(this);
    }
    setBackgroundColor = () => {};
    setBounds = (bounds: unknown) => {
      this.bounds = bounds;
    };
  }
  return { WebContentsView, screen: {}, BaseWindow: class {} };
});

type MadeView = {
  readonly webContents: EventEmitter & {
    id: number;
    processId: number;
    readonly sent: unknown[];
    readonly loaded: string;
    readonly isClosed: boolean;
  };
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly bounds: unknown;
};

/** The nth view that was made, from 0. */
const view = (at: number) => electron.made[at] as MadeView;

function seatsInWindow() {
  const children: unknown[] = [];
  const size = { width: 1080, height: 1920 };
  const window = Object.assign(new EventEmitter(), {
    getContentBounds: () => ({ x: 0, y: 0, ...size }),
    contentView: {
      addChildView: (child: unknown, at = children.length) => {
        if (children.includes(child)) children.splice(children.indexOf(child), 1);
        children.splice(at, 0, child);
      },
      removeChildView: (child: unknown) => void children.splice(children.indexOf(child), 1),
    },
  });
  const [clock, log] = [handClock(), recordedLog()];
  const living = new Set<number>();
  const killed: number[] = [];
  const gone: [number, GoneReason][] = [];
  const wiped: number[] = [];
  const seats = createSeats({
    window: window as unknown as BaseWindow,
    session: {} as Session,
    preload: '/preload.cjs',
    preparingPreload: '/preparing.cjs',
    pixelsPerMm: 3.5,
    developerTools: false,
    processes: { isAlive: (id) => living.has(id), kill: (id) => void killed.push(id) },
    clock,
    log,
    onGone: (visit, reason) => void gone.push([visit, reason]),
    onDismissed: () => {},
    onWiped: (visit) => void wiped.push(visit),
  });
  /** Builds a visitor's seat whose page has loaded in a process. */
  const seatIn = (visit: number, processId: number) => {
    seats.build(visit, 'visitor');
    const made = view(electron.made.length - 1);
    made.webContents.processId = processId;
    living.add(processId);
    made.webContents.emit('did-navigate', {}, '', 200);
    return made;
  };
  return { seats, seatIn, children, window, size, clock, log, living, killed, gone, wiped };
}

beforeEach(() => {
  electron.made.length = 0;
});

describe('A seat', () => {
  test('is built behind the others and comes on top when it is raised', () => {
    const { seats, children } = seatsInWindow();
    seats.build(1, 'visitor');
    seats.build(2, 'visitor');
    expect(children).toEqual([view(1), view(0)]);
    seats.raise(2);
    expect(children).toEqual([view(0), view(1)]);
  });

  test('is as large as the window, as measured, and follows it', () => {
    const { seats, window, size } = seatsInWindow();
    seats.build(1, 'visitor');
    expect(view(0).bounds).toEqual({ x: 0, y: 0, width: 1080, height: 1920 });
    Object.assign(size, { width: 1079, height: 1919 });
    window.emit('resize');
    expect(view(0).bounds).toEqual({ x: 0, y: 0, width: 1079, height: 1919 });
  });

  test('of the static page has a preload that only looks for corners, and is no caller', () => {
    const { seats } = seatsInWindow();
    seats.build(1, 'visitor');
    seats.build(2, 'preparing');
    expect(view(0).preferences['preload']).toBe('/preload.cjs');
    expect(view(1).preferences['preload']).toBe('/preparing.cjs');
    expect(view(1).preferences['additionalArguments']).toEqual(['--openfloor-pixels-per-mm=3.5']);
    expect([view(0).webContents.loaded, view(1).webContents.loaded]).toEqual([
      'kiosk://visitor/visitor/index.html',
      'kiosk://visitor/visitor/preparing.html',
    ]);
    expect([seats.visitOf(1), seats.visitOf(2), seats.visitOf(3)]).toEqual([1, null, null]);
    expect([1, 2, 3].map(seats.preparingVisitOf)).toEqual([null, 2, null]);
    seats.dismiss(2);
    expect(seats.preparingVisitOf(2)).toBeNull();
  });

  test('hears what it is told on the channel of the event, unless its process is gone', () => {
    const { seats, seatIn } = seatsInWindow();
    const { webContents } = seatIn(1, 501);
    seats.tell(1, 'areYouAlive', { beat: 7 });
    webContents.processId = 0;
    seats.tell(1, 'areYouAlive', { beat: 8 });
    seats.tell(99, 'areYouAlive', { beat: 9 });
    expect(webContents.sent).toEqual([['visitor:event:areYouAlive', { beat: 7 }]]);
  });
});

describe('A seat is reported as gone when', () => {
  test.each<[string, readonly unknown[], GoneReason]>([
    ['render-process-gone', [{}, { reason: 'crashed' }], 'crashed'],
    ['unresponsive', [], 'unresponsive'],
    ['did-navigate', [{}, 'kiosk://visitor/visitor/index.html', 404], 'not-loaded'],
    ['did-fail-load', [{}, -6, 'ERR_FILE_NOT_FOUND', '', true], 'not-loaded'],
  ])('%s happens to it, and not after it was dismissed', (name, given, reason) => {
    const { seats, gone } = seatsInWindow();
    seats.build(1, 'visitor');
    view(0).webContents.emit(name, ...given);
    expect(gone).toEqual([[1, reason]]);
    seats.dismiss(1);
    view(0).webContents.emit(name, ...given);
    expect(gone).toHaveLength(1);
  });

  test('but not when only something inside its page fails to load', () => {
    const { seats, gone } = seatsInWindow();
    seats.build(1, 'visitor');
    view(0).webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', '', false);
    expect(gone).toEqual([]);
  });

  test('it shares the process of another seat, or of a visit that has just ended', () => {
    const { seats, seatIn, gone, clock, living } = seatsInWindow();
    seatIn(1, 501);
    seatIn(2, 501);
    expect(gone).toEqual([[2, 'shared-process']]);
    seats.dismiss(2);
    seats.dismiss(1);
    seatIn(3, 501);
    expect(gone.at(-1)).toEqual([3, 'shared-process']);
    seats.dismiss(3);
    // Once the process is known to be dead its number means nothing any more.
    living.clear();
    clock.pass(500);
    seatIn(4, 501);
    expect(gone).toHaveLength(2);
  });
});

describe('The process of an ended visit', () => {
  test('is closed at once, and that is enough when it dies', () => {
    const { seats, seatIn, clock, living, killed, children } = seatsInWindow();
    const { webContents } = seatIn(1, 501);
    seats.dismiss(1);
    expect([webContents.isClosed, children, seats.processOf(1)]).toEqual([true, [], null]);
    living.delete(501);
    clock.pass(1_000);
    expect(killed).toEqual([]);
  });

  test('is killed when it still lives after half a second, and that is logged', () => {
    const { seats, seatIn, clock, killed, living, log, wiped } = seatsInWindow();
    seatIn(1, 501);
    seats.dismiss(1);
    clock.pass(499);
    expect(killed).toEqual([]);
    clock.pass(1);
    expect(killed).toEqual([501]);
    expect(log.lines).toMatchObject([{ code: 'process-outlived-visit', facts: { process: 501 } }]);
    expect(wiped).toEqual([]);
    living.delete(501);
    clock.pass(500);
    expect(wiped).toEqual([1]);
  });

  test('is not called wiped while it lives', () => {
    const { seats, seatIn, clock, living, wiped } = seatsInWindow();
    seatIn(1, 501);
    seatIn(2, 502);
    seats.dismiss(1);
    seats.dismiss(2);
    living.delete(502);
    clock.pass(5_000);
    expect(wiped).toEqual([2]);
  });

  test('is not killed under the feet of the visitor on show, when it was an understudy that shared', () => {
    const { seats, seatIn, clock, killed } = seatsInWindow();
    seatIn(1, 501);
    seatIn(2, 501);
    seats.dismiss(2);
    clock.pass(1_000);
    expect(killed).toEqual([]);
  });

  test('can still be named in the log when it has crashed', () => {
    const { seats, seatIn } = seatsInWindow();
    seatIn(1, 501).webContents.processId = 0;
    expect(seats.processOf(1)).toBe(501);
  });
});
