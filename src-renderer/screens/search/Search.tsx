import { Search as SearchIcon, X } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { MAX_QUESTION_CHARACTERS } from '../../catalogue/search/limits.ts';
import { FrameTop } from '../../ui/FrameTop.tsx';
import { ask } from '../../visit/answer-store.ts';
import { useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useVisit } from '../../visit/visit-store.ts';
import { Found, Suggested } from './Answers.tsx';
import { Keyboard } from './keyboard/Keyboard.tsx';
import { type Answer, useAnswer } from './use-answer.ts';
import './search.css';

/** After so long without a key, in milliseconds, the number of answers is told to whoever listens. */
const TELL_AFTER_MS = 700;

/** The search: a field, our own keyboard below it, and the answers between or beside them; none covers another. */
export function Search({ stop, back, languageSwitch }: ScreenProps) {
  const { t } = useWords();
  const question = useVisit((visit) => visit.question);
  const areaRef = useKeptPlace(stop);
  const answer = useAnswer();
  const field = useRef<HTMLInputElement>(null);
  const { onSign, onDelete } = useTyping(field);

  useEffect(() => field.current?.focus(), []);
  useScrolledUp(question);

  return (
    <div className="frame frame--plain search" data-line="ink">
      <FrameTop back={back} languageSwitch={languageSwitch} />
      <main className="search__main">
        <div className="search__ask">
          <h1 className="search__title">{t('search.title')}</h1>
          <search className="search__field">
            <SearchIcon aria-hidden size="4.4rem" strokeWidth={2.4} />
            {/* A keyboard of the system must never come up: there is ours. */}
            <input
              ref={field}
              type="search"
              inputMode="none"
              autoComplete="off"
              autoCorrect="off"
              autoCapitalize="off"
              spellCheck={false}
              enterKeyHint="search"
              maxLength={MAX_QUESTION_CHARACTERS}
              aria-label={t('search.field')}
              aria-describedby="search-hint"
              placeholder={t('search.placeholder')}
              value={question}
              onChange={({ target }) => ask(target.value)}
            />
            {question !== '' && (
              <button
                type="button"
                className="search__clear"
                data-action="clear"
                aria-label={t('search.clear')}
                onClick={() => {
                  ask('');
                  field.current?.focus();
                }}
              >
                <X aria-hidden size="4.4rem" strokeWidth={2.6} />
              </button>
            )}
          </search>
          <p className="search__hint" id="search-hint">
            {t('search.hint')}
          </p>
        </div>
        <section
          className="search__answers"
          ref={areaRef}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard
          tabIndex={0}
          aria-label={t('search.title')}
          data-answered={answer.state === 'answered' ? answer.answered.question : ''}
        >
          <Answers answer={answer} isAsked={question.trim() !== ''} />
        </section>
        <Told answer={answer} />
        <Keyboard onSign={onSign} onDelete={onDelete} />
      </main>
    </div>
  );
}

function Answers({ answer, isAsked }: { readonly answer: Answer; readonly isAsked: boolean }) {
  const { t } = useWords();
  switch (answer.state) {
    case 'answered':
      return <Found answered={answer.answered} />;
    case 'preparing':
      return <p className="search__preparing">{t('search.preparing')}</p>;
    case 'none':
      // Between the first key and its answer nothing jumps: what stood there stays.
      return isAsked ? null : <Suggested />;
  }
}

/** Says the number of answers politely, once the typing rests. */
function Told({ answer }: { readonly answer: Answer }) {
  const { t } = useWords();
  const [told, setTold] = useState('');
  const words =
    answer.state === 'answered'
      ? answer.answered.total === 0
        ? t('search.nothing', { question: answer.answered.question.trim() })
        : t('search.found', { count: answer.answered.total })
      : answer.state === 'preparing'
        ? t('search.preparing')
        : '';
  useEffect(() => {
    const timer = setTimeout(() => setTold(words), TELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="visually-hidden" role="status">
      {told}
    </p>
  );
}

/** Writes at the caret of the field, as a keyboard does. */
function useTyping(field: { readonly current: HTMLInputElement | null }) {
  const caret = useRef<number | null>(null);
  const question = useVisit((visit) => visit.question);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret is put back once the new question stands in the field
  useLayoutEffect(() => {
    const input = field.current;
    const at = caret.current;
    caret.current = null;
    if (!input || at === null) return;
    input.setSelectionRange(at, at);
    // A caret that was put somewhere is not brought into view by itself.
    if (at === input.value.length) input.scrollLeft = input.scrollWidth;
  }, [question]);

  const edit = useCallback(
    (change: (before: string, after: string, selected: boolean) => readonly [string, string]) => {
      const input = field.current;
      const text = useVisit.getState().question;
      // A finger beside the field has taken its caret away: where none is seen, words go on at their end.
      const hasCaret = input !== null && document.activeElement === input;
      const start = (hasCaret ? input.selectionStart : null) ?? text.length;
      const end = (hasCaret ? input.selectionEnd : null) ?? text.length;
      const [before, after] = change(text.slice(0, start), text.slice(end), start !== end);
      if ((before + after).length > MAX_QUESTION_CHARACTERS) return;
      caret.current = before.length;
      ask(before + after);
    },
    [field],
  );
  const onSign = useCallback((sign: string) => edit((before, after) => [before + sign, after]), [edit]);
  const onDelete = useCallback(
    () => edit((before, after, selected) => [selected ? before : before.slice(0, -1), after]),
    [edit],
  );
  return { onSign, onDelete };
}

/** Another question is read from its first answer. */
function useScrolledUp(question: string): void {
  const before = useRef(question);
  useEffect(() => {
    if (before.current === question) return;
    before.current = question;
    document.querySelector('.search__answers')?.scrollTo(0, 0);
  }, [question]);
}
