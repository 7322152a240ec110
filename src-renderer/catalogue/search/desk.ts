import type { DocumentHeader, GuideDocument } from '../../../content/model/document.ts';
import type { LocalTime } from '../../../content/model/kinds.ts';
import type { Language, Sha256 } from '../../../content/model/names.ts';
import { documentFields } from './document-fields.ts';
import { type Found, type SavedIndex, type SearchEngine, searchEngine } from './engine.ts';
import { timesOf } from './findable.ts';

/** A document to be indexed; without its text only its header is. `area` as in `documentFields`. */
export type DeskDocument = {
  readonly hash: Sha256;
  readonly header: DocumentHeader;
  readonly document: GuideDocument | null;
  readonly area: string;
};

/** An index as bytes, and the SHA-256 they must have: disks forget, and a wrong index finds wrong things. */
export type KeptBytes = { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: Sha256 };

/** What can be asked of a desk; each with what it answers. */
export type DeskAsks = {
  /** Begins the index of a language, empty or as it was kept; answers what it holds. Fails on damaged bytes. */
  readonly open: (ask: { readonly language: Language; readonly kept: KeptBytes | null }) => readonly Sha256[];
  readonly add: (ask: { readonly language: Language; readonly documents: readonly DeskDocument[] }) => null;
  readonly remove: (ask: { readonly language: Language; readonly hashes: readonly Sha256[] }) => null;
  readonly save: (ask: { readonly language: Language }) => KeptBytes;
  readonly find: (ask: {
    readonly language: Language;
    readonly question: string;
    readonly now: LocalTime;
  }) => Found;
};
export type DeskAsk = keyof DeskAsks;

/** The one who keeps the indexes and answers questions: at work in a worker, or in the page when there can be none. */
export type Desk = {
  readonly [Ask in DeskAsk]: (ask: Parameters<DeskAsks[Ask]>[0]) => Promise<ReturnType<DeskAsks[Ask]>>;
};

/** Opens a desk. */
export function searchDesk(): Desk {
  const engines = new Map<Language, SearchEngine>();
  const engineOf = (language: Language): SearchEngine => {
    const engine = engines.get(language);
    if (!engine) throw new Error(`No index was opened for ${language}.`);
    return engine;
  };
  return {
    open: async ({ language, kept }) => {
      const engine = searchEngine(language, kept ? await savedIndex(kept) : undefined);
      engines.set(language, engine);
      return engine.hashes();
    },
    add: async ({ language, documents }) => {
      const engine = engineOf(language);
      for (const { hash, header, document, area } of documents) {
        engine.add(hash, documentFields(header, document, area), timesOf(header));
      }
      return null;
    },
    remove: async ({ language, hashes }) => {
      const engine = engineOf(language);
      for (const hash of hashes) engine.remove(hash);
      return null;
    },
    save: async ({ language }) => {
      const bytes = new TextEncoder().encode(JSON.stringify(await engineOf(language).save()));
      return { bytes, sha256: await digestOf(bytes) };
    },
    find: async ({ language, question, now }) => engineOf(language).find(question, now),
  };
}

async function savedIndex({ bytes, sha256 }: KeptBytes): Promise<SavedIndex> {
  if ((await digestOf(bytes)) !== sha256) throw new Error('The kept search index is damaged.');
  // Its digest says that this very program wrote it, and the page that its version is ours.
  return JSON.parse(new TextDecoder().decode(bytes)) as SavedIndex;
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Sha256> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
