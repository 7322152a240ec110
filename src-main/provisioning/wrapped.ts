/** Longest line that commands print, in characters. */
const LINE = 100;

/** A text in lines of at most {@link LINE} characters, each set in by `indent`. */
export function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent.trimEnd();
  for (const word of text.split(' ')) {
    const longer = line.trim() === '' ? `${indent}${word}` : `${line} ${word}`;
    if (longer.length > LINE && line.trim() !== '') {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line];
}
