import type { Inline } from '../../model/block.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type BadCode, type Codes, codesOf, partnerCodes, type Token, toContent } from './codes.ts';
import type { PairedText } from './pairs.ts';
import { isEmpty, sameContent, tidy } from './tidy.ts';
import type { XliffUnit } from './xliff-read.ts';
import { fingerprint } from './xliff-write.ts';

/** What one text of a translation means for the guide. */
export type Checked =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'new'; readonly content: readonly Inline[] }
  | { readonly outcome: 'untranslated' }
  | { readonly outcome: 'wrong'; readonly words: Words };

/** Compares one text that came back with what the guide says now; `place` is where its source stands. */
export function checkUnit(unit: XliffUnit, text: PairedText, place: string): Checked {
  const wrong = (words: Words): Checked => ({ outcome: 'wrong', words });
  const source = codesOf(tidy(text.source));
  const read = toContent(unit.source, source);
  if (!('content' in read) || !sameContent(read.content, text.source))
    return wrong(say.sourceChanged(unit.name, place));
  if (unit.present === undefined) return wrong(say.markLost(unit.name));
  if (unit.target === undefined) return { outcome: 'untranslated' };

  // What the translation has marked of its own stays allowed; what it never marked need not be there.
  const own = text.present === undefined ? source : partnerCodes(tidy(text.present), source);
  const allowed: Codes = new Map([...source, ...own]);
  const translated = toContent(unit.target, allowed);
  if ('bad' in translated) return wrong(badCode(unit.name, translated.bad, allowed));
  const counts = countCodes(unit.target);
  for (const [id, count] of counts)
    if (count > 1) return wrong(say.codeDoubled(unit.name, id, allowed.get(id)));
  for (const id of source.keys()) {
    if (own.has(id) && !counts.has(id)) return wrong(say.codeLost(unit.name, id, allowed.get(id)));
  }
  if (text.present !== undefined && sameContent(translated.content, text.present)) return { outcome: 'same' };
  if (hasEmptyCode(translated.content)) return wrong(say.codeWithoutWords(unit.name));
  if (fingerprint(text.present) !== unit.present) return wrong(say.targetChanged(unit.name));
  return { outcome: 'new', content: translated.content };
}

function badCode(unit: string, { reason, id }: BadCode, codes: Codes): Words {
  return reason === 'unknown' ? say.codeUnknown(unit, id) : say.codeBroken(unit, id, codes.get(id));
}

function countCodes(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (token.type === 'open' || token.type === 'lone') counts.set(token.id, (counts.get(token.id) ?? 0) + 1);
  }
  return counts;
}

function hasEmptyCode(content: readonly Inline[]): boolean {
  return content.some(
    (node) => 'children' in node && (isEmpty(node.children) || hasEmptyCode(node.children)),
  );
}
