import type { Inline } from '../../model/block.ts';

/** What marks a piece of running text, apart from its words. */
export type Code =
  | { readonly type: 'strong' | 'emphasis' | 'break' }
  | { readonly type: 'link'; readonly to: string };

/** Running text as a row of words and codes; a code is known by its id in its text. */
export type Token =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'open' | 'close' | 'lone'; readonly id: string };

/** The codes of a text by id, in their order. */
export type Codes = ReadonlyMap<string, Code>;

/** The codes of the text that is translated: numbered as they come. */
export function codesOf(content: readonly Inline[]): Codes {
  return new Map(codesInOrder(content).map((code, index) => [String(index + 1), code]));
}

/**
 * The codes of a translation: each has the id of its partner in `source`, the next free one of the same sort; one that
 * has no partner there is called `x1`, `x2` …
 */
export function partnerCodes(content: readonly Inline[], source: Codes): Codes {
  const free = [...source];
  let strangers = 0;
  return new Map(
    codesInOrder(content).map((code): [string, Code] => {
      const at = free.findIndex(([, each]) => sameCode(each, code));
      const partner = free[at];
      if (partner !== undefined) free.splice(at, 1);
      return [partner?.[0] ?? `x${++strangers}`, code];
    }),
  );
}

/** Running text as words and codes; `codes` are those of this very text. */
export function toTokens(content: readonly Inline[], codes: Codes): Token[] {
  const ids = [...codes.keys()];
  const walk = (nodes: readonly Inline[]): Token[] =>
    nodes.flatMap((node): Token[] => {
      if (node.type === 'text') return [{ type: 'words', text: node.text }];
      const id = ids.shift() ?? '';
      if (node.type === 'break') return [{ type: 'lone', id }];
      return [{ type: 'open', id }, ...walk(node.children), { type: 'close', id }];
    });
  return walk(content);
}

/** What keeps words and codes from being running text. */
export type BadCode = { readonly reason: 'unknown' | 'overlap' | 'wrong-form'; readonly id: string };

/** Words and codes as running text. */
export function toContent(
  tokens: readonly Token[],
  codes: Codes,
): { readonly content: readonly Inline[] } | { readonly bad: BadCode } {
  type Open = { readonly id: string; readonly code: Code; readonly children: Inline[] };
  const content: Inline[] = [];
  const open: Open[] = [];
  const here = (): Inline[] => open.at(-1)?.children ?? content;
  for (const token of tokens) {
    if (token.type === 'words') {
      here().push({ type: 'text', text: token.text });
      continue;
    }
    const { id } = token;
    const code = codes.get(id);
    if (code === undefined) return { bad: { reason: 'unknown', id } };
    if ((token.type === 'lone') !== (code.type === 'break')) return { bad: { reason: 'wrong-form', id } };
    if (token.type === 'lone') here().push({ type: 'break' });
    else if (token.type === 'open') open.push({ id, code, children: [] });
    else {
      const done = open.pop();
      if (done?.id !== id) return { bad: { reason: 'overlap', id } };
      const { children } = done;
      if (done.code.type === 'link') here().push({ type: 'link', to: done.code.to, children });
      else if (done.code.type !== 'break') here().push({ type: done.code.type, children });
    }
  }
  const [left] = open;
  return left === undefined ? { content } : { bad: { reason: 'overlap', id: left.id } };
}

function codesInOrder(content: readonly Inline[]): Code[] {
  return content.flatMap((node): Code[] => {
    switch (node.type) {
      case 'text':
        return [];
      case 'break':
        return [{ type: 'break' }];
      case 'link':
        return [{ type: 'link', to: node.to }, ...codesInOrder(node.children)];
      default:
        return [{ type: node.type }, ...codesInOrder(node.children)];
    }
  });
}

function sameCode(a: Code, b: Code): boolean {
  return a.type === b.type && (a.type !== 'link' || (b.type === 'link' && a.to === b.to));
}
