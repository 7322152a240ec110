/** What every page may do: load and run what is ours, from the same address, and nothing else. */
const OWN_ONLY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

const POLICIES = {
  /** The frame holds the visitor's pages, and nobody holds the frame. */
  frame: [...OWN_ONLY, "frame-src 'self'", "frame-ancestors 'none'"].join('; '),
  /** A visitor's page is held by the frame only, under the terminal's own policy. */
  page: [...OWN_ONLY, "frame-ancestors 'self'"].join('; '),
};

/** Content is data: a file of an edition can load nothing and run nothing, whatever is written in it. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Headers of plain bytes of a media type. */
export function bytesHeaders(type: string): Readonly<Record<string, string>> {
  const isText = type.startsWith('text/') || type === 'application/json' || type === 'image/svg+xml';
  return { ...COMMON, 'Content-Type': isText ? `${type}; charset=utf-8` : type };
}

/** Headers of a built file; a script carries the policy too, because a worker obeys the one it came with. */
export function pageHeaders(type: string, policy: keyof typeof POLICIES): Readonly<Record<string, string>> {
  return { ...bytesHeaders(type), 'Content-Security-Policy': POLICIES[policy] };
}

/** Headers of a file of an edition. */
export function dataHeaders(type: string): Readonly<Record<string, string>> {
  return { ...bytesHeaders(type), 'Content-Security-Policy': DATA_POLICY };
}

/** Headers of the stream of events. */
export const EVENT_HEADERS = { ...COMMON, 'Content-Type': 'text/event-stream; charset=utf-8' } as const;
