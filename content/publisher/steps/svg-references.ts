/** True for a reference that stays in the drawing: `#part`, or a pixel image written into it. */
export function isInsideReference(value: string): boolean {
  const plain = value.trim();
  return (
    plain === '' || plain.startsWith('#') || /^data:image\/(png|jpeg|webp);base64,[\w+/=\s]*$/.test(plain)
  );
}

/** The first thing in a piece of CSS that lies outside the drawing; undefined when there is none. */
export function cssReference(css: string): string | undefined {
  const plain = css
    .replace(/\/\*[\s\S]*?(\*\/|$)/g, ' ')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => character(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
  const imported = /@import[^;]*/i.exec(plain);
  if (imported !== null) return imported[0];
  for (const [whole, target = ''] of plain.matchAll(/(?:url|src)\(\s*["']?([^"')]*)/gi)) {
    if (!isInsideReference(target)) return target === '' ? whole : target;
  }
  return /image-set\([^)]*|javascript:\S*/i.exec(plain)?.[0];
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML with `&amp;`, `&#65;`, `&#x41;` as the letters they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
    return NAMED[String(name)] ?? whole;
  });
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
