import { protocol, type Session } from 'electron';
import { KIOSK_SCHEME } from '../contract/urls.ts';
import type { KioskAnswer, KioskServer, OnUnreadable } from '../store/serving/kiosk-server.ts';
import type { ByteSpan, Files } from './files.ts';

/**
 * Makes `kiosk://` a real origin: relative addresses, fetch, video and cached bytecode work in it. It must be called
 * before Electron is ready. The policy of a page is never bypassed.
 */
export function claimKioskScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: KIOSK_SCHEME,
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
}

/** What serving needs. */
export type ServingParts = {
  readonly server: KioskServer;
  readonly files: Pick<Files, 'read'>;
  /** Told the file when the disk fails in the middle of it. */
  readonly onUnreadable: OnUnreadable;
};

/** Answers every `kiosk://` request of a session; bytes go from disk to the page piece by piece. */
export function serveKiosk(session: Session, parts: ServingParts): void {
  session.protocol.handle(KIOSK_SCHEME, async (request) => {
    const { method, url, headers } = request;
    const answer = await parts.server({ method, url, range: headers.get('range') });
    return new Response(bodyOf(answer, parts), { status: answer.status, headers: { ...answer.headers } });
  });
}

function bodyOf({ body }: KioskAnswer, parts: ServingParts): ReadableStream<Uint8Array> | string | null {
  if (body.kind === 'none') return null;
  return body.kind === 'sentence' ? body.text : streamOf(parts, body.file, body.span);
}

/** Pulls one piece at a time; when the page loses interest the file is closed. */
function streamOf(
  { files, onUnreadable }: ServingParts,
  file: string,
  span: ByteSpan,
): ReadableStream<Uint8Array> {
  const pieces = files.read(file, span);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        onUnreadable(file, error);
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
