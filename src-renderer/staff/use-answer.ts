import { useCallback, useEffect, useRef, useState } from 'react';

/** What came of asking the terminal something. */
export type Answer<Value> =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'failed' };

/** Asks the terminal when told to, one question at a time; the answer stays until the next one. */
export function useAnswer<Value>(ask: () => Promise<Value>): {
  readonly answer: Answer<Value>;
  readonly again: () => void;
} {
  const [answer, setAnswer] = useState<Answer<Value>>({ kind: 'none' });
  const asking = useRef(ask);
  asking.current = ask;
  const current = useRef(0);
  const again = useCallback(() => {
    current.current += 1;
    const mine = current.current;
    const settle = (settled: Answer<Value>) => {
      if (mine === current.current) setAnswer(settled);
    };
    setAnswer((before) => (before.kind === 'answered' ? before : { kind: 'asking' }));
    asking.current().then(
      (value) => settle({ kind: 'answered', value }),
      () => settle({ kind: 'failed' }),
    );
  }, []);
  // What arrives when nobody is there any more changes nothing.
  useEffect(
    () => () => {
      current.current = Number.NaN;
    },
    [],
  );
  return { answer, again };
}

/** Asks at once, and again every so many milliseconds where that is given. */
export function useAnswerNow<Value>(
  ask: () => Promise<Value>,
  everyMs?: number,
): { readonly answer: Answer<Value>; readonly again: () => void } {
  const asked = useAnswer(ask);
  const { again } = asked;
  useEffect(() => {
    again();
    if (everyMs === undefined) return;
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [again, everyMs]);
  return asked;
}
