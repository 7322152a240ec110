import type { Language } from '../../../model/names.ts';
import * as say from '../../messages.ts';
import { type Problem, problemAt } from '../../problem.ts';
import { otherAddress } from './address.ts';
import type { Passage } from './passages.ts';
import { isShouted } from './text.ts';
import { doubledWord, isEmptyAlt, isVague } from './vocabulary.ts';

/** Slips in one passage that no other passage is needed to see. */
export function slipWarnings(passage: Passage, language: Language): Problem[] {
  const { kind, text, links, placeAt } = passage;
  const warnings: Problem[] = [];
  const report = (at: number, words: say.Words): void => {
    warnings.push(problemAt(placeAt(at), words));
  };
  for (const { words, place } of links) {
    if (isVague(words)) warnings.push(problemAt(place, say.vagueLink(words)));
  }
  if (kind === 'alt' && isEmptyAlt(text)) report(0, say.emptyAlt(text));
  if ((kind === 'title' || kind === 'heading' || kind === 'label') && isShouted(text))
    report(0, say.shouting);

  const signs = /[!?](?: ?[!?])+/u.exec(text);
  if (signs !== null) report(signs.index, say.signsPileUp(signs[0]));
  const doubled = doubledWord(text, language);
  if (doubled !== undefined) report(doubled.at, say.doubledWord(doubled.text));
  const address = otherAddress(text, language);
  if (address !== undefined) {
    report(address.at, say.wrongAddress(address.text, language, address.expected));
  }
  return warnings;
}
