import type { ByteSpan } from '../../platform/files.ts';

/** What a `Range` header asks of a file of a known length. */
export type RangeAnswer =
  | { readonly kind: 'whole' }
  | { readonly kind: 'span'; readonly span: ByteSpan }
  | { readonly kind: 'unsatisfiable' };

const SINGLE_RANGE = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i;

/**
 * Reads a `Range` header (RFC 9110, 14.2). One range is honoured: closed, open (`5-`) or suffix (`-5`). Anything
 * malformed, and several ranges at once, is answered with the whole file, as the RFC allows.
 */
export function rangeOf(header: string | null, length: number): RangeAnswer {
  const match = header === null ? null : SINGLE_RANGE.exec(header);
  const [from, to] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (from === '' && to === '') return { kind: 'whole' };
  if (from === '') return spanWithin(Math.max(0, length - Number(to)), length - 1, length);
  const start = Number(from);
  if (to === '') return spanWithin(start, length - 1, length);
  if (Number(to) < start) return { kind: 'whole' };
  return spanWithin(start, Math.min(Number(to), length - 1), length);
}

function spanWithin(start: number, end: number, length: number): RangeAnswer {
  return start < length ? { kind: 'span', span: { start, end } } : { kind: 'unsatisfiable' };
}
