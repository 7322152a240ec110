import { createHash } from 'node:crypto';
import type { DocumentHeader, GuideDocument } from '../../content/model/document.ts';
import { documentPath, GUIDE_PATH, type Manifest } from '../../content/model/edition.ts';
import type { Guide } from '../../content/model/guide.ts';
import type { DocumentId, EditionPath, Sha256 } from '../../content/model/names.ts';
import type { EditionFetch, EditionName } from '../../src-renderer/catalogue/edition-reader.ts';

/** One page of a small edition; made in French and in Dutch. */
export type PageRecipe = Partial<Pick<DocumentHeader, 'order' | 'validFrom' | 'validUntil'>> & {
  readonly id: DocumentId;
  /** The text; another text is another document. Default: the id. */
  readonly text?: string;
};

/** What to make; everything has a default. */
export type EditionRecipe = {
  readonly seq?: number;
  readonly pages?: readonly PageRecipe[];
  /** Bends the manifest before it is written and hashed. */
  readonly bendManifest?: (manifest: Manifest) => unknown;
};

/** A small edition in memory, its store, and a record of what was fetched from it. */
export type CatalogueEdition = EditionFetch & {
  readonly edition: EditionName;
  /** Bytes by path; change or remove them to break the store. */
  readonly files: Map<EditionPath, Uint8Array<ArrayBuffer>>;
  readonly digests: ReadonlyMap<EditionPath, Sha256>;
  /** Every fetch in order: `manifest.json` or the path. */
  readonly fetched: EditionPath[];
  /** The fetched documents in order. */
  readonly fetchedDocuments: () => readonly EditionPath[];
};

/** The pages of a default edition: three in two themes, so six documents. */
export const SMALL_GUIDE: readonly PageRecipe[] = [
  { id: 'employment/first-interview', order: 20 },
  { id: 'employment/cover-letter', order: 10 },
  { id: 'education/evening-classes', order: 10 },
];

/** Makes an edition of a guide in French and Dutch. */
export function catalogueEdition(recipe: EditionRecipe = {}): CatalogueEdition {
  const { seq = 1, pages = SMALL_GUIDE, bendManifest = (manifest) => manifest } = recipe;
  const files = new Map<EditionPath, Uint8Array<ArrayBuffer>>();
  const put = (path: EditionPath, value: unknown) =>
    files.set(path, new TextEncoder().encode(JSON.stringify(value)));

  put(GUIDE_PATH, smallGuide(pages));
  for (const page of pages) {
    for (const language of ['fr', 'nl']) put(documentPath(page.id, language), document(page, language));
  }
  const digests = new Map([...files].map(([path, bytes]) => [path, digestOf(bytes)]));
  const manifest: Manifest = {
    schema: 1,
    seq,
    languages: ['fr', 'nl'],
    files: [...files]
      .map(([path, bytes]) => ({
        path,
        sha256: digestOf(bytes),
        length: bytes.length,
        type: 'application/json',
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  put('manifest.json', bendManifest(manifest));

  const fetched: EditionPath[] = [];
  const answer = async (path: EditionPath) => {
    fetched.push(path);
    const bytes = files.get(path);
    return bytes ? new Response(bytes) : new Response(null, { status: 404 });
  };
  return {
    edition: { seq, manifest: digestOf(files.get('manifest.json') ?? new Uint8Array()) },
    files,
    digests,
    fetched,
    fetchedDocuments: () => fetched.filter((path) => path.startsWith('documents/')),
    fetchManifest: () => answer('manifest.json'),
    fetchFile: answer,
  };
}

/** SHA-256 of bytes as 64 hexadecimal digits. */
export function digestOf(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex');
}

function smallGuide(pages: readonly PageRecipe[]): Guide {
  const both = (text: string) => ({ fr: `${text} (fr)`, nl: `${text} (nl)` });
  return {
    schema: 1,
    languages: ['fr', 'nl'],
    centre: {
      name: both('Centre'),
      city: both('City'),
      timeZone: 'Europe/Brussels',
      promise: both('Promise'),
    },
    themes: [
      {
        id: 'employment',
        line: 'red',
        icon: 'briefcase',
        title: both('Employment'),
        summary: both('Finding work'),
      },
      {
        id: 'education',
        line: 'blue',
        icon: 'graduation-cap',
        title: both('Education'),
        summary: both('Learning'),
      },
    ],
    featured: pages[0]?.id ?? 'employment/first-interview',
  };
}

function document(page: PageRecipe, language: string): GuideDocument {
  const { id, text = id, order = 10, ...validity } = page;
  return {
    schema: 1,
    kind: 'page',
    header: {
      kind: 'page',
      id,
      language,
      theme: id.slice(0, id.indexOf('/')),
      title: `${id} (${language})`,
      summary: 'A page made for a test.',
      order,
      minutes: 1,
      updated: '2026-01-15',
      related: [],
      audiences: [],
      ...validity,
    },
    body: [{ type: 'paragraph', children: [{ type: 'text', text: `${text} (${language})` }] }],
  };
}
