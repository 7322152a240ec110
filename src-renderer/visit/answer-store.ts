import { create } from 'zustand';
import type { Language } from '../../content/model/names.ts';
import type { Results } from '../catalogue/search/guide-search.ts';
import { useVisit } from './visit-store.ts';

/** An answer of the search: to which question, in which language. */
export type Answered = Results & { readonly question: string; readonly language: Language };

/**
 * The last answer, so that coming back to the search shows it at once. Apart from the visit because it is no doing of the
 * visitor: it can be had again from the question, in any language. It goes when the question does.
 */
export const useAnswers = create<{ readonly answered: Answered | null }>()(() => ({ answered: null }));

useVisit.subscribe(({ question }) => {
  if (question.trim() === '' && useAnswers.getState().answered) useAnswers.setState({ answered: null });
});

/** Sets what a visitor looks for. */
export function ask(question: string): void {
  useVisit.setState({ question });
}

/** Keeps an answer, unless the question is another by now. */
export function keepAnswer(answered: Answered): void {
  if (useVisit.getState().question === answered.question) useAnswers.setState({ answered });
}
