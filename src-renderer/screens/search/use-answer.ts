import { useEffect, useRef, useState } from 'react';
import { type Answered, keepAnswer, useAnswers } from '../../visit/answer-store.ts';
import { useCount } from '../../visit/count.ts';
import { useHere, useWords } from '../../visit/here.tsx';
import { useVisit } from '../../visit/visit-store.ts';

/** A question that nobody has changed for so long is one that was meant, in milliseconds. */
const SETTLED_MS = 1_500;

/** What the search says to the question now. */
export type Answer =
  | { readonly state: 'none' }
  /** The index is not there yet; the answer comes by itself. */
  | { readonly state: 'preparing' }
  /** May belong to the question before the last key, until the worker has answered. */
  | { readonly state: 'answered'; readonly answered: Answered };

/** Asks the search at every change of the question or the language, and keeps the newest answer in the visit. */
export function useAnswer(): Answer {
  const { catalogue } = useHere();
  const { language } = useWords();
  const question = useVisit((visit) => visit.question);
  const answered = useAnswers((store) => store.answered);
  const { search } = catalogue;
  const [isReady, setReady] = useState(() => search.isReady(language));
  const asked = question.trim();

  useEffect(() => {
    let gone = false;
    setReady(search.isReady(language));
    void search.prepare(language).then(() => {
      if (!gone) setReady(true);
    });
    return () => {
      gone = true;
    };
  }, [search, language]);

  useEffect(() => {
    if (asked === '') return;
    void search.find(asked, language).then((results) => {
      if (results) keepAnswer({ ...results, question, language });
    });
  }, [search, asked, question, language]);

  useCountedAnswer(answered);
  if (asked === '') return { state: 'none' };
  // An answer in the other language is none: its words would stand under the wrong ones.
  if (answered && answered.language === language) return { state: 'answered', answered };
  return isReady ? { state: 'none' } : { state: 'preparing' };
}

/** Counts, once for each question that was meant, whether it found something. Without its words. */
function useCountedAnswer(answered: Answered | null): void {
  const count = useCount();
  const counted = useRef<Answered | null>(null);
  useEffect(() => {
    if (!answered || answered.question.trim() === '') return;
    const settle = () => {
      if (counted.current?.question === answered.question && counted.current.language === answered.language)
        return;
      counted.current = answered;
      count(answered.total > 0 ? 'search-found' : 'search-empty');
    };
    const timer = setTimeout(settle, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [answered, count]);
}
