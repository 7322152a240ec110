/** Everything a page may do: run and load what is ours, from the same origin, and nothing else. */
const PAGE_POLICY = [
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
  "frame-ancestors 'none'",
].join('; ');

/** Content is data: a file of an edition can load nothing and run nothing, whatever is written in it. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Features of the browser that a page on a kiosk has no business with. */
const NO_FEATURES = [
  'accelerometer',
  'bluetooth',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'serial',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** On every answer, whatever it is. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** On pages and on their scripts, since a worker obeys the policy that came with its own script. */
const PAGE_HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'Permissions-Policy': NO_FEATURES,
  'Referrer-Policy': 'no-referrer',
} as const;

const TYPES_WITH_CHARSET = /^(?:text\/.+|application\/json|image\/svg\+xml)$/;
const PAGE_TYPES = /^text\/(?:html|javascript)$/;
const DATA_TYPES = /^(?:(?:image|audio|video|font)\/.+|application\/json|text\/(?:plain|vtt))$/;

function contentType(type: string): string {
  return TYPES_WITH_CHARSET.test(type) ? `${type}; charset=utf-8` : type;
}

/** Headers of a file that was built with the application. */
export function pageFileHeaders(type: string): Readonly<Record<string, string>> {
  return {
    ...COMMON_HEADERS,
    'Content-Type': contentType(type),
    ...(PAGE_TYPES.test(type) ? PAGE_HEADERS : { 'Content-Security-Policy': DATA_POLICY }),
  };
}

/** Headers of a file of an edition; a type that content does not need (HTML, script) is served as plain bytes. */
export function editionFileHeaders(type: string): Readonly<Record<string, string>> {
  return {
    ...COMMON_HEADERS,
    'Content-Type': contentType(DATA_TYPES.test(type) ? type : 'application/octet-stream'),
    'Content-Security-Policy': DATA_POLICY,
  };
}

/** Headers of a sentence that says no. */
export const SENTENCE_HEADERS = {
  ...COMMON_HEADERS,
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Security-Policy': DATA_POLICY,
} as const;
