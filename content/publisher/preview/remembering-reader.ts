import { type DocumentSide, readDocument } from '../steps/read-document.ts';

type Reader = typeof readDocument;
type Around = Parameters<Reader>[1];

/** What was read from a file, and all that it depended on. */
type Remembered = { readonly text: string; readonly around: string; readonly side: DocumentSide };

/**
 * Reads documents, each only once as long as its text and everything around it (the names of the other documents, the
 * themes, the images) stay the same: in a large guide nearly all the time goes into reading Markdown.
 */
export function rememberingReader(read: Reader = readDocument): Reader {
  const sides = new Map<string, Remembered>();
  // The same set of names stands for the same look at the guide, in which nothing around changes.
  const named = new WeakMap<Around['ids'], string>();
  const nameOf = (around: Around): string => {
    const name = named.get(around.ids) ?? describe(around);
    named.set(around.ids, name);
    return name;
  };
  return (file, around) => {
    const name = nameOf(around);
    const known = sides.get(file.path);
    if (known?.text === file.text && known.around === name) return known.side;
    const side = read(file, around);
    sides.set(file.path, { text: file.text, around: name, side });
    return side;
  };
}

function describe({ ids, themes, media }: Around): string {
  return JSON.stringify([[...ids].sort(), themes && [...themes], [...media]]);
}
