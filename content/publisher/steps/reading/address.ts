import { type Stretch, withoutQuotes } from './text.ts';

/** How the guide speaks to its visitors in a language, and what would be another form. */
type Address = { readonly expected: string; readonly others: RegExp };

/** Only forms that cannot be anything else: "ton" alone may be a tone, "tu" after "est" is silence. */
const BY_LANGUAGE: Readonly<Record<string, Address>> = {
  fr: {
    expected: 'vous',
    others:
      /(?<![\p{L}'-])(?:(?<!(?<!\p{L})(?:est|es|suis|sommes|êtes|sont|étai[st]|soit) )tu(?!\p{L})|toi(?!\p{L})|tes(?!\p{L})|t'(?=[aeiouyéèêh])|ta(?= \p{L})|(?<=(?<!\p{L})(?:avec|dans|pour|selon|à) )ton(?= \p{L}))/giu,
  },
  nl: {
    expected: 'je',
    // Not the u of 9 u., and not the letter.
    others:
      /(?<![\p{L}'-])(?:uw|uzelf|(?<!\d ?)(?<!(?<!\p{L})(?:letter|de|een) )u(?![.'/-]))(?![\p{L}\d])/giu,
  },
};

/** The first place of a text that addresses the visitor in another form, with the form that was expected. */
export function otherAddress(
  text: string,
  language: string,
): (Stretch & { readonly expected: string }) | undefined {
  const address = BY_LANGUAGE[language];
  if (address === undefined) return undefined;
  address.others.lastIndex = 0;
  const found = address.others.exec(withoutQuotes(text));
  return found === null ? undefined : { text: found[0], at: found.index, expected: address.expected };
}
