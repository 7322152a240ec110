import { describe, expect, test } from 'vitest';
import { callChannel } from '../../../../src-main/contract/bridge.ts';
import { failure } from '../../../../src-main/contract/failure.ts';
import { type Seat, type VisitorCall, visitorContract } from '../../../../src-main/contract/visitor.ts';
import type { Speaker } from '../../../../src-main/ipc/sender.ts';
import { postVisitorDoormen, type VisitorServices } from '../../../../src-main/ipc/visitor-doormen.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const ON_SHOW = 11;
const UNDERSTUDY = 12;
const STRANGER = 99;

/** Seats 1 (on show) and 2 (understudy) in web contents 11 and 12, and services that write down whom they served. */
function doormen(changed: Partial<VisitorServices> = {}) {
  const served: string[] = [];
  const heard: unknown[] = [];
  const log = recordedLog();
  const serve =
    (name: VisitorCall) =>
    ({ visit, seat }: { readonly visit: number; readonly seat: Seat }, input: unknown) => {
      served.push(`${name} for ${visit} ${seat}`);
      heard.push(input);
      return undefined;
    };
  const services: VisitorServices = {
    getBriefing: ({ visit, seat }) => ({
      seat,
      visit,
      edition: null,
      kept: [],
      languages: [],
      pixelsPerMm: 4,
      idle: { warnAfterMs: 90_000, warningMs: 30_000 },
      notices: [],
      statistics: false,
      maintenance: false,
      dimHours: null,
    }),
    reportReady: serve('reportReady'),
    beginVisit: serve('beginVisit'),
    endVisit: serve('endVisit'),
    openStaff: serve('openStaff'),
    reportPainted: serve('reportPainted'),
    reportProblem: serve('reportProblem'),
    countEvent: serve('countEvent'),
    getPrinter: () => 'none',
    printTicket: () => ({ kind: 'refused', why: 'none' }),
    ...changed,
  };
  const handlers = new Map<string, (event: Speaker, input: unknown) => Promise<unknown>>();
  const dismiss = postVisitorDoormen({
    port: {
      handle: (channel, listener) => void handlers.set(channel, listener),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    seats: {
      visitOf: (id) => ({ [ON_SHOW]: 1, [UNDERSTUDY]: 2 })[id] ?? null,
      placeOf: (visit) => (visit === 1 ? 'on-show' : visit === 2 ? 'understudy' : null),
    },
    services,
    log,
  });
  const call = (name: VisitorCall, from: Speaker, input?: unknown) => {
    const handler = handlers.get(callChannel(name));
    if (!handler) throw new Error(`Nobody stands at ${name}.`);
    return handler(from, input);
  };
  return { call, served, heard, log, handlers, dismiss };
}

function mainFrameOf(id: number, origin = 'kiosk://visitor'): Speaker {
  const frame = { origin };
  return { sender: { id, mainFrame: frame }, senderFrame: frame };
}

describe('A call is answered', () => {
  test('for every name of the contract, and for no other', () => {
    const { handlers, dismiss } = doormen();
    const channels = Object.keys(visitorContract.calls).map(callChannel);
    expect([...handlers.keys()].sort()).toEqual(channels.sort());
    dismiss();
    expect(handlers.size).toBe(0);
  });

  test('with what the service says, for the seat that asks', async () => {
    const { call } = doormen();
    expect(await call('getBriefing', mainFrameOf(ON_SHOW))).toMatchObject({
      ok: true,
      value: { seat: 'on-show', visit: 1 },
    });
    expect(await call('getBriefing', mainFrameOf(UNDERSTUDY))).toMatchObject({
      ok: true,
      value: { seat: 'understudy', visit: 2 },
    });
  });

  test('with what was agreed and nothing more reaching the service', async () => {
    const { call, heard } = doormen();
    expect(await call('endVisit', mainFrameOf(ON_SHOW), { reason: 'done' })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(heard).toEqual([{ reason: 'done' }]);
  });
});

describe('A call is not answered', () => {
  const inner = { origin: 'kiosk://visitor' };
  test.each<[string, Speaker]>([
    ['web contents that are no seat', mainFrameOf(STRANGER)],
    ['another origin', mainFrameOf(ON_SHOW, 'https://example.com')],
    ['another host of our scheme', mainFrameOf(ON_SHOW, 'kiosk://staff')],
    ['an origin that only begins like ours', mainFrameOf(ON_SHOW, 'kiosk://visitor.example')],
    ['a page from disk', mainFrameOf(ON_SHOW, 'file://')],
    [
      'a frame inside the page',
      { sender: { id: ON_SHOW, mainFrame: { origin: 'kiosk://visitor' } }, senderFrame: inner },
    ],
    ['a frame that is gone', { sender: { id: ON_SHOW, mainFrame: inner }, senderFrame: null }],
  ])('from %s', async (_who, from) => {
    const { call, served, log } = doormen();
    for (const name of Object.keys(visitorContract.calls) as VisitorCall[]) {
      expect(await call(name, from, { reason: 'done' })).toMatchObject({ ok: false, code: 'not-allowed' });
    }
    expect(served).toEqual([]);
    expect(log.codes()).toContain('call-refused');
  });

  test.each<[VisitorCall, unknown]>([
    ['beginVisit', { language: 'fr' }],
    ['endVisit', { reason: 'done' }],
  ])('from the understudy when it is %s', async (name, input) => {
    const { call, served } = doormen();
    expect(await call(name, mainFrameOf(UNDERSTUDY), input)).toMatchObject({ code: 'not-allowed' });
    expect(await call(name, mainFrameOf(ON_SHOW), input)).toMatchObject({ ok: true });
    expect(served).toEqual([`${name} for 1 on-show`]);
  });

  test.each<[VisitorCall, unknown]>([
    ['getBriefing', 'please'],
    ['reportReady', undefined],
    ['reportReady', { seq: '1', source: 'catalogue' }],
    ['beginVisit', { language: 'français' }],
    ['beginVisit', { language: 'fr', name: 'Jeanne' }],
    ['endVisit', { reason: 'bored' }],
    ['endVisit', []],
    ['reportPainted', { beat: -1 }],
    ['reportPainted', { beat: Number.NaN }],
    ['reportProblem', { code: 'script-error', detail: 'x'.repeat(201) }],
    ['reportProblem', { code: 'mood', detail: '' }],
  ])('%s with %j', async (name, input) => {
    const { call, served, log } = doormen();
    expect(await call(name, mainFrameOf(ON_SHOW), input)).toMatchObject({ ok: false, code: 'bad-input' });
    expect(served).toEqual([]);
    // The log says where the input is wrong, never what was in it.
    expect(log.lines).toMatchObject([{ code: 'call-malformed', facts: { call: name } }]);
    expect(JSON.stringify(log.lines)).not.toContain('Jeanne');
  });
});

describe('A service that fails', () => {
  test('by throwing is "internal" to the page, and written down', async () => {
    const { call, log } = doormen({
      endVisit: () => {
        throw new Error('the disk is gone\n    at some line');
      },
    });
    const answer = await call('endVisit', mainFrameOf(ON_SHOW), { reason: 'done' });
    expect(failure.parse(answer)).toMatchObject({ code: 'internal', retryable: true });
    expect(JSON.stringify(answer)).not.toContain('disk');
    expect(log.lines[0]).toMatchObject({ code: 'call-failed' });
    expect(log.lines[0]?.sentence).toContain('the disk is gone');
    expect(log.lines[0]?.sentence).not.toContain('some line');
  });

  test('by rejecting, too', async () => {
    const { call } = doormen({ getBriefing: () => Promise.reject(new Error('no')) });
    expect(await call('getBriefing', mainFrameOf(ON_SHOW))).toMatchObject({ code: 'internal' });
  });

  test('by saying something that was not agreed is "bad-output"', async () => {
    const { call, log } = doormen({
      getBriefing: ({ visit, seat }) => ({
        seat,
        visit,
        edition: { seq: 1, manifest: 'not a digest' },
        kept: [],
        languages: [],
        pixelsPerMm: 4,
        idle: { warnAfterMs: 1, warningMs: 1 },
        notices: [],
        statistics: false,
        maintenance: false,
        dimHours: null,
      }),
    });
    expect(await call('getBriefing', mainFrameOf(ON_SHOW))).toMatchObject({ ok: false, code: 'bad-output' });
    expect(log.lines).toMatchObject([{ code: 'answer-malformed', facts: { place: 'edition.manifest' } }]);
  });
});
