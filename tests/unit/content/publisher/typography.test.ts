import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../../content/model/block.ts';
import { plainText } from '../../../../content/model/plain-text.ts';
import { typeset, typesetInlines } from '../../../../content/publisher/steps/typography.ts';

/** Spaces that cannot be seen, made visible: ⎵ narrow no-break, ␣ no-break. */
const visible = (text: string): string => text.replaceAll('\u202f', '⎵').replaceAll('\u00a0', '␣');
const french = (text: string): string => visible(typeset(text, 'fr'));
const dutch = (text: string): string => visible(typeset(text, 'nl'));

describe('French', () => {
  it.each([
    ['Avant ou après ?', 'Avant ou après⎵?'],
    ['Avant ou après?', 'Avant ou après⎵?'],
    ['Attention : danger ; sortez !', 'Attention⎵: danger⎵; sortez⎵!'],
    ['Attention: danger; sortez!', 'Attention⎵: danger⎵; sortez⎵!'],
    ['Déjà fin\u00a0?', 'Déjà fin⎵?'],
    ['Quoi ?!', 'Quoi⎵?!'],
    ['Quoi?!', 'Quoi⎵?!'],
    ['(vraiment?)', '(vraiment⎵?)'],
    ['Et puis... ?', 'Et puis…⎵?'],
    ['CV, lettre, etc.?', 'CV, lettre, etc.⎵?'],
    ['À 18 ans: oui', 'À 18 ans⎵: oui'],
  ])('%s → %s: a narrow space before the high signs', (text, set) => {
    expect(french(text)).toBe(set);
  });

  it.each(['à 14:30', 'std::vector', 'a :: b', 'https://example.org/?page=1', 'CV:tips', '::', ':'])(
    '%s is left alone',
    (text) => {
      expect(french(text)).toBe(text);
    },
  );

  it.each([
    ['« Oui »', '«␣Oui␣»'],
    ['«Oui»', '«␣Oui␣»'],
    ['Dites : « Pourquoi ? »', 'Dites⎵: «␣Pourquoi⎵?␣»'],
    ['Dites « oui »: merci', 'Dites «␣oui␣»⎵: merci'],
  ])('%s → %s: no-break spaces inside guillemets', (text, set) => {
    expect(french(text)).toBe(set);
  });

  it('has curly apostrophes', () => {
    expect(french("l'entretien d'aujourd'hui")).toBe('l’entretien d’aujourd’hui');
  });

  it('does not change a second time', () => {
    const once = typeset("« L'heure ? » : 14:30 - peut-être... ; voilà !", 'fr');
    expect(typeset(once, 'fr')).toBe(once);
  });
});

describe('Dutch', () => {
  it.each([
    ["'Keukenhulp' of 'Bediende'.", '‘Keukenhulp’ of ‘Bediende’.'],
    ["de collega's", 'de collega’s'],
    ["'s avonds en 's middags", '’s avonds en ’s middags'],
    ["'t is zo'n 'goed' plan", '’t is zo’n ‘goed’ plan'],
    ["'Ik schrijf 's avonds' zei ze", '‘Ik schrijf ’s avonds’ zei ze'],
    ["('beter')", '(‘beter’)'],
    ["in de jaren '80", 'in de jaren ’80'],
    ["'Wat is dat?' vraagt Els", '‘Wat is dat?’ vraagt Els'],
    ['al ‘goed’ gezet', 'al ‘goed’ gezet'],
  ])('%s → %s', (text, set) => {
    expect(dutch(text)).toBe(set);
  });

  it('keeps its signs close to their words', () => {
    expect(dutch('Echt? Ja! Kijk: zo; klaar')).toBe('Echt? Ja! Kijk: zo; klaar');
  });
});

describe('both', () => {
  it.each(['fr', 'nl'])('%s: a hyphen between spaces is a dash, three dots are one sign', (language) => {
    expect(typeset('a - b, c-d, - e...', language)).toBe('a – b, c-d, – e…');
    expect(typeset('- a', language)).toBe('- a');
    expect(typeset('....', language)).toBe('....');
  });

  it('numbers and their units are left as they are', () => {
    expect(french('20 minutes, 3 km')).toBe('20 minutes, 3 km');
  });

  it('a language without rules of its own keeps its spaces and quotes', () => {
    expect(typeset("Why? It's 'so' - really", 'en')).toBe("Why? It's 'so' – really");
  });
});

describe('running text', () => {
  const text = (words: string): Inline => ({ type: 'text', text: words });
  const bold = (...children: Inline[]): Inline => ({ type: 'strong', children });
  const link = (words: string): Inline => ({ type: 'link', to: 'a/b', children: [text(words)] });

  it('sees over the edges of bold words and links', () => {
    const set = typesetInlines(
      [bold(text('Attention')), text(' : voir '), link('ici'), text('! « '), bold(text('oui')), text(' »')],
      'fr',
    );
    expect(visible(plainText(set))).toBe('Attention⎵: voir ici⎵! «␣oui␣»');
    expect(set.map(({ type }) => type)).toEqual(['strong', 'text', 'link', 'text', 'strong', 'text']);
    expect(set[0]).toEqual(bold(text('Attention')));
    expect(set[2]).toEqual(link('ici'));
  });

  it('pairs quotation marks around a link', () => {
    const set = typesetInlines([text("zie '"), link('de brief'), text("' en foto's")], 'nl');
    expect(plainText(set)).toBe('zie ‘de brief’ en foto’s');
    expect(set[1]).toEqual(link('de brief'));
  });

  it('keeps line breaks', () => {
    const set = typesetInlines([text("l'un"), { type: 'break' }, text("l'autre ?")], 'fr');
    expect(set).toEqual([text('l’un'), { type: 'break' }, text('l’autre\u202f?')]);
  });
});
