import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { z } from 'zod';
import type { DocumentKind } from '../../model/document.ts';
import { frontMatterOf, isTranslated } from '../../model/front-matter.ts';
import type { Language } from '../../model/names.ts';
import { lineAndColumn } from '../problem.ts';
import { plain, type Slot, type Text } from './texts.ts';

/** The words in the front matter of a document; `yaml` begins at `base` of `source`. */
export function frontMatterTexts(yaml: string, base: number, source: string, kind: DocumentKind): Text[] {
  const texts: Text[] = [];
  const into = (map: unknown, schema: z.ZodObject, prefix: string): void => {
    if (!isMap(map)) return;
    for (const [key, field] of Object.entries(schema.shape)) {
      const value = map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
      if (isTranslated(field)) {
        const text = textOf(value, base, source, map.flow === true);
        const limit = lengthLimit(field);
        if (text !== undefined) {
          texts.push({
            id: `${prefix}${key}`,
            role: 'field',
            field: key,
            ...(limit === undefined ? {} : { limit }),
            ...text,
          });
        }
      } else {
        const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
        if (inner instanceof z.ZodObject) into(value, inner, `${prefix}${key}.`);
      }
    }
  };
  into(parseDocument(yaml).contents, frontMatterOf[kind], '');
  return texts;
}

/**
 * Every text of `guide.yaml` that has words in the language `from`, as it stands in the language `language`: each map
 * whose names are languages is one text. Themes are named by their id, other entries of lists by their number.
 */
export function guideYamlTexts(source: string, from: Language, language: Language): Text[] {
  const texts: Text[] = [];
  const walk = (node: unknown, path: readonly string[]): void => {
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const id = isMap(item) ? item.get('id') : undefined;
        walk(item, [...path, typeof id === 'string' ? id : String(index + 1)]);
      }
    } else if (isMap(node)) {
      if (path.length > 0 && isLocalized(node, from)) {
        const text = textIn(node, language, source);
        if (text !== undefined)
          texts.push({ id: path.join('.'), role: 'field', field: path.at(-1) ?? '', ...text });
      } else {
        for (const pair of node.items)
          if (isScalar(pair.key)) walk(pair.value, [...path, String(pair.key.value)]);
      }
    }
  };
  walk(parseDocument(source).contents, []);
  return texts;
}

/** True for `{ fr: words, nl: words }`. */
function isLocalized(map: YAMLMap, from: Language): boolean {
  const names = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  return (
    names.includes(from) &&
    names.every((name) => /^[a-z]{2}$/.test(name)) &&
    isScalar(map.get(from, true)) &&
    typeof map.get(from) === 'string'
  );
}

type Placed = Pick<Text, 'line' | 'content' | 'slot'>;

/** The words of one language, or the place where they would go. */
function textIn(map: YAMLMap, language: Language, source: string): Placed | undefined {
  const flow = map.flow === true;
  const own = map.items.find(({ key }) => isScalar(key) && key.value === language);
  if (own !== undefined) return textOf(own.value, 0, source, flow);
  const last: Pair | undefined = map.items.at(-1);
  if (!isScalar(last?.value) || !isScalar(last?.key)) return undefined;
  const end = last.value.range?.[1] ?? 0;
  const { line, column } = lineAndColumn(source, last.key.range?.[0] ?? 0);
  // A block scalar ends with its line: what follows begins on a new one already.
  const newLine = source.slice(0, end).endsWith('\n') ? '' : '\n';
  const before = flow ? `, ${language}: ` : `${newLine}${' '.repeat(column - 1)}${language}: `;
  return { line, content: undefined, slot: { type: 'yaml-new', start: end, end, flow, before } };
}

function textOf(value: unknown, base: number, source: string, flow: boolean): Placed | undefined {
  if (!isScalar(value) || typeof value.value !== 'string' || !value.range) return undefined;
  const start = base + value.range[0];
  // The line end behind a block scalar belongs to it, but not to its words.
  const end =
    base + value.range[1] - (/\s*$/.exec(source.slice(start, base + value.range[1]))?.[0].length ?? 0);
  const slot: Slot = { type: 'yaml', start, end, flow, quote: quoteOf(value) };
  return { line: lineAndColumn(source, start).line, content: plain(value.value), slot };
}

function quoteOf({ type }: Scalar): '"' | "'" | undefined {
  return type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : undefined;
}

/** The most characters a field may have, when its schema says so. */
function lengthLimit(field: z.core.$ZodType): number | undefined {
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
  return inner instanceof z.ZodString ? (inner.maxLength ?? undefined) : undefined;
}
