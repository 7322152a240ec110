import type { DocumentId, EditionPath, Language } from '../../content/model/names.ts';

/** An edition that cannot be shown at all; the message is a sentence for a technician. */
export class EditionUnreadable extends Error {
  override readonly name = 'EditionUnreadable';

  constructor(seq: number, why: string) {
    super(
      `Edition ${seq} cannot be shown: ${why}. ` +
        'Show the last good edition and run "openfloor doctor" on this terminal.',
    );
  }
}

/** One file of an edition that did not arrive, or is not what the manifest promised. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
  readonly path: EditionPath;
  readonly why: string;

  constructor(path: EditionPath, why: string) {
    super(`The file ${path} cannot be used: ${why}.`);
    this.path = path;
    this.why = why;
  }
}

/** A document this edition does not have in this language, or whose text can be had nowhere. */
export class DocumentMissing extends Error {
  override readonly name = 'DocumentMissing';
  readonly id: DocumentId;
  readonly language: Language;

  constructor(id: DocumentId, language: Language, why: string) {
    super(`The document ${id} (${language}) cannot be opened: ${why}.`);
    this.id = id;
    this.language = language;
  }
}

/** IndexedDB (or the store) gave no answer in time; IndexedDB can hang for ever. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Any thrown thing as one short line for a report; never a stack trace. */
export function inOneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll(/\s+/g, ' ').slice(0, 200);
}
