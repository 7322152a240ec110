import { afterEach, expect, test, vi } from 'vitest';
import type { VisitorBridge } from '../../../../src-main/contract/bridge.ts';
import { visitorContract } from '../../../../src-main/contract/visitor.ts';
import { bridgeOfWindow } from '../../../../src-renderer/kiosk/bridge-of-window.ts';
import { browserTwin } from '../../../../src-renderer/kiosk/browser-twin.ts';
import { KioskFailure } from '../../../../src-renderer/kiosk/connect.ts';
import { connectKiosk } from '../../../../src-renderer/kiosk/kiosk.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const twin = browserTwin({ read: async () => new Response(null, { status: 404 }), tell: () => {} });

/** A bridge that answers `beginVisit` like this. */
const answering = (beginVisit: () => Promise<unknown>): VisitorBridge => ({
  ...twin,
  calls: { ...twin.calls, beginVisit: beginVisit as VisitorBridge['calls']['beginVisit'] },
});

const failureOf = async (beginVisit: () => Promise<unknown>): Promise<KioskFailure> => {
  const outcome = await connectKiosk(answering(beginVisit))
    .beginVisit({ language: 'fr' })
    .then(
      () => null,
      (error: unknown) => error,
    );
  if (outcome instanceof KioskFailure) return outcome;
  throw new Error('The call did not fail as it should.');
};

test('a call hands its input over and resolves to the value', async () => {
  const beginVisit = vi.fn(async () => ({ ok: true, value: undefined }));
  await expect(connectKiosk(answering(beginVisit)).beginVisit({ language: 'nl' })).resolves.toBeUndefined();
  expect(beginVisit).toHaveBeenCalledWith({ language: 'nl' });
});

test('every call of the contract is there, and nothing else beside "on"', () => {
  expect(Object.keys(connectKiosk(twin)).sort()).toEqual(
    [...Object.keys(visitorContract.calls), 'on'].sort(),
  );
});

test("the terminal's no becomes a failure with its code", async () => {
  const failure = await failureOf(async () => ({
    ok: false,
    code: 'not-allowed',
    message: 'Only a seat may ask.',
    retryable: false,
  }));
  expect(failure).toMatchObject({
    call: 'beginVisit',
    code: 'not-allowed',
    message: 'Only a seat may ask.',
    retryable: false,
  });
});

test('a terminal that does not answer may be asked again, and its stack trace stays behind the glass', async () => {
  const failure = await failureOf(async () => {
    throw new Error('Error invoking remote method: at /opt/main.js:12');
  });
  expect(failure).toMatchObject({ code: 'unavailable', retryable: true });
  expect(failure.message).toBe('The terminal did not answer "beginVisit".');
  expect(failure.cause).toBeUndefined();
});

test.each([undefined, null, 'yes', { ok: false }, { value: 1 }])(
  'the answer %j is a failure',
  async (answer) => {
    expect(await failureOf(async () => answer)).toMatchObject({ code: 'bad-output', retryable: false });
  },
);

test('an event reaches its listener until its "off" is called', () => {
  const listeners = new Set<(payload: { seat: 'on-show' | 'understudy' }) => void>();
  const { on } = connectKiosk({
    ...twin,
    on: {
      ...twin.on,
      seatChanged: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  const heard: string[] = [];
  const off = on.seatChanged(({ seat }) => heard.push(seat));
  for (const listener of listeners) listener({ seat: 'on-show' });
  off();
  for (const listener of listeners) listener({ seat: 'understudy' });
  expect(heard).toEqual(['on-show']);
});

test('a preload of another build is noticed at once, by the names that are missing', () => {
  const { beginVisit: _, ...calls } = twin.calls;
  expect(() => connectKiosk({ ...twin, calls } as VisitorBridge)).toThrow(/lacks beginVisit:/);
});

test('the bridge is taken from the window, or its absence is said in a sentence', () => {
  vi.stubGlobal('window', { kioskBridge: twin });
  expect(bridgeOfWindow()).toBe(twin);
  vi.stubGlobal('window', {});
  expect(() => bridgeOfWindow()).toThrow(/no bridge to a terminal/);
});
