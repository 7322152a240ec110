/** A piece of an SVG text; `at` is where it begins. */
export type SvgToken =
  | { readonly type: 'open'; readonly at: number; readonly name: string; readonly attributes: string }
  | { readonly type: 'words'; readonly at: number; readonly inside: string; readonly text: string }
  | { readonly type: 'declaration'; readonly at: number; readonly text: string }
  | { readonly type: 'damaged'; readonly at: number; readonly detail: string };

const NAME = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const OPENING = new RegExp(String.raw`<(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`, 'y');
const CLOSING = new RegExp(String.raw`</(${NAME})\s*>`, 'y');
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');

/** Parts between these signs are not elements. */
const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/**
 * Cuts an SVG text into pieces and sees to it that it is one closed element, so that nothing can hide in a part that a
 * browser would read otherwise. Ends after the first `damaged`.
 */
export function* svgTokens(text: string): Generator<SvgToken, void> {
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const words = text.slice(at, next < 0 ? text.length : next);
    if (open.length === 0 && words.trim() !== '') {
      return yield { type: 'damaged', at, detail: 'there is text outside of the drawing' };
    }
    if (words !== '') yield { type: 'words', at, inside: open.at(-1) ?? '', text: words };
    if (next < 0) break;
    at = next;

    const aside = ASIDES.find(([start]) => text.startsWith(start, at));
    if (aside !== undefined) {
      const [start, stop] = aside;
      const end = text.indexOf(stop, at + start.length);
      if (end < 0) return yield { type: 'damaged', at, detail: `"${start}" is never closed` };
      const content = text.slice(at + start.length, end);
      if (start === '<![CDATA[') yield { type: 'words', at, inside: open.at(-1) ?? '', text: content };
      else if (start !== '<!--') yield { type: 'declaration', at, text: `${start}${content}` };
      at = end + stop.length;
    } else if (text.startsWith('</', at)) {
      CLOSING.lastIndex = at;
      const name = CLOSING.exec(text)?.[1];
      if (name === undefined || name !== open.pop()) {
        return yield { type: 'damaged', at, detail: 'something in it is not closed' };
      }
      at = CLOSING.lastIndex;
    } else {
      OPENING.lastIndex = at;
      const [, name, attributes = '', selfClosing] = OPENING.exec(text) ?? [];
      if (name === undefined) {
        return yield { type: 'damaged', at, detail: 'a "<" or an attribute in it cannot be read' };
      }
      if (open.length === 0 && (++roots > 1 || localName(name) !== 'svg')) {
        return yield { type: 'damaged', at, detail: 'it is not one single <svg>' };
      }
      yield { type: 'open', at, name, attributes };
      if (selfClosing === '') open.push(name);
      at = OPENING.lastIndex;
    }
  }
  if (open.length > 0 || roots === 0) {
    yield { type: 'damaged', at: Math.max(at - 1, 0), detail: 'it ends too early' };
  }
}

/** The attributes of an element as names and raw values. */
export function svgAttributes(attributes: string): { readonly name: string; readonly value: string }[] {
  return [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => ({
    name,
    value: double ?? single ?? '',
  }));
}

/** A name without its namespace, in small letters: `svg:Script` → `script`. */
export function localName(name: string): string {
  return (name.split(':').at(-1) ?? name).toLowerCase();
}
