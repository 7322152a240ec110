import type { Session } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import type { Files } from '../../../../src-main/platform/files.ts';
import { claimKioskScheme, serveKiosk } from '../../../../src-main/platform/kiosk-protocol.ts';
import type { KioskAnswer } from '../../../../src-main/store/serving/kiosk-server.ts';

const claimed = vi.hoisted(() => [] as unknown[]);
vi.mock('electron', () => ({
  protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => void claimed.push(...schemes) },
}));

/** A disk whose files never end, and which knows how many are open. */
function endlessFiles() {
  let open = 0;
  const files: Files = {
    list: () => Promise.resolve([]),
    facts: () => Promise.reject(new Error('not asked')),
    read: async function* () {
      open += 1;
      try {
        for (;;) yield new Uint8Array(1024);
      } finally {
        open -= 1;
      }
    },
  };
  return { files, open: () => open };
}

function handlerWith(answer: KioskAnswer, files: Files, onUnreadable: (file: string) => void = () => {}) {
  let handler: ((request: Request) => Promise<Response>) | undefined;
  const protocol = {
    handle: (scheme: string, given: (request: Request) => Promise<Response>) => {
      if (scheme === 'kiosk') handler = given;
    },
  };
  serveKiosk({ protocol } as unknown as Session, {
    server: () => Promise.resolve(answer),
    files,
    onUnreadable,
  });
  return (url: string) => {
    if (!handler) throw new Error('Nobody answers kiosk://.');
    return handler({ url, method: 'GET', headers: new Headers() } as Request);
  };
}

describe('The kiosk’s own scheme', () => {
  test('is a real, secure origin whose policies are never bypassed', () => {
    claimKioskScheme();
    expect(claimed).toMatchObject([
      {
        scheme: 'kiosk',
        privileges: {
          standard: true,
          secure: true,
          supportFetchAPI: true,
          stream: true,
          codeCache: true,
          bypassCSP: false,
        },
      },
    ]);
  });

  test('answers with status, headers and sentence', async () => {
    const answer: KioskAnswer = {
      status: 404,
      headers: { 'X-Why': 'no' },
      body: { kind: 'sentence', text: 'Nothing.' },
    };
    const response = await handlerWith(answer, endlessFiles().files)('kiosk://visitor/x');
    expect([response.status, response.headers.get('x-why'), await response.text()]).toEqual([
      404,
      'no',
      'Nothing.',
    ]);
  });

  test('closes a film as soon as nobody watches it any more', async () => {
    const { files, open } = endlessFiles();
    const answer: KioskAnswer = {
      status: 200,
      headers: {},
      body: { kind: 'file', file: 'film', span: { start: 0, end: 9 } },
    };
    const response = await handlerWith(answer, files)('kiosk://visitor/film');
    const reader = response.body?.getReader();
    await reader?.read();
    expect(open()).toBe(1);
    await reader?.cancel();
    expect(open()).toBe(0);
  });

  test('breaks off, and says so, when the disk fails in the middle of a film', async () => {
    const files: Files = {
      ...endlessFiles().files,
      read: async function* () {
        yield new Uint8Array(4);
        throw new Error('input/output');
      },
    };
    const answer: KioskAnswer = {
      status: 200,
      headers: {},
      body: { kind: 'file', file: 'film', span: { start: 0, end: 9 } },
    };
    const unreadable: string[] = [];
    const response = await handlerWith(
      answer,
      files,
      (file) => void unreadable.push(file),
    )('kiosk://visitor/film');
    await expect(response.arrayBuffer()).rejects.toThrow();
    expect(unreadable).toEqual(['film']);
  });
});
