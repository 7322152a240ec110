import type { Inline } from '../../model/block.ts';
import { readCaptions } from '../films/captions.ts';
import type { Text } from './texts.ts';

/** Every caption of a WebVTT file as it is on the disk; none when it cannot be read whole. */
export function captionTexts(source: string): Text[] {
  // Read with plain line ends, written back into the file's own.
  const { cues, mistakes } = readCaptions(source.replace(/\r\n?/g, '\n'));
  if (mistakes.length > 0) return [];
  const starts = lineStarts(source);
  return cues.map(({ text, textLine, lines }, index) => {
    const start = starts[textLine - 1] ?? 0;
    const last = starts[textLine - 2 + lines] ?? 0;
    const end = last + (/^[^\r\n]*/.exec(source.slice(last))?.[0].length ?? 0);
    return {
      id: `c${index + 1}`,
      role: 'cue',
      line: textLine,
      content: text
        .split('\n')
        .flatMap((words, at): Inline[] => [
          ...(at === 0 ? [] : [{ type: 'break' } as const]),
          { type: 'text', text: words },
        ]),
      slot: { type: 'cue', start, end },
    };
  });
}

/** Where each line of a text begins. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
}

/** Words as the lines of a caption; undefined when they cannot stand there. */
export function writeCue(content: readonly Inline[]): string | undefined {
  const lines: string[] = [''];
  for (const piece of content) {
    if (piece.type === 'break') lines.push('');
    else if (piece.type === 'text') lines[lines.length - 1] += piece.text;
    else return undefined;
  }
  const written = lines.map((words) =>
    words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').trim(),
  );
  return written.some((words) => words === '') ? undefined : written.join('\n');
}
