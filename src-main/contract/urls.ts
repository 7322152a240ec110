import { editionPath } from '../../content/model/names.ts';

/** Scheme of everything the pages load. */
export const KIOSK_SCHEME = 'kiosk';

/** Where a page reads the manifest of an edition, relative to its origin. */
export function manifestUrl(seq: number): string {
  return `/edition/${seq}/manifest.json`;
}

/** Where a page reads one file of an edition, relative to its origin; `path` as in the manifest. */
export function editionFileUrl(seq: number, path: string): string {
  return `/edition/${seq}/files/${path}`;
}

/** What a `kiosk://` address asks for. */
export type KioskRequest =
  | { readonly kind: 'manifest'; readonly seq: number }
  | { readonly kind: 'edition-file'; readonly seq: number; readonly path: string }
  | { readonly kind: 'page-file'; readonly path: string };

const EDITION_URL = /^\/edition\/([1-9][0-9]{0,9})\/(?:manifest\.json|files\/(.+))$/;

/** Reads the path part of a `kiosk://` address; null for anything that is not one of ours. Never touches a disk path. */
export function parseKioskPath(pathname: string): KioskRequest | null {
  const match = EDITION_URL.exec(pathname);
  if (match) {
    const seq = Number(match[1]);
    if (match[2] === undefined) return { kind: 'manifest', seq };
    return editionPath.safeParse(match[2]).success ? { kind: 'edition-file', seq, path: match[2] } : null;
  }
  const file = pathname.slice(1);
  return /^(visitor|staff|print|assets)\/[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file)
    ? { kind: 'page-file', path: file }
    : null;
}
