import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Place, type Problem, problemAt } from '../problem.ts';

/** Where a key or a value of a YAML text stands in its file. */
export type Locate = (path: readonly PropertyKey[], part?: 'key' | 'value') => Place;

/** A YAML text that was read: its value, and where each part of it stands. */
export type ReadYaml = {
  /** Undefined when there are problems. */
  readonly value: unknown;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
};

/** Reads YAML that begins on line `firstLine` of `file`. Only the first mistake is reported: the rest follow from it. */
export function readYaml(text: string, file: string, firstLine: number, where: say.YamlWhere): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };

  const locate: Locate = (path, part = 'value') => {
    let node: unknown = document.contents;
    let offset: number | undefined;
    for (const [index, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        if (pair === undefined) break;
        const last = index === path.length - 1;
        const named = last && part === 'value' && isNode(pair.value) ? pair.value : pair.key;
        offset = isNode(named) ? named.range?.[0] : offset;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        node = node.items[step];
        if (isNode(node)) offset = node.range?.[0];
      } else break;
    }
    return offset === undefined ? { file, line: Math.max(firstLine - 1, 1), column: 1 } : placeAt(offset);
  };

  const broken = (offset: number, words: Words): ReadYaml => ({
    value: undefined,
    locate,
    problems: [problemAt(placeAt(offset), words)],
  });
  const [error] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (error !== undefined) return broken(error.pos[0], wordsFor(error, text, where));
  let special: number | undefined;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) special ??= node.range?.[0] ?? 0;
    },
  });
  if (special !== undefined) return broken(special, say.yamlSpecialSign(where));
  return { value: document.toJS(), locate, problems: [] };
}

type YamlProblem = {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
};

function wordsFor(error: YamlProblem, text: string, where: say.YamlWhere): Words {
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return say.yamlColonOrIndent(where);
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      return /closing|end with|flow/i.test(error.message)
        ? say.yamlNotClosed(where)
        : say.yamlColonOrIndent(where);
    case 'DUPLICATE_KEY':
      return say.yamlDuplicateKey(/^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? '');
    case 'TAB_AS_INDENT':
      return say.yamlTab(where);
    case 'MULTILINE_IMPLICIT_KEY':
      return say.yamlNoColon(where);
    case 'BAD_SCALAR_START':
      return say.yamlBadStart;
    case 'UNEXPECTED_TOKEN':
      return say.yamlQuotesEndEarly(where);
    case 'BAD_DQ_ESCAPE':
      return say.yamlBackslash;
    case 'MULTIPLE_DOCS':
      return say.yamlSecondDocument(where);
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      return say.yamlSpecialSign(where);
    default:
      return say.yamlUnclear(where, error.message);
  }
}
