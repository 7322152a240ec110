// iCalendar (RFC 5545) and vCard 3.0 (RFC 2426) share one way to write lines: they are "content lines".

/** Longest line in bytes, without its line break (RFC 5545, 3.1; RFC 2426, 2.6). */
const MAX_LINE_BYTES = 75;

const utf8 = new TextEncoder();

/** A text as the value of a property: backslash, comma, semicolon and line break written out (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text
    .replaceAll('\u2060', '')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r?\n/g, '\\n');
}

/** The lines as one text: each ended by CR LF, a long one folded without breaking a character. */
export function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const more = utf8.encode(character).length;
    if (bytes + more > MAX_LINE_BYTES) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += more;
  }
  return text;
}
