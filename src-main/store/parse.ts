import type { z } from 'zod';

/** JSON that was read, with the number of its format (0 when it names none). */
export type ReadJson =
  | { readonly ok: true; readonly json: unknown; readonly schema: number }
  | { readonly ok: false };

/** Parses pieces of UTF-8 as JSON; bytes that are not UTF-8 are as bad as text that is not JSON. */
export function parseJson(pieces: readonly Uint8Array[]): ReadJson {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    const json: unknown = JSON.parse(text);
    const schema =
      typeof json === 'object' && json !== null && 'schema' in json && typeof json.schema === 'number'
        ? json.schema
        : 0;
    return { ok: true, json, schema };
  } catch {
    return { ok: false };
  }
}

/** The first thing a schema complained about, with its place: `files.3.sha256: a SHA-256 is 64 hexadecimal digits`. */
export function whatIsWrong(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'its shape is wrong';
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;
}
