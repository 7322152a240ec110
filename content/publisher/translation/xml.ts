import { SaxesParser } from 'saxes';

/** An XML element; attributes by the name they are written with (`id`, `xml:lang`). */
export type XmlElement = {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** From 1. */
  readonly line: number;
};

/** Deepest nesting that is read: real files stay below ten. */
const MAX_DEPTH = 100;

/** An XML text as its outermost element, or what is wrong with it. Document types are refused: entities could hide anything. */
export function parseXml(
  text: string,
): { readonly root: XmlElement } | { readonly line: number; readonly detail: string } {
  const parser = new SaxesParser({ xmlns: true });
  type Open = XmlElement & { readonly children: (XmlElement | string)[] };
  const open: Open[] = [];
  let root: XmlElement | undefined;
  const words = (part: string): void => {
    open.at(-1)?.children.push(part);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    parser.fail('a document type, which is not allowed here.');
  });
  parser.on('text', words);
  parser.on('cdata', words);
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= MAX_DEPTH) parser.fail('too many elements inside each other.');
    const element: Open = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value])),
      children: [],
      line: parser.line,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    root = open.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    // "12:7: unclosed tag: unit" says where in front.
    const [, line = '1', detail = 'it cannot be read'] =
      /^(?:(\d+):\d+: )?(.*?)\.?$/s.exec(error instanceof Error ? error.message : '') ?? [];
    return { line: Number(line), detail };
  }
  return root === undefined ? { line: 1, detail: 'it is empty' } : { root };
}

/** The elements among the children that have this name; `undefined` as name: all of them. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** Text as it can stand between tags and in attributes. What XML cannot hold at all has to be taken out before. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}
