import { METADATA_FOLDER, TIMESTAMP_PATH } from '../../model/central-server.ts';
import * as say from '../messages.ts';
import { type Finding, wholeFile } from '../problem.ts';

/** A version that no tree will ever have: what a server says to it is what it says to everything that is not there. */
const NEVER = `${METADATA_FOLDER}/999999999.root.json`;

/** What a web server does with a tree beside giving its files: what is not there, what changes, what is for ever. */
export async function serverFindings(base: URL, blob: string | undefined): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const report = (level: Finding['level'], path: string, words: say.Words): void => {
    findings.push({ level, ...wholeFile(path), ...words });
  };
  const ask = async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
    const response = await fetch(new URL(path, base), { headers, redirect: 'manual' });
    await response.body?.cancel();
    return response;
  };
  const absent = await ask(NEVER);
  if (absent.status !== 404 && absent.status !== 403)
    report('error', NEVER, say.serverHidesAbsence(absent.status));

  const timestamp = await ask(TIMESTAMP_PATH);
  const etag = timestamp.headers.get('etag');
  const caching = timestamp.headers.get('cache-control') ?? '';
  if (!/no-cache|no-store|max-age=0/.test(caching))
    report('warning', TIMESTAMP_PATH, say.serverKeepsTimestamp(caching));
  if (etag === null) report('warning', TIMESTAMP_PATH, say.serverWithoutEtag);
  else if ((await ask(TIMESTAMP_PATH, { 'If-None-Match': etag })).status !== 304) {
    report('warning', TIMESTAMP_PATH, say.serverWithoutEtag);
  }
  if (blob !== undefined) {
    const part = await ask(blob, { Range: 'bytes=0-0' });
    if (part.status !== 206) report('warning', blob, say.serverWithoutRanges(part.status));
  }
  const list = await fetch(new URL('metadata/', base), { redirect: 'manual' });
  if (list.ok && (await list.text()).includes('timestamp.json'))
    report('warning', 'metadata/', say.serverListsFolders);
  else await list.body?.cancel().catch(() => undefined);
  return findings;
}
