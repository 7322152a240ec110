import { useState } from 'react';
import type { PreviewProblem } from '../../../content/model/preview.ts';
import { Ahead } from './Ahead.tsx';
import { today } from './ahead.ts';
import { LYING, UPRIGHT } from './arrangement.ts';
import { Side } from './Side.tsx';
import { Stage } from './Stage.tsx';
import { sortProblems } from './sort-problems.ts';
import { usePages } from './use-pages.ts';
import { usePreviewState } from './use-preview-state.ts';
import { useShownAfter } from './use-shown-after.ts';
import { comingEdition, shownAfter, shownEdition, words } from './words.ts';
import './frame.css';

/** The same nothing each time, so that nobody takes it for news. */
const NONE: readonly PreviewProblem[] = [];

/** The preview: the visitor's screens in every language, what is to be put right, and what comes. */
export function Frame() {
  const { state, connected } = usePreviewState();
  // Undefined until somebody sets the clock here: then what the command was told holds.
  const [asked, setAsked] = useState<string | null | undefined>(undefined);
  const [together, setTogether] = useState(true);
  const [lying, setLying] = useState(false);

  const at = asked === undefined ? (state?.at ?? null) : asked;
  const edition = state?.edition ?? null;
  const languages = state?.languages ?? [];
  const problems = state?.problems ?? NONE;
  const { facts, attach, open, look } = usePages({
    edition,
    at,
    timeZone: state?.timeZone ?? null,
    together,
    problems,
  });

  const everywhere = languages.length > 0 && languages.every((each) => facts[each]?.shown === edition);
  const afterMs = useShownAfter({ edition, changedAt: state?.changedAt ?? null, everywhere });
  const screens = languages.map((each) => facts[each] ?? { document: null, language: null });
  const { onScreens, elsewhere } = sortProblems(problems, screens);

  return (
    <div className="preview" data-edition={edition ?? ''} data-shown={everywhere ? (edition ?? '') : ''}>
      <Side
        state={state}
        status={statusOf(state !== null, edition, everywhere, afterMs)}
        warning={connected ? null : words.stopped}
        lying={lying}
        onLying={setLying}
        elsewhere={elsewhere}
        onOpen={open}
      >
        {state && edition !== null && (
          <Ahead
            changes={state.changes}
            from={at?.slice(0, 10) ?? today(new Date(), state.timeZone)}
            at={at}
            onAt={setAsked}
          />
        )}
      </Side>
      {edition === null ? (
        <main className="preview__empty">{state && <p>{words.noEdition}</p>}</main>
      ) : (
        <Stage
          languages={languages}
          size={lying ? LYING : UPRIGHT}
          together={together}
          onTogether={setTogether}
          problems={onScreens}
          attach={attach}
          onLook={look}
        />
      )}
    </div>
  );
}

function statusOf(
  known: boolean,
  edition: number | null,
  everywhere: boolean,
  afterMs: number | null,
): string {
  if (!known) return words.connecting;
  if (edition === null) return '';
  if (!everywhere) return comingEdition(edition);
  return afterMs === null ? shownEdition(edition) : shownAfter(edition, afterMs);
}
