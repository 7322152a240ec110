import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { previewState } from '../../../../../content/model/preview.ts';
import { livingGuide } from '../../../../../content/publisher/preview/living-guide.ts';
import { type PreviewServer, servePreview } from '../../../../../content/publisher/preview/server.ts';
import { readSources } from '../../../../../content/publisher/steps/read-sources.ts';
import { fixture, removeTemporary } from '../guide-under-test.ts';

const sources = await readSources(await fixture());
await removeTemporary();

const running: PreviewServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(at: string | null = null) {
  const guide = livingGuide({ folder: 'content/guide', at, read: async () => sources });
  const server = await servePreview(guide, new Map(), 0);
  running.push(server);
  return { guide, server };
}

/** The states of a stream of events, one after the other. */
async function* statesOf(url: string) {
  const response = await fetch(`${url}events`);
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      if (event.startsWith('data: ')) yield previewState.parse(JSON.parse(event.slice(6)));
    }
  }
}

test('whoever listens hears how things are, and then of every change', async () => {
  const { guide, server } = await start('2027-01-15T09:00');
  const states = statesOf(server.url);
  expect((await states.next()).value).toMatchObject({ edition: null, at: '2027-01-15T09:00' });
  await guide.look(7);
  expect((await states.next()).value).toMatchObject({ edition: 1, changedAt: 7, problems: [] });
  await states.return(undefined);
});

test('it listens on this computer only, and stops although somebody still listens', async () => {
  const { server } = await start();
  expect(new URL(server.url).hostname).toBe('127.0.0.1');
  // Another address of the same computer: nothing listens there, not even to refuse.
  await expect(fetch(server.url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow();
  const states = statesOf(server.url);
  await states.next();
  await server.stop();
  running.pop();
  await expect(states.next()).rejects.toThrow();
  await expect(fetch(server.url)).rejects.toThrow();
});

test('a port that is taken is reported by the computer’s own code', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const guide = livingGuide({ folder: 'guide', at: null, read: async () => sources });
  await expect(servePreview(guide, new Map(), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise<void>((resolve) => other.close(() => resolve()));
});
