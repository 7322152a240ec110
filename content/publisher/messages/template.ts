import type { DocumentKind } from '../../model/document.ts';

/** What a new document begins with in one language. Words between [[ and ]] are for the author to write. */
export type TemplateWords = {
  /** For the lines on top, by their names. */
  readonly fields: Readonly<Record<string, string>>;
  readonly intro: string;
  readonly paragraph: string;
  readonly headings: Readonly<Record<DocumentKind, readonly string[]>>;
  readonly box: string;
  readonly help: string;
  readonly next: string;
  /** For a caption of a film. */
  readonly caption: string;
};

const french: TemplateWords = {
  fields: {
    title: '[[Un titre court]]',
    summary: '[[Une phrase : ce que le visiteur trouve ici]]',
    place: '[[La salle, comme sur les panneaux]]',
    audience: '[[Pour qui, en quelques mots]]',
    when: '[[Quand, en quelques mots]]',
    where: '[[Où, en quelques mots]]',
  },
  intro: '[[Une ou deux phrases : de quoi il s’agit, et pour qui.]]',
  paragraph: '[[Une à trois phrases courtes.]]',
  headings: {
    page: ['[[Premier titre]]', '[[Deuxième titre]]', '[[Troisième titre]]'],
    checklist: ['[[Titre du premier groupe]]', '[[Titre du deuxième groupe]]'],
    event: ['Ce que vous y faites', 'À apporter', 'Et après'],
    service: ['Ce que vous y trouvez', 'Comment cela se passe'],
    partner: ['Ce que cette institution fait', 'Quand vous adresser à elle'],
    notice: [],
  },
  box: '[[Ce qui est à cocher]]',
  help: '[[Une phrase qui explique comment faire.]]',
  next: 'Et maintenant ?',
  caption: '[[Ce que l’on entend ici]]',
};

const dutch: TemplateWords = {
  fields: {
    title: '[[Een korte titel]]',
    summary: '[[Eén zin: wat de bezoeker hier vindt]]',
    place: '[[De zaal, zoals op de borden]]',
    audience: '[[Voor wie, in enkele woorden]]',
    when: '[[Wanneer, in enkele woorden]]',
    where: '[[Waar, in enkele woorden]]',
  },
  intro: '[[Een of twee zinnen: waarover het gaat, en voor wie.]]',
  paragraph: '[[Een tot drie korte zinnen.]]',
  headings: {
    page: ['[[Eerste titel]]', '[[Tweede titel]]', '[[Derde titel]]'],
    checklist: ['[[Titel van de eerste groep]]', '[[Titel van de tweede groep]]'],
    event: ['Wat je er doet', 'Wat je meebrengt', 'En daarna'],
    service: ['Wat je er vindt', 'Hoe het verloopt'],
    partner: ['Wat deze instelling doet', 'Wanneer je bij haar terechtkunt'],
    notice: [],
  },
  box: '[[Wat er af te vinken is]]',
  help: '[[Eén zin die uitlegt hoe.]]',
  next: 'En nu?',
  caption: '[[Wat je hier hoort]]',
};

const english: TemplateWords = {
  fields: {
    title: '[[A short title]]',
    summary: '[[One sentence: what the visitor finds here]]',
    place: '[[The room, as it is signposted]]',
    audience: '[[For whom, in a few words]]',
    when: '[[When, in a few words]]',
    where: '[[Where, in a few words]]',
  },
  intro: '[[One or two sentences: what it is about, and for whom.]]',
  paragraph: '[[One to three short sentences.]]',
  headings: {
    page: ['[[First heading]]', '[[Second heading]]', '[[Third heading]]'],
    checklist: ['[[Title of the first group]]', '[[Title of the second group]]'],
    event: ['[[What you do there]]', '[[What to bring]]', '[[And afterwards]]'],
    service: ['[[What you find there]]', '[[How it goes]]'],
    partner: ['[[What this institution does]]', '[[When to turn to it]]'],
    notice: [],
  },
  box: '[[What there is to tick]]',
  help: '[[One sentence that explains how.]]',
  next: '[[And now?]]',
  caption: '[[What is heard here]]',
};

const byLanguage: Readonly<Record<string, TemplateWords>> = { fr: french, nl: dutch, en: english };

/** The words of a new document in a language; English ones to be translated when nobody wrote them yet. */
export function templateWords(language: string): TemplateWords {
  return byLanguage[language] ?? english;
}
