import type { DocumentId } from '../../content/model/names.ts';

/** A question people really come with, as they say it, and the documents that answer it. */
export type Question = {
  readonly asked: { readonly fr: string; readonly nl: string };
  /** Any of them is an answer. */
  readonly answers: readonly DocumentId[];
};

/** A visitor finds an answer in so many touches; the first one, which only chooses the language, is not counted. */
export const MOST_TOUCHES = 3;

/**
 * Written down before the screens were made, from what people ask at the desk of such a floor, not from what the screens
 * happen to offer.
 */
export const QUESTIONS: readonly Question[] = [
  {
    asked: { fr: 'Je ne sais pas quoi étudier.', nl: 'Ik weet niet wat ik wil studeren.' },
    answers: ['education/find-your-interests', 'education/choose-a-study-path'],
  },
  {
    asked: {
      fr: 'Mes parents veulent que je fasse autre chose.',
      nl: 'Mijn ouders willen dat ik iets anders doe.',
    },
    answers: ['education/decide-with-your-family'],
  },
  {
    asked: { fr: 'Quand sont les journées portes ouvertes ?', nl: 'Wanneer zijn de opendeurdagen?' },
    answers: ['education/open-days'],
  },
  {
    asked: { fr: 'Puis-je travailler à côté de mes études ?', nl: 'Mag ik werken naast mijn studie?' },
    answers: ['education/study-and-work'],
  },
  {
    asked: { fr: 'J’ai 40 ans et pas de diplôme. Que faire ?', nl: 'Ik ben 40 en heb geen diploma. Wat nu?' },
    answers: ['education/learn-as-an-adult', 'training/recognise-your-skills'],
  },
  {
    asked: { fr: 'C’est quoi, l’alternance ?', nl: 'Wat is alternerend leren?' },
    answers: ['training/work-linked-training', 'events/work-linked-training-session'],
  },
  {
    asked: { fr: 'Comment trouver un stage ?', nl: 'Hoe vind ik een stage?' },
    answers: ['training/find-an-internship'],
  },
  {
    asked: { fr: 'Quelle formation choisir ?', nl: 'Welke opleiding kies ik?' },
    answers: ['training/choose-a-training', 'checklists/choose-a-training'],
  },
  {
    asked: { fr: 'Existe-t-il des cours en ligne ?', nl: 'Bestaan er lessen online?' },
    answers: ['training/learn-online-well'],
  },
  {
    asked: { fr: 'Mon CV est-il bon ?', nl: 'Is mijn cv goed?' },
    answers: ['checklists/cv-workshop'],
  },
  {
    asked: { fr: 'Quelqu’un peut-il relire mon CV maintenant ?', nl: 'Kan iemand nu mijn cv nalezen?' },
    answers: ['services/cv-and-letter-help'],
  },
  {
    asked: { fr: 'Que mettre dans une lettre de motivation ?', nl: 'Wat zet ik in een motivatiebrief?' },
    answers: ['employment/cover-letter', 'checklists/cover-letter'],
  },
  {
    asked: { fr: 'J’ai un entretien demain.', nl: 'Ik heb morgen een sollicitatiegesprek.' },
    answers: ['employment/first-interview', 'checklists/interview'],
  },
  {
    asked: { fr: 'Où trouver des offres d’emploi ?', nl: 'Waar vind ik vacatures?' },
    answers: ['employment/where-to-look'],
  },
  {
    asked: { fr: 'On me propose un contrat. Que vérifier ?', nl: 'Ik krijg een contract. Wat kijk ik na?' },
    answers: ['employment/your-first-contract'],
  },
  {
    asked: { fr: 'Que se passe-t-il ici aujourd’hui ?', nl: 'Wat is hier vandaag te doen?' },
    answers: ['events/job-club', 'events/job-fair'],
  },
  {
    asked: {
      fr: 'Quand est le prochain atelier CV en français ?',
      nl: 'Wanneer is de volgende cv-workshop in het Frans?',
    },
    answers: ['events/cv-workshop-in-french'],
  },
  {
    asked: { fr: 'Y a-t-il une bourse de l’emploi bientôt ?', nl: 'Is er binnenkort een jobbeurs?' },
    answers: ['events/job-fair', 'events/employer-speed-dating'],
  },
  {
    asked: {
      fr: 'J’ai une idée de commerce. Par où commencer ?',
      nl: 'Ik heb een idee voor een zaak. Waar begin ik?',
    },
    answers: [
      'entrepreneurship/test-your-idea',
      'entrepreneurship/first-steps',
      'events/starting-a-business-session',
    ],
  },
  {
    asked: {
      fr: 'Puis-je être indépendant et garder mon emploi ?',
      nl: 'Kan ik zelfstandig worden en mijn job houden?',
    },
    answers: ['entrepreneurship/side-activity'],
  },
  {
    asked: { fr: 'Comment écrire un plan d’affaires ?', nl: 'Hoe schrijf ik een ondernemingsplan?' },
    answers: ['entrepreneurship/your-plan'],
  },
  {
    asked: {
      fr: 'Mon diplôme étranger vaut-il quelque chose ici ?',
      nl: 'Is mijn buitenlands diploma hier iets waard?',
    },
    answers: ['mobility/recognise-a-foreign-diploma'],
  },
  {
    asked: { fr: 'Où apprendre le néerlandais ?', nl: 'Waar leer ik Frans?' },
    answers: ['mobility/learn-the-other-language', 'services/language-advice', 'events/conversation-table'],
  },
  {
    asked: { fr: 'Je voudrais travailler à l’étranger.', nl: 'Ik wil in het buitenland werken.' },
    answers: ['mobility/work-abroad-in-europe', 'events/working-abroad-session', 'services/mobility-advice'],
  },
  {
    asked: {
      fr: 'Faut-il un rendez-vous pour parler à un conseiller ?',
      nl: 'Heb ik een afspraak nodig om met iemand te praten?',
    },
    answers: ['services/career-guidance'],
  },
  {
    asked: { fr: 'Comment joindre Actiris ?', nl: 'Hoe bereik ik Actiris?' },
    answers: ['partners/actiris'],
  },
  {
    asked: { fr: 'C’est quoi, le VDAB ?', nl: 'Wat is VDAB?' },
    answers: ['partners/vdab-brussel'],
  },
  {
    asked: { fr: 'Je viens d’avoir mon diplôme. Et maintenant ?', nl: 'Ik ben net afgestudeerd. En nu?' },
    answers: ['employment/where-to-look', 'checklists/my-plan', 'employment/first-interview'],
  },
];
