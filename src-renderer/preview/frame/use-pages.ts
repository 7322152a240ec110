import { useCallback, useEffect, useRef, useState } from 'react';
import type { PreviewProblem } from '../../../content/model/preview.ts';
import { type FromPage, messageFrom, type Stand, send, type ToPage } from '../link.ts';
import { marksOn, type OnScreen } from './sort-problems.ts';

/** What the frame knows of one visitor's page. */
export type PageFacts = OnScreen & {
  /** The edition that is painted there; null before the first. */
  readonly shown: number | null;
};

/** The visitor's pages, by the language each began in. */
export type Pages = {
  readonly facts: Readonly<Record<string, PageFacts>>;
  readonly attach: (language: string, element: HTMLIFrameElement | null) => void;
  /** Opens a document on every screen. */
  readonly open: (id: string) => void;
  /** Brings a marked block of a screen into sight. */
  readonly look: (language: string, at: string) => void;
};

const UNHEARD: PageFacts = { document: null, language: null, shown: null };

type PagesNeeds = {
  readonly edition: number | null;
  readonly at: string | null;
  readonly timeZone: string | null;
  readonly together: boolean;
  /** What there is to mark, wherever it stands. */
  readonly problems: readonly PreviewProblem[];
};

/** Talks with the visitor's pages: tells them what to show, and leads them together if asked to. */
export function usePages({ edition, at, timeZone, together, problems }: PagesNeeds): Pages {
  const [facts, setFacts] = useState<Pages['facts']>({});
  const frames = useRef(new Map<string, HTMLIFrameElement>());
  const listening = useRef(new Set<string>());
  const stands = useRef(new Map<string, Stand>());
  // Where a page stood before it was loaded again, until it can be told.
  const lost = useRef(new Map<string, Stand>());
  const wishes = useRef({ at, timeZone, together });
  wishes.current = { at, timeZone, together };

  const learn = useCallback((language: string, news: Partial<PageFacts>) => {
    setFacts((all) => ({ ...all, [language]: { ...(all[language] ?? UNHEARD), ...news } }));
  }, []);
  const tell = useCallback((language: string, message: ToPage) => {
    const page = frames.current.get(language)?.contentWindow;
    if (page && listening.current.has(language)) send(page, message);
  }, []);
  const tellAll = useCallback(
    (message: ToPage, but?: string) => {
      for (const language of frames.current.keys()) if (language !== but) tell(language, message);
    },
    [tell],
  );

  useEffect(() => {
    if (edition !== null && timeZone !== null) tellAll({ kind: 'show', at, timeZone });
  }, [edition, at, timeZone, tellAll]);

  // Brought together again, all stand where the first one stands.
  useEffect(() => {
    const [first] = frames.current.keys();
    const stand = first === undefined ? undefined : stands.current.get(first);
    if (together && stand) tellAll({ kind: 'stand', stand }, first);
  }, [together, tellAll]);

  const hear = useCallback(
    (language: string, message: FromPage) => {
      switch (message.kind) {
        case 'hello': {
          const stood = stands.current.get(language);
          if (stood) lost.current.set(language, stood);
          listening.current.add(language);
          const { at: moment, timeZone: zone } = wishes.current;
          if (zone !== null) tell(language, { kind: 'show', at: moment, timeZone: zone });
          break;
        }
        case 'shown': {
          learn(language, { shown: message.edition });
          const stood = lost.current.get(language);
          if (stood) tell(language, { kind: 'stand', stand: stood });
          lost.current.delete(language);
          break;
        }
        case 'stand':
          stands.current.set(language, message.stand);
          learn(language, { document: message.document, language: message.language });
          if (wishes.current.together && !message.following)
            tellAll({ kind: 'stand', stand: message.stand }, language);
          break;
        case 'scrolled':
          if (wishes.current.together) tellAll({ kind: 'scroll', scroll: message.scroll }, language);
          break;
      }
    },
    [learn, tell, tellAll],
  );

  // A screen is marked once it shows the document, and again with every news about it.
  useEffect(() => {
    for (const [language, page] of Object.entries(facts)) {
      tell(language, { kind: 'marks', marks: marksOn(page, problems) });
    }
  }, [facts, problems, tell]);

  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      for (const [language, frame] of frames.current) {
        const message = messageFrom<FromPage>(event, frame.contentWindow);
        if (message) hear(language, message);
      }
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [hear]);

  const attach = useCallback((language: string, element: HTMLIFrameElement | null) => {
    if (element) frames.current.set(language, element);
    else frames.current.delete(language);
    if (!element) listening.current.delete(language);
  }, []);
  const open = useCallback((id: string) => tellAll({ kind: 'open', id }), [tellAll]);
  const look = useCallback(
    (language: string, place: string) => tell(language, { kind: 'look', at: place }),
    [tell],
  );

  return { facts, attach, open, look };
}
