import { expect, test, vi } from 'vitest';
import { failure } from '../../../../src-main/contract/failure.ts';
import { visitorContract } from '../../../../src-main/contract/visitor.ts';
import { type BrowserTwinOptions, browserTwin } from '../../../../src-renderer/kiosk/browser-twin.ts';
import { catalogueEdition } from '../../../builders/catalogue-edition.ts';

/** A development server that holds one edition. */
function served(): Required<Pick<BrowserTwinOptions, 'read'>> & { manifest: string } {
  const edition = catalogueEdition({ seq: 4 });
  const { manifest } = edition.edition;
  return {
    manifest,
    read: async (url) => {
      if (url === '/edition/4/manifest.json') return edition.fetchManifest();
      if (url === '/edition.json') {
        return Response.json({ schema: 1, seq: 4, manifest: { sha256: manifest, length: 1 } });
      }
      return new Response(null, { status: 404 });
    },
  };
}

const briefingOf = async (options: BrowserTwinOptions) => {
  const answer = await browserTwin(options).calls.getBriefing(undefined);
  if (!answer.ok) throw new Error(answer.message);
  return visitorContract.calls.getBriefing.output.parse(answer.value);
};

test('a browser is briefed like a terminal on show, with the edition the server holds', async () => {
  const { read, manifest } = served();
  expect(await briefingOf({ read })).toMatchObject({
    seat: 'on-show',
    visit: 1,
    edition: { seq: 4, manifest },
    languages: ['fr', 'nl'],
    idle: { warnAfterMs: 90_000, warningMs: 30_000 },
  });
});

test('what a test or the gallery chooses goes before', async () => {
  const { read } = served();
  const idle = { warnAfterMs: 1_000, warningMs: 20_000 };
  expect(await briefingOf({ read, seat: 'understudy', languages: ['nl', 'fr'], idle })).toMatchObject({
    seat: 'understudy',
    languages: ['nl', 'fr'],
    idle,
  });
});

test.each([
  ['nothing is served', async () => new Response(null, { status: 404 }), /answered 404/],
  ['something else is served', async () => Response.json({ hello: 1 }), /not the pointer of an edition/],
  ['the server is gone', async () => Promise.reject(new Error('refused')), /refused/],
])('without an edition, because %s, the page learns that there is none', async (_, read, sentence) => {
  const tell = vi.fn();
  expect(await briefingOf({ read, tell })).toMatchObject({ edition: null, languages: [] });
  expect(tell).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(sentence));
});

test('the end of a visit loads the page again, and problems go to the console', async () => {
  const reload = vi.fn();
  const tell = vi.fn();
  const { calls } = browserTwin({ reload, tell });
  await calls.reportProblem({ code: 'document-missing', detail: 'employment/first-interview' });
  expect(tell).toHaveBeenCalledWith('Problem document-missing: employment/first-interview');
  expect(reload).not.toHaveBeenCalled();
  await calls.endVisit({ reason: 'done' });
  expect(reload).toHaveBeenCalledOnce();
});

test('every answer of the twin is one the contract knows', async () => {
  const { calls } = browserTwin({ ...served(), reload: () => {}, tell: () => {} });
  const answers = {
    getBriefing: await calls.getBriefing(undefined),
    reportReady: await calls.reportReady({ seq: 4, source: 'catalogue' }),
    beginVisit: await calls.beginVisit({ language: 'fr' }),
    endVisit: await calls.endVisit({ reason: 'idle' }),
    openStaff: await calls.openStaff(undefined),
    reportPainted: await calls.reportPainted({ beat: 1 }),
    reportProblem: await calls.reportProblem({ code: 'script-error', detail: 'x' }),
    countEvent: await calls.countEvent({ event: 'document-opened', language: 'fr' }),
    getPrinter: await calls.getPrinter(undefined),
    printTicket: await calls.printTicket({ ticket: { language: 'fr', title: 'x', sections: [] } }),
  } satisfies Record<keyof typeof calls, unknown>;
  for (const [name, call] of Object.entries(visitorContract.calls)) {
    const answer = answers[name as keyof typeof answers];
    expect(failure.safeParse(answer).success, name).toBe(false);
    if (answer.ok) expect(() => call.output.parse(answer.value), name).not.toThrow();
  }
});

test('events can be listened to and left', () => {
  const { on } = browserTwin();
  for (const listen of [on.seatChanged, on.areYouAlive]) expect(listen(() => {})()).toBeUndefined();
});
