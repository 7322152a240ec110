import type { z } from 'zod';
import { type DocumentHeader, type GuideDocument, guideDocument } from '../../content/model/document.ts';
import {
  documentPath,
  GUIDE_PATH,
  isDocumentPath,
  type ManifestFile,
  manifest as manifestSchema,
} from '../../content/model/edition.ts';
import { type Guide, guide as guideSchema } from '../../content/model/guide.ts';
import type { EditionPath, Sha256 } from '../../content/model/names.ts';
import { editionFileUrl, manifestUrl } from '../../src-main/contract/urls.ts';
import { EditionUnreadable, FileUnreadable, inOneLine } from './errors.ts';

/** Which edition: its number, and the SHA-256 of its manifest, as the briefing names it. */
export type EditionName = { readonly seq: number; readonly manifest: Sha256 };

/** How the files of one edition are fetched; whatever arrives is checked here, not there. */
export type EditionFetch = {
  readonly fetchManifest: () => Promise<Response>;
  /** `path` as in the manifest. */
  readonly fetchFile: (path: EditionPath) => Promise<Response>;
};

/** The address of a file and the digest its bytes must have. */
export type FileName = Pick<ManifestFile, 'path' | 'sha256'>;

/** What an edition is made of, without the texts. */
export type EditionContent = { readonly guide: Guide; readonly documents: readonly FileName[] };

/** Reads one edition from the store; everything it gives out has been hashed and checked. */
export type EditionReader = {
  readonly edition: EditionName;
  /** Manifest and guide, read once; throws `EditionUnreadable`. */
  readonly content: () => Promise<EditionContent>;
  /** One document; throws `FileUnreadable`. */
  readonly document: (file: FileName) => Promise<GuideDocument>;
  /** The header of a document, from memory when the document has been read before. */
  readonly header: (file: FileName) => Promise<DocumentHeader>;
};

/** Fetches an edition's files from the store behind the glass (or a development server), past every cache. */
export function fetchEdition(seq: number): EditionFetch {
  return {
    fetchManifest: () => fetch(manifestUrl(seq), { cache: 'no-store' }),
    fetchFile: (path) => fetch(editionFileUrl(seq, path), { cache: 'no-store' }),
  };
}

/** The reader of one edition. */
export function editionReader(edition: EditionName, source: EditionFetch): EditionReader {
  const headers = new Map<Sha256, DocumentHeader>();
  let content: Promise<EditionContent> | undefined;

  const document = async (file: FileName) => {
    const json = await checkedJson(file, guideDocument, () => source.fetchFile(file.path));
    const path = documentPath(json.header.id, json.header.language);
    if (path !== file.path) throw new FileUnreadable(file.path, `its text calls itself ${path}`);
    headers.set(file.sha256, json.header);
    return json;
  };

  return {
    edition,
    content: () => {
      content ??= readContent(edition, source);
      return content;
    },
    document,
    header: async (file) => headers.get(file.sha256) ?? (await document(file)).header,
  };
}

async function readContent(edition: EditionName, source: EditionFetch): Promise<EditionContent> {
  try {
    const manifestFile = { path: 'manifest.json', sha256: edition.manifest };
    const manifest = await checkedJson(manifestFile, manifestSchema, source.fetchManifest);
    if (manifest.seq !== edition.seq) {
      throw new FileUnreadable(manifestFile.path, `it belongs to edition ${manifest.seq}`);
    }
    const guideFile = manifest.files.find((file) => file.path === GUIDE_PATH);
    if (!guideFile) throw new FileUnreadable(GUIDE_PATH, 'the manifest does not list it');
    const guide = await checkedJson(guideFile, guideSchema, () => source.fetchFile(GUIDE_PATH));
    return { guide, documents: manifest.files.filter((file) => isDocumentPath(file.path)) };
  } catch (error) {
    if (error instanceof FileUnreadable) {
      throw new EditionUnreadable(edition.seq, `${error.path} cannot be used, because ${error.why}`);
    }
    throw error;
  }
}

async function checkedJson<Value>(
  file: FileName,
  schema: z.ZodType<Value>,
  get: () => Promise<Response>,
): Promise<Value> {
  let bytes: ArrayBuffer;
  try {
    const response = await get();
    if (!response.ok) throw new Error(`the store answered ${response.status}`);
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw new FileUnreadable(file.path, `it did not arrive (${inOneLine(error)})`);
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== file.sha256) {
    throw new FileUnreadable(
      file.path,
      `its SHA-256 begins with ${found.slice(0, 12)} instead of ${file.sha256.slice(0, 12)}`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FileUnreadable(file.path, 'it is not JSON');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new FileUnreadable(
    file.path,
    `it has not the form this program knows (${issue?.path.join('.')}: ${issue?.message})`,
  );
}
